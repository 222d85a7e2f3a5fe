"""A state is changed when anything but the step shown differs from the scene as it was opened."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState, scene_to_save
from lstm_gui.simulator.update import set_value
from tests.simulator.scenes import plain_scene, scenes


@given(scenes(), st.integers(1, 6))
def test_the_step_shown_is_no_change(scene: Scene, step: int) -> None:
    assert not replace(SimState.of(scene), scene=replace(scene, step=step)).changed


def test_a_moved_number_is_a_change() -> None:
    scene = plain_scene()
    assert replace(SimState.of(scene), scene=scene.starting("c", (0.5,))).changed


def test_the_order_of_overrides_is_no_change() -> None:
    first, second = Override(2, "h", 0, 0.1), Override(3, "c", 0, 0.2)
    origin = replace(plain_scene(), overrides=(second, first))
    assert not replace(SimState.of(origin), scene=replace(origin, overrides=(first, second))).changed


@given(scenes(), st.integers(1, 6))
def test_an_unchanged_scene_is_saved_as_it_is(scene: Scene, step: int) -> None:
    shown = replace(scene, step=step)
    assert scene_to_save(SimState(shown, scene)) == shown


def test_a_changed_scene_is_saved_without_the_claim_that_need_not_hold() -> None:
    scene = replace(plain_scene(), caption="c stays above 0.9.")
    moved = set_value(SimState.of(scene), Quantity("b_f"), -5.0)
    assert scene_to_save(moved) == replace(moved.scene, caption="")
    assert scene_to_save(set_value(moved, Quantity("b_f"), scene.cell.gate("f").b[0])) == scene
