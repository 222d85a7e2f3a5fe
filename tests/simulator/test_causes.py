"""Causes and effects are each other's inverse, and are what the numbers really hang on."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.causes import causes, effects, traced_causes, traced_effects
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_value
from lstm_gui.simulator.values import value_of
from tests.simulator.scenes import draggables, every_quantity, plain_scene, scenes


@given(scenes(max_units=2, max_steps=4))
@settings(max_examples=15)
def test_causes_and_effects_are_inverse(scene: Scene) -> None:
    known = every_quantity(scene)
    for forwards, backwards in ((effects, causes), (traced_effects, traced_causes)):
        down = {(cause, effect) for cause in known for effect in forwards(cause, scene)}
        up = {(cause, effect) for effect in known for cause in backwards(effect, scene)}
        assert down == up


@given(scenes(max_units=2, max_steps=4), st.data())
def test_what_changes_with_a_drag_is_reached_by_effects(scene: Scene, data: st.DataObject) -> None:
    moved = data.draw(draggables(scene))
    before = resolve(SimState.of(scene))
    after = resolve(set_value(before.state, moved, data.draw(st.floats(-1, 1))))
    reached, ahead = {moved}, {moved}
    while ahead:
        ahead = {effect for quantity in ahead for effect in effects(quantity, after.state.scene)} - reached
        reached |= ahead
    for quantity in every_quantity(scene):
        assert quantity in reached or value_of(before, quantity) == value_of(after, quantity)


def test_the_forget_gate_goes_back_to_what_a_person_sees() -> None:
    assert traced_causes(Quantity("f", 5), plain_scene()) == {
        *(Quantity(name) for name in ("W_f", "U_f", "b_f")),
        *(Quantity(name, 5) for name in ("x", "h_previous", "z_f")),
        Quantity("h", 4),
    }
    assert traced_effects(Quantity("f", 5), plain_scene()) == {Quantity("c", 5)}


def test_the_cell_state_feeds_its_own_step_and_the_next() -> None:
    assert effects(Quantity("c", 5), plain_scene()) == {Quantity("tanh_c", 5), Quantity("c_previous", 6)}
    assert effects(Quantity("c", 12), plain_scene()) == {Quantity("tanh_c", 12)}
    assert traced_effects(Quantity("c", 5), plain_scene()) >= {Quantity("h", 5), Quantity("c", 6)}


def test_a_state_put_in_by_hand_cuts_the_wire() -> None:
    scene = replace(plain_scene(), overrides=(Override(6, "c", 0, 0.5),))
    assert causes(Quantity("c_previous", 6), scene) == frozenset()
    assert effects(Quantity("c", 5), scene) == {Quantity("tanh_c", 5)}
    assert causes(Quantity("h_previous", 6), scene) == {Quantity("h", 5)}


@pytest.mark.parametrize("quantity", [Quantity("f", 13), Quantity("x", 0), Quantity("b_f", unit=1)])
def test_what_the_scene_does_not_have_is_wired_to_nothing(quantity: Quantity) -> None:
    assert causes(quantity, plain_scene()) == effects(quantity, plain_scene()) == frozenset()
