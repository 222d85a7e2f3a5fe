"""A state is changed when anything but the step shown differs from the scene as it was opened."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.state import SimState
from tests.simulator.scenes import plain_scene, scenes


@given(scenes(), st.integers(1, 6))
def test_the_step_shown_is_no_change(scene: Scene, step: int) -> None:
    assert not replace(SimState.of(scene), scene=replace(scene, step=step)).changed


def test_a_moved_number_is_a_change() -> None:
    scene = plain_scene()
    assert replace(SimState.of(scene), scene=replace(scene, initial_c=(0.5,))).changed


def test_the_order_of_overrides_is_no_change() -> None:
    first, second = Override(2, "h", 0, 0.1), Override(3, "c", 0, 0.2)
    origin = replace(plain_scene(), overrides=(second, first))
    assert not replace(SimState.of(origin), scene=replace(origin, overrides=(first, second))).changed
