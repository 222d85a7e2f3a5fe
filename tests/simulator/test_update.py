"""What is set is read back, what is reset or released comes back, a gate goes where it is dragged."""

import math
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import MAX_STEPS, Override, Scene, lstm_cell
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import (
    limits,
    release,
    reset,
    reset_value,
    set_length,
    set_pre_activation,
    set_step,
    set_value,
)
from lstm_gui.simulator.values import stored_value, value_of
from tests.simulator.scenes import (
    DRAGGABLE,
    draggables,
    every_quantity,
    held_states,
    one_unit_gate,
    plain_scene,
    scenes,
)


@given(scenes(), st.data(), st.floats(-1, 1))
def test_what_is_set_is_read_back_and_nothing_else_moved(
    scene: Scene, data: st.DataObject, value: float
) -> None:
    quantity = data.draw(draggables(scene))
    moved = set_value(SimState.of(scene), quantity, value)
    for other in every_quantity(scene):
        expected = value if other == quantity else stored_value(scene, other)
        assert stored_value(moved.scene, other) == expected
    assert value_of(resolve(moved), quantity) == value


@given(scenes(), st.data(), st.floats())
def test_any_number_is_held_within_limits(scene: Scene, data: st.DataObject, value: float) -> None:
    quantity = data.draw(draggables(scene))
    before = stored_value(scene, quantity)
    after = stored_value(set_value(SimState.of(scene), quantity, value).scene, quantity)
    assert after == before if math.isnan(value) else after is not None
    if after is not None:
        assert math.isfinite(after)
        assert abs(after) <= max(limits(quantity).high, 2.5 * abs(before or 0))


@given(scenes(), st.data(), st.floats(-1, 1))
def test_reset_brings_one_number_back(scene: Scene, data: st.DataObject, value: float) -> None:
    quantity = data.draw(draggables(scene))
    state = SimState.of(scene)
    assert reset_value(set_value(state, quantity, value), quantity) == state


@given(scenes(), st.data(), st.floats(-1, 1))
def test_reset_brings_back_a_state_that_was_let_go_of(
    scene: Scene, data: st.DataObject, value: float
) -> None:
    quantity = data.draw(held_states(scene))
    state = SimState.of(scene)
    assert reset_value(release(state, quantity), quantity) == state
    assert reset_value(set_value(release(state, quantity), quantity, value), quantity) == state


@given(scenes(), st.data(), st.floats(-1, 1))
def test_release_restores_what_the_cell_computes(scene: Scene, data: st.DataObject, value: float) -> None:
    quantity = data.draw(held_states(scene))
    free = replace(scene, overrides=())
    state = SimState.of(free)
    held = set_value(state, quantity, value)
    # At the first step there is nothing to compute: the initial state was moved, and stays.
    assert release(held, quantity) == (held if quantity.step == 1 else state)


def test_release_of_what_is_not_held_changes_nothing() -> None:
    state = SimState.of(plain_scene())
    for quantity in (Quantity("x", 3), Quantity("b_f"), Quantity("c_previous", 3)):
        assert release(state, quantity) is state


@given(scenes(), st.data())
def test_everything_moved_and_reset_is_as_it_was_opened(scene: Scene, data: st.DataObject) -> None:
    state = SimState.of(scene)
    for quantity in data.draw(st.lists(draggables(scene), max_size=4)):
        state = set_value(state, quantity, data.draw(st.floats(-1, 1)))
    state = set_length(state, data.draw(st.integers(1, 9)))
    assert reset(set_step(state, 2)) == SimState.of(scene)


@given(scenes(), st.sampled_from(GATES), st.floats(-2, 2), st.data())
def test_a_gate_dragged_along_its_curve_goes_there(
    scene: Scene, gate: str, z: float, data: st.DataObject
) -> None:
    unit = data.draw(st.integers(0, scene.cell.units - 1))
    moved = set_pre_activation(SimState.of(scene), gate, z, unit)
    bias = Quantity(f"b_{gate}", unit=unit)
    landed = value_of(resolve(moved), Quantity(f"z_{gate}", scene.step, unit))
    at_limit = abs(stored_value(moved.scene, bias) or 0) == limits(bias).high
    assert at_limit or landed == pytest.approx(z, abs=1e-10)
    assert set_value(moved, bias, stored_value(scene, bias) or 0.0).scene == scene


@given(st.floats(-10, 10), st.floats(-10, 10), st.floats(-5, 5))
@example(9.0, 4.0, 0.0)
@example(-9.0, 9.0, 1.0)
def test_a_gate_goes_there_even_where_its_own_bias_pulls_the_hidden_state_along(
    recurrent: float, bias: float, z: float
) -> None:
    strong = one_unit_gate(1.0, recurrent, bias)
    scene = replace(plain_scene(), cell=lstm_cell(1, 1, strong, strong, strong, strong))
    for gate in GATES:
        moved = set_pre_activation(SimState.of(scene), gate, z)
        point = resolve(moved).operating.points[gate][0]
        at_limit = abs(stored_value(moved.scene, Quantity(f"b_{gate}")) or 0) == 10
        # A steep branch (slope over a thousand) may land as near as doubles allow, no nearer.
        assert at_limit or point == pytest.approx(z, abs=1e-8)


def test_no_number_between_is_near_enough() -> None:
    # Two huge inputs that cancel leave only coarse numbers around z: the search must end all the same.
    huge = replace(one_unit_gate(1e6, 1e6, 0.0))
    scene = replace(plain_scene(), cell=lstm_cell(1, 1, huge, huge, huge, huge), inputs=((1e6,),) * 12)
    moved = set_pre_activation(SimState.of(scene), "f", 0.3)
    assert stored_value(moved.scene, Quantity("b_f")) == -10


@pytest.mark.parametrize("z", [math.nan, math.inf, -math.inf])
def test_a_point_that_is_no_number_moves_nothing(z: float) -> None:
    state = SimState.of(plain_scene())
    assert set_pre_activation(state, "f", z) is state


@given(scenes(), st.integers(-3, 80))
def test_the_step_shown_is_held_within_the_sequence(scene: Scene, step: int) -> None:
    state = set_step(SimState.of(scene), step)
    assert state.scene.step == min(max(step, 1), scene.steps)
    assert not state.changed


@given(scenes(), st.integers(-3, 80), st.integers(-3, 80))
def test_a_sequence_shortened_and_lengthened_gains_back_what_it_had(
    scene: Scene, first: int, second: int
) -> None:
    state = set_length(set_length(SimState.of(scene), first), second)
    steps = min(max(second, 1), MAX_STEPS)
    assert state.scene.steps == steps
    assert state.scene.inputs[: scene.steps] == scene.inputs[:steps]
    assert all(row == (0.0,) * scene.cell.inputs for row in state.scene.inputs[scene.steps :])
    assert state.scene.overrides == tuple(held for held in scene.overrides if held.step <= steps)
    assert 1 <= state.scene.step <= steps
    resolve(state)


def test_values_of_a_sequence_that_grew_can_be_moved_and_reset() -> None:
    state = set_length(SimState.of(plain_scene(steps=3, step=1)), 5)
    x, held = Quantity("x", 5), Quantity("h_previous", 5)
    moved = set_value(set_value(state, x, 1.5), held, 0.5)
    assert reset_value(reset_value(moved, x), held) == state


def test_a_number_beyond_the_usual_limits_is_kept_until_it_is_moved_itself() -> None:
    scene = replace(plain_scene().starting("c", (400.0,)), overrides=(Override(3, "c", 0, 90.0),))
    state = set_value(SimState.of(scene), Quantity("b_f"), 1.0)
    assert state.scene.initial_c == (400.0,)
    moved = set_value(state, Quantity("c_previous", 1), 470.0)
    assert moved.scene.initial_c == (470.0,)
    assert set_value(moved, Quantity("c_previous", 1), 1e9).scene.initial_c == (500.0,)
    assert set_value(state, Quantity("c_previous", 4), 1e9, reach=60.0).scene.overrides[1].value == 100.0


@pytest.mark.parametrize("change", [release, reset_value, lambda state, q: set_value(state, q, 0.0)])
@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        (Quantity("f", 3), "f is computed and cannot be set"),
        (Quantity("x", 13), "the scene has no Quantity"),
        (Quantity("b_f", unit=1), "the scene has no Quantity"),
    ],
)
def test_what_cannot_be_set_is_refused(change: object, quantity: Quantity, sentence: str) -> None:
    assert callable(change)
    with pytest.raises(ValueError, match=sentence):
        change(SimState.of(plain_scene()), quantity)


def test_all_that_can_be_dragged_has_limits() -> None:
    assert all(limits(Quantity(name)).high >= 1 for name in DRAGGABLE)
