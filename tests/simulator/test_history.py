"""Undo and redo walk the same states both ways, and whatever is done in between forgets the way forward."""

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.simulator.history import Change, History
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_length
from tests.simulator.scenes import plain_scene

STATES = [set_length(SimState.of(plain_scene()), steps) for steps in range(1, 6)]
walks = st.lists(st.integers(0, 4), max_size=12)


def walk(path: list[int], kind: str = "") -> tuple[History, list[SimState]]:
    """A history of going along `path`, and the states passed, standing still left out."""
    history, passed = History(), [STATES[0]]
    for index in path:
        history.push(Change(passed[-1], STATES[index], f"to {index}", kind))
        if STATES[index] != passed[-1]:
            passed.append(STATES[index])
    return history, passed


@given(walks)
def test_undo_and_redo_walk_the_same_states(path: list[int]) -> None:
    history, passed = walk(path)
    back = [history.undo() for _ in passed]
    assert back == [*reversed(passed[:-1]), None]
    forth = [history.redo() for _ in passed]
    assert forth == [*passed[1:], None]


@given(walks)
def test_changes_of_one_kind_are_one_step(path: list[int]) -> None:
    history, passed = walk(path, kind="step")
    moved = passed[-1] != passed[0]
    assert history.undo() == (passed[0] if moved else None)
    assert history.undo() is None


def test_what_is_done_after_an_undo_forgets_the_way_forward() -> None:
    history, _ = walk([1, 2])
    history.undo()
    assert (history.undo_label, history.redo_label) == ("to 1", "to 2")
    history.push(Change(STATES[1], STATES[3], "elsewhere"))
    assert (history.undo_label, history.redo_label) == ("elsewhere", "")


def test_a_change_after_an_undo_is_a_step_of_its_own() -> None:
    history, _ = walk([1], kind="step")
    history.push(Change(STATES[1], STATES[2], "move"))
    history.undo()
    history.push(Change(STATES[1], STATES[3], "to 3", "step"))
    assert history.undo() == STATES[1]


def test_nothing_done_is_nothing_to_undo() -> None:
    history = History()
    assert (history.undo_label, history.redo_label) == ("", "")
    assert history.undo() is None
    assert history.redo() is None
