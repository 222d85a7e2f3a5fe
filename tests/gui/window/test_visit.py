"""Going to a card's scene and back loses nothing."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.window.visit import SceneVisit
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.strict_json import FileRefused

BIAS = Quantity("b_f")


def started() -> tuple[Controller, SceneVisit]:
    """A person at a state of their own."""

    def at_once(callback: Callable[[], None]) -> None:
        callback()

    controller = Controller(at_once)
    controller.open(load("remember"))
    controller.set_value(BIAS, 0.25)
    return controller, SceneVisit(controller, load)


@given(st.lists(st.sampled_from(["toggle", "forget", "counter"]), min_size=1, max_size=6))
def test_however_many_scenes_one_visits_one_comes_back_to_one_s_own_state(names: list[str]) -> None:
    controller, visit = started()
    own = controller.state
    for name in names:
        if visit.scene_name != name:
            visit.toggle(name, "back")
            controller.set_value(BIAS, -1.0)
            assert controller.state.origin == load(name)
    visit.toggle("", "back")
    assert controller.state == own
    assert visit.scene_name == ""


def test_opening_another_scene_ends_the_visit() -> None:
    controller, visit = started()
    visit.toggle("toggle", "back")
    controller.open(load("forget"))
    assert visit.scene_name == ""
    visit.toggle("toggle", "back")
    visit.toggle("toggle", "back")
    assert controller.state.scene == load("forget")


def test_coming_back_can_be_undone() -> None:
    controller, visit = started()
    visit.toggle("toggle", "go back")
    there = controller.state
    visit.toggle("toggle", "go back")
    assert controller.undo_label == "go back"
    controller.undo()
    assert controller.state == there


def test_a_scene_that_is_not_there_changes_nothing() -> None:
    controller, visit = started()
    own = controller.state
    with pytest.raises(FileRefused):
        visit.toggle("nothing", "back")
    assert controller.state == own
    assert visit.scene_name == ""
