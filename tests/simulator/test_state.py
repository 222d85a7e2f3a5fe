"""A state is changed when anything but the step shown differs from the scene as it was opened."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.gradient_settings import GradientSettings
from lstm_gui.lessons.scene import Override, Scene, Shown
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState, scene_to_save
from lstm_gui.simulator.update import reset, set_value
from tests.graph.kinds import drawn_scene
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


LOOKED_AT = Shown("gradients", 1, 0, GradientSettings(clip=2.0))


def test_a_scene_opens_at_what_is_looked_at_in_it() -> None:
    state = SimState.of(replace(drawn_scene(Kind.of("gru"), 1), shown=LOOKED_AT))
    assert (state.unit, state.source, state.gradients) == (1, 0, GradientSettings(clip=2.0))
    assert not state.changed
    moved = replace(state, gradients=GradientSettings())
    assert moved.changed
    assert reset(moved).gradients == GradientSettings(clip=2.0)


@pytest.mark.parametrize(
    ("asked", "tab", "saved"),
    [
        ("", "", ""),
        ("", "cell", ""),  # most scenes open in whichever tab one is
        ("", "gradients", "gradients"),
        ("gradients", "", "gradients"),
        ("gradients", "cell", "cell"),
        ("cell", "gradients", "gradients"),
    ],
)
def test_what_is_looked_at_is_saved(asked: str, tab: str, saved: str) -> None:
    scene = replace(drawn_scene(Kind.of("gru"), 1), shown=Shown(asked))
    state = replace(SimState.of(scene), unit=2, source=1, gradients=GradientSettings(window=4))
    assert scene_to_save(state, tab).shown == Shown(saved, 2, 1, GradientSettings(window=4))
    assert SimState.of(scene_to_save(state, tab)) == replace(
        state, scene=scene_to_save(state, tab), origin=scene_to_save(state, tab)
    )
