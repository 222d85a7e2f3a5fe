"""Changes of a plan are taken back one by one, and brought back in the same order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.training.changes import MOST, TOGETHER, Changes
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice

PLAN = Plan(TaskChoice("adding"))


def plan(seed: int) -> Plan:
    return replace(PLAN, seed=seed)


@given(st.integers(0, 130))
def test_what_is_taken_back_and_brought_back_is_what_was_there(count: int) -> None:
    changes, now = Changes(), plan(0)
    for number in range(count):
        changes, now = changes.made(now, f"change {number}", 0.0), plan(number + 1)
    back = []
    while changes.undo_label:
        changes, now = changes.undone(now)
        back.append(now.seed)
    assert back == list(range(count - 1, max(-1, count - 1 - MOST), -1))
    assert changes.undone(now) == (changes, now)
    while changes.redo_label:
        changes, now = changes.redone(now)
    assert now == plan(count)
    assert changes.redone(now) == (changes, now)


def test_what_is_done_at_once_to_one_thing_is_one_change() -> None:
    changes = Changes().made(plan(0), "rate", 5.0).made(plan(1), "rate", 5.0 + TOGETHER / 2)
    assert [change.plan.seed for change in changes.past] == [0]
    changes = changes.made(plan(2), "batch", 5.6).made(plan(3), "batch", 9.0)
    assert [change.label for change in changes.past] == ["rate", "batch", "batch"]


def test_another_change_forgets_what_could_be_brought_back() -> None:
    changes, _ = Changes().made(plan(0), "rate").undone(plan(1))
    assert changes.redo_label == "rate"
    assert changes.made(plan(0), "batch").redo_label == ""
