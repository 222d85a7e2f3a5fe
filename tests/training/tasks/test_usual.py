"""What a task begins with: a plan for every name, and learning that is to be seen at once."""

from itertools import islice

import pytest

from lstm_gui.training.run import train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME, made
from lstm_gui.training.tasks.usual import USUAL, Usual, usual_plan

SOON = ("parity", "temporal_order", "late_clue", "a_n_b_n", "sorting", "negation")


def test_only_tasks_that_there_are_stand_in_the_table() -> None:
    assert set(USUAL) <= set(BY_NAME)
    drawn = {name for name, entry in BY_NAME.items() if entry.family in ("diagnostic", "struggle")}
    assert drawn <= set(USUAL)


def test_a_task_that_is_not_in_the_table_is_trained_like_any_other() -> None:
    plan = usual_plan(TaskChoice("unheard of"), 5)
    assert (plan.network, plan.learning, plan.seed) == (Usual().network, Usual().learning, 5)


@pytest.mark.parametrize("name", SOON)
def test_some_hundred_updates_already_beat_guessing(name: str) -> None:
    choice = TaskChoice(name)
    task = made(choice)
    found = [
        update.validation.loss
        for _, update in islice(train(usual_plan(choice), task), 400)
        if update.validation is not None
    ]
    assert min(found) < task.baselines[-1].loss
