"""Runs of a preset's settings in this process: the outcomes that a comparison in several would have."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from lstm_gui.training import messages as say
from lstm_gui.training.comparison.comparison import Comparison, new_comparison
from lstm_gui.training.plan import Plan
from lstm_gui.training.presets.catalogue import BY_NAME
from lstm_gui.training.run import Diverged, begin, best_of, to_judge, train, validate
from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made


@contextmanager
def followed_by_nobody() -> Iterator[None]:
    """Lines are not counted meanwhile: thousands of updates run the same ones, and take twice as long so."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


def compared(name: str, seeds: int, first: int = 0) -> Comparison:
    """A preset over so many seeds, the first one given."""
    preset = BY_NAME[name]
    settings = tuple(replace(setting, plan=replace(setting.plan, seed=first)) for setting in preset.settings)
    comparison = new_comparison(settings, seeds)
    for run, plan in enumerate(comparison.plans):
        with followed_by_nobody():
            news = run_told(run, plan)
        for told in news:
            comparison = comparison.after(told, 0.0)
    return comparison


def run_told(run: int, plan: Plan) -> list[say.Begun | say.Updates | say.Ended]:
    """What is told of a run from beginning to end."""
    task = task_of(plan.task)
    network, state = begin(plan, task)
    told: list[say.Begun | say.Updates | say.Ended] = [say.Begun(run, task.baselines, state, network.count)]
    updates, best = [], None
    try:
        for reached, update in train(plan, task):
            state = reached
            best = best if update.validation is None else best_of(state, best)
            updates.append(update)
    except Diverged as fault:
        ended = say.Ended(run, "diverged", fault.state, fault.quantity)
    else:
        why = updates[-1].ended
        judged = to_judge(why, state, best)
        test = validate(task, network.with_vector(judged.vector), task.test)
        ended = say.Ended(run, why, state, test=test, judged=judged.step)
    return [*told, say.Updates(run, tuple(updates)), ended]


@cache
def task_of(choice: TaskChoice) -> Task:
    """A task, made once."""
    return made(choice)
