"""Runs of growing sizes: what was told of each, and what it comes to."""

from typing import Any

import numpy as np

from lstm_gui.training.crew import Lost
from lstm_gui.training.learning import Learning
from lstm_gui.training.limits.growing import Growing, new_growing
from lstm_gui.training.limits.growth import Growth, Limit
from lstm_gui.training.messages import Compiling, Ended, Failed, Updates
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState, Update, Validation
from lstm_gui.training.task_choice import TaskChoice

STATE = RunState(10, np.zeros(1, np.float32))


def growing() -> Growing:
    plan = Plan(TaskChoice("sorting"), learning=Learning(steps=10))
    return new_growing(plan, Growth("length", (4, 8)), 2)


def ended(run: int, score: float | None) -> Ended:
    test: Any = None if score is None else Validation(1.0, score, False)
    return Ended(run, "steps" if test else "diverged", STATE, test=test)


def test_a_size_counts_when_all_of_its_runs_are_over() -> None:
    now = growing()
    assert [run.size for run in now.runs] == [4, 4, 8, 8]
    assert [plan.seed for plan in now.plans] == [0, 1, 0, 1]
    assert now.share == 0
    assert now.limit == Limit(None, None)
    now = now.after(ended(0, 1.0)).after(ended(2, 0.2))
    assert now.results == ()
    now = now.after(ended(1, 0.95))
    assert now.limit == Limit(4, None)
    assert not now.over
    now = now.after(ended(3, None))
    assert now.runs[3].score == 0.0
    assert now.limit == Limit(4, 8)
    assert now.over
    assert now.share == 1


def test_how_far_it_is_counts_updates() -> None:
    update = Update(5, 1.0, 1.0, False, 0.01)
    now = growing().after(Updates(1, (update,)))
    assert now.share == 0.5 / 4
    assert now.after(Compiling(2)) == now


def test_runs_that_could_not_be_do_not_count() -> None:
    now = growing().after(Failed(0, "no room")).after(Lost(1))
    assert now.trouble == "no room"
    assert now.results == ()
    stopped = now.stopped()
    assert stopped.over
    assert stopped.limit == Limit(None, None)
