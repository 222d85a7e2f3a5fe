"""Stepping through a list of scenes, each kept as it was left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.presenter.lecture import Lecture, LecturePlace
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_value
from lstm_gui.strict_json import FileRefused

NAMES = tuple(scene_names())[:4]


def place(start: str, scenes: tuple[str, ...] = NAMES) -> LecturePlace:
    """A lecture that begins at a scene."""
    return LecturePlace(Lecture(SimState.of(load(start)), scenes, load, None))


@given(st.lists(st.sampled_from([-1, 1])))
def test_steps_stay_within_the_list(steps: list[int]) -> None:
    here, at = place(NAMES[0]), 0
    for step in steps:
        wanted = max(0, min(len(NAMES) - 1, at + step))
        name = here.name_after(step)
        assert name == ("" if wanted == at else NAMES[wanted])
        if name:
            here.go_to(name, SimState.of(load(NAMES[at])))
        at = wanted
        assert here.number == at + 1


def test_from_elsewhere_one_steps_onto_an_end_of_the_list() -> None:
    here = place(scene_names()[-1])
    assert here.number == 0
    assert here.name_after(1) == NAMES[0]
    assert here.name_after(-1) == NAMES[-1]


def test_an_empty_list_leads_nowhere() -> None:
    assert place(NAMES[0], ()).name_after(1) == place(NAMES[0], ()).name_after(-1) == ""


def test_a_scene_is_found_again_as_it_was_left() -> None:
    here = place(NAMES[0])
    changed = set_value(SimState.of(load(NAMES[0])), Quantity("b_f"), 0.25)
    there = here.go_to(NAMES[1], changed)
    assert there == SimState.of(load(NAMES[1]))
    assert here.go_to(NAMES[0], there) == changed


def test_a_scene_that_is_refused_changes_nothing() -> None:
    here = place(NAMES[0], (NAMES[0], "gone"))
    with pytest.raises(FileRefused):
        here.go_to("gone", SimState.of(load(NAMES[1])))
    assert here.number == 1
    assert here.name_after(1) == "gone"
