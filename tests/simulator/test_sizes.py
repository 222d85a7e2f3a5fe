"""Units and inputs are added without a number that was there running differently, and taken away."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import MAX_INPUTS, MAX_UNITS, Names, Override, Scene
from lstm_gui.simulator.direction import read_both_ways
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.inputs import draw, set_preset
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.sizes import set_inputs, set_units
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at, reset, set_length, set_value
from tests.graph.kinds import drawn_scene, scenes_of_any_kind

units_wanted = st.integers(1, MAX_UNITS)
inputs_wanted = st.integers(1, MAX_INPUTS)


def same_numbers(before: Frame, after: Frame) -> None:
    """Everything that the cell computed before is there; a sum of more terms may be rounded otherwise."""
    for name, numbers in before.arrays.items():
        there = after.arrays[name][:, : numbers.shape[1]]
        np.testing.assert_allclose(there, numbers, rtol=1e-9, atol=1e-12, err_msg=name)


@given(scenes_of_any_kind(), units_wanted, st.integers(0, 99))
def test_new_units_leave_every_old_ones_run_as_it_was(scene: Scene, units: int, seed: int) -> None:
    state = SimState.of(replace(scene, seed=seed))
    units = max(units, scene.cell.units)
    grown = set_units(state, units)
    same_numbers(resolve(state), resolve(grown))
    old, bound = scene.cell.units, units**-0.5
    for given_, before, after in zip(
        scene.cell.graph.parameters, scene.cell.arrays, grown.scene.cell.arrays, strict=True
    ):
        assert tuple(row[: len(before[0])] for row in after[:old]) == before
        assert not any(number for row in after[:old] for number in row[len(before[0]) :])
        assert all(0 < abs(number) <= bound for row in after[old:] for number in row)
        assert len(after[0]) == given_.width(scene.cell.inputs, units)


@given(scenes_of_any_kind(), inputs_wanted, st.integers(0, 99))
def test_a_new_input_is_silent(scene: Scene, inputs: int, seed: int) -> None:
    state = SimState.of(replace(scene, seed=seed))
    grown = set_inputs(state, max(inputs, scene.cell.inputs))
    assert all(not any(row[scene.cell.inputs :]) for row in grown.scene.inputs)
    assert all(all(row[scene.cell.inputs :]) for row in grown.scene.cell.arrays[0])
    same_numbers(resolve(state), resolve(grown))


@given(scenes_of_any_kind(), units_wanted, inputs_wanted)
def test_what_was_taken_away_comes_back(scene: Scene, units: int, inputs: int) -> None:
    state = SimState.of(scene)
    smaller = set_inputs(set_units(state, min(units, scene.cell.units)), min(inputs, scene.cell.inputs))
    assert set_units(set_inputs(smaller, scene.cell.inputs), scene.cell.units) == state
    assert set_inputs(set_units(smaller, scene.cell.units), scene.cell.inputs) == state


def test_a_unit_that_comes_back_reads_one_that_never_was_with_weight_0() -> None:
    state = SimState.of(drawn_scene(Kind.of("lstm"), 3))
    grown = set_units(set_units(state, 2), 5)
    same_numbers(resolve(state), resolve(grown))
    assert not grown.scene_changed or grown.scene.cell.units == 5


@given(st.integers(-3, 30), st.integers(-3, 30))
def test_sizes_are_held_within_what_a_scene_can_hold(units: int, inputs: int) -> None:
    state = SimState.of(drawn_scene(Kind.of("rnn"), 1))
    cell = set_inputs(set_units(state, units), inputs).scene.cell
    assert (cell.units, cell.inputs) == (min(max(units, 1), 16), min(max(inputs, 1), 8))


def test_the_same_size_is_the_same_state() -> None:
    state = SimState.of(drawn_scene(Kind.of("gru"), 1))
    assert set_units(state, 3) is state
    assert set_inputs(state, 2) is state


def test_the_seed_draws_the_weights() -> None:
    scenes = [replace(drawn_scene(Kind.of("lstm"), 1, units=1), seed=seed) for seed in (1, 1, 2)]
    first, again, other = (set_units(SimState.of(scene), 4).scene.cell for scene in scenes)
    assert first == again != other
    assert len({number for rows in first.arrays for row in rows[1:] for number in row}) == 4 * 3 * (2 + 4 + 1)


def test_what_belongs_to_a_unit_goes_with_it() -> None:
    scene = drawn_scene(Kind.of("lstm"), 1)
    overrides = (Override(2, "c", 2, 0.5), Override(3, "h", 0, 0.25))
    state = look_at(SimState.of(replace(scene, overrides=overrides)), 2, 1)
    smaller = set_inputs(set_units(state, 2), 1)
    assert smaller.scene.overrides == overrides[1:]
    assert (smaller.unit, smaller.source) == (1, 0)
    assert set_units(smaller, 3).scene.overrides == overrides


@pytest.mark.parametrize(("preset", "inputs", "kept"), [("adding", 2, ""), ("noise", 1, "noise")])
def test_the_input_is_no_longer_a_preset_of_another_width(preset: str, inputs: int, kept: str) -> None:
    state = set_preset(SimState.of(drawn_scene(Kind.of("rnn"), 1, inputs=inputs)), preset)
    assert set_inputs(state, inputs + 1).scene.drawn_as == kept
    opened = SimState.of(state.scene)
    assert set_inputs(set_inputs(opened, 8), inputs) == opened


def test_names_go_with_what_they_name() -> None:
    names = Names(("first", "second"), ("", "", "third"))
    state = SimState.of(replace(drawn_scene(Kind.of("lstm"), 1), names=names))
    smaller = set_inputs(set_units(state, 2), 1)
    assert smaller.scene.names == Names(("first",))
    assert set_inputs(set_units(smaller, 4), 3).scene.names == Names(
        ("first", "second", ""), ("", "", "third", "")
    )


@given(scenes_of_any_kind(), units_wanted, inputs_wanted)
def test_both_directions_have_one_size(scene: Scene, units: int, inputs: int) -> None:
    state = SimState.of(read_both_ways(scene))
    sized = set_inputs(set_units(state, units), inputs)
    back = sized.scene.backward
    assert back is not None
    assert (back.cell.units, back.cell.inputs) == (sized.scene.cell.units, sized.scene.cell.inputs)
    assert {len(row) for row in back.initial} == {units}
    assert set_inputs(set_units(sized, scene.cell.units), scene.cell.inputs) == state
    if units > scene.cell.units:
        assert back.cell.arrays[0][-1] != sized.scene.cell.arrays[0][-1]
    resolve(sized)


@given(scenes_of_any_kind(), units_wanted, inputs_wanted, st.integers(1, 8), st.integers(1, 8))
def test_a_resized_scene_is_shortened_lengthened_and_drawn_over(
    scene: Scene, units: int, inputs: int, fewer: int, more: int
) -> None:
    sized = look_at(set_inputs(set_units(SimState.of(scene), units), inputs), units - 1, inputs - 1)
    longer = set_length(set_length(sized, fewer), more)
    drawn = draw(longer, {1: 0.5})
    assert drawn.scene.inputs[0][-1] == 0.5
    assert {len(row) for row in drawn.scene.inputs} == {inputs}
    assert all(one.unit < units for one in drawn.scene.overrides)
    resolve(drawn)


def test_reset_looks_at_a_unit_that_there_is() -> None:
    state = SimState.of(drawn_scene(Kind.of("lstm"), 1))
    grown = look_at(set_inputs(set_units(state, 8), 8), 7, 7)
    assert reset(grown) == look_at(state, 2, 1)


def test_a_moved_weight_stays() -> None:
    state = set_value(SimState.of(drawn_scene(Kind.of("lstm"), 1)), Quantity("U_f", unit=1, source=2), 0.5)
    assert set_units(set_units(state, 9), 3) == state
    assert set_units(state, 2).scene.cell.array("U_f")[1] == state.scene.cell.array("U_f")[1][:2]
