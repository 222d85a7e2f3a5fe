"""What holds of every cell and variant run forward: its equations, its steps, its lengths."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nets.by_numbers import by_numbers
from tests.nets.cells import (
    CELLS,
    Array,
    assert_same,
    assert_same_state,
    both_precisions,
    drawn,
    every_cell,
    problem,
    readable,
)
from tests.nets.gradient_check import drawn_state

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 4)
wide = st.integers(1, 9)


@st.composite
def runs(draw: st.DrawFn) -> tuple[int, int, list[int] | None]:
    """How many steps (from 0) and sequences, and their lengths (from 0) or none."""
    steps, batch = draw(st.integers(0, 6)), draw(sizes)
    row = st.lists(st.integers(0, steps), min_size=batch, max_size=batch)
    return steps, batch, draw(st.none() | row)


# The equations


@every_cell
@given(seed=seeds, inputs=sizes, units=sizes, run=runs())
@settings(max_examples=12)
def test_equals_the_loop_over_single_numbers(
    kind: str, seed: int, inputs: int, units: int, run: tuple[int, int, list[int] | None]
) -> None:
    steps, batch, lengths = run
    rng = np.random.default_rng(seed)
    cell = CELLS[kind](rng, inputs, units, np.float64)
    x, state = drawn(rng, np.float64, steps, batch, inputs), drawn_state(rng, cell, batch)
    trace = cell.forward(x, state, lengths)
    for b, length in enumerate(lengths or [steps] * batch):
        expected = by_numbers(cell, x[:length, b].tolist(), [array[b].tolist() for array in state])
        for t, numbers in enumerate(expected):
            assert list(numbers) == list(trace.quantities)
            for name, wanted in numbers.items():
                np.testing.assert_allclose(trace.quantities[name][t, b], wanted, 1e-11, 1e-12, err_msg=name)
            np.testing.assert_allclose(trace.output[t, b], numbers["h"], 1e-11, 1e-12)


@every_cell
@both_precisions
def test_the_precision_given_is_the_precision_got(kind: str, dtype: type) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 4, 2, dtype)
    trace = cell.forward(x, state, [4, 1])
    arrays = [*trace.quantities.values(), trace.output, *trace.final, *cell.forward(x).initial]
    assert {array.dtype for array in arrays} == {cell.dtype} == {np.dtype(dtype)}


@every_cell
@both_precisions
@pytest.mark.parametrize("far", [-1e4, 1e4])
def test_saturated_inputs_give_finite_numbers(kind: str, dtype: type, far: float) -> None:
    cell, x, state = problem(kind, 1, 2, 3, 4, 2, dtype)
    trace = cell.forward(x * dtype(far), state)
    assert all(np.isfinite(array).all() for array in trace.quantities.values())
    gradients = cell.backward(trace, np.ones_like(trace.output), state)
    assert all(np.isfinite(array).all() for array in (*gradients.arrays.values(), gradients.x))
    assert all(np.isfinite(array).all() for array in gradients.state)


# One step at a time


@every_cell
@given(seeds, wide, wide, st.integers(1, 5), st.integers(1, 20), st.booleans(), st.data())
@settings(max_examples=6)
def test_step_by_step_equals_the_whole_to_the_bit(
    kind: str,
    seed: int,
    inputs: int,
    units: int,
    batch: int,
    steps: int,
    single: bool,
    data: st.DataObject,
) -> None:
    cell, x, state = problem(kind, seed, inputs, units, steps, batch, np.float32 if single else np.float64)
    row = st.lists(st.integers(0, steps), min_size=batch, max_size=batch)
    lengths = data.draw(st.none() | row, label="lengths")
    whole = readable(cell, x, state, lengths)
    stepped = cell.begin(x, state, lengths, edited=True)
    carried = single_carried = stepped.initial
    for t in range(steps):
        carried = cell.advance(stepped, t, t + 1, carried)
        left = None if lengths is None else [min(max(length - t, 0), 1) for length in lengths]
        single_step = readable(cell, x[t : t + 1], single_carried, left)
        assert_same(single_step, whole, slice(t, t + 1))
        single_carried = single_step.final
    assert_same(stepped, whole)
    for last in (carried, single_carried):
        assert_same_state(last, whole.final)


@every_cell
@pytest.mark.parametrize("lengths", [None, [9, 0, 30, 29]])
def test_stepping_what_forward_would_run_equals_it_to_the_bit(kind: str, lengths: list[int] | None) -> None:
    cell, x, state = problem(kind, 2, 3, 4, 30, 4, np.float32)
    whole, stepped = cell.forward(x, state, lengths), cell.begin(x, state, lengths)
    carried = stepped.initial
    for start, stop in ((0, 0), (0, 1), (1, 2), (2, 17), (17, 30)):
        carried = cell.advance(stepped, start, stop, carried)
    assert_same(stepped, whole)
    assert_same_state(carried, whole.final)


@every_cell
@given(seed=seeds, steps=st.integers(2, 8), data=st.data())
@settings(max_examples=5)
def test_going_on_from_other_states_reads_those(
    kind: str, seed: int, steps: int, data: st.DataObject
) -> None:
    cell, x, start = problem(kind, seed, 2, 3, steps, 2)
    other = drawn_state(np.random.default_rng(seed + 1), cell, 2)
    at = data.draw(st.integers(0, steps), label="at")
    trace = cell.begin(x, start, edited=True)
    before = cell.advance(trace, 0, at, trace.initial)
    last = cell.advance(trace, at, steps, other)
    first, second = readable(cell, x[:at], start), readable(cell, x[at:], other)
    assert_same(first, trace, slice(0, at))
    assert_same(second, trace, slice(at, steps))
    assert_same_state(before, first.final)
    assert_same_state(last, second.final)
    for name, was, is_ in zip(trace.states, before, other, strict=True):
        if 0 < at < steps:
            np.testing.assert_array_equal(getattr(trace, name)[at - 1], was)
            np.testing.assert_array_equal(getattr(trace, f"{name}_previous")[at], is_)


# Lengths, sizes and layouts


@every_cell
@given(seed=seeds, steps=st.integers(0, 6), lengths=st.lists(st.integers(0, 6), min_size=1, max_size=4))
@settings(max_examples=6)
def test_each_sequence_ends_at_its_length_as_if_it_were_alone(
    kind: str, seed: int, steps: int, lengths: list[int]
) -> None:
    lengths = [min(length, steps) for length in lengths]
    cell, x, state = problem(kind, seed, 2, 3, steps, len(lengths))
    trace = readable(cell, x, state, lengths)
    for b, length in enumerate(lengths):
        alone = readable(cell, x[:length, b : b + 1], tuple(array[b : b + 1] for array in state))
        np.testing.assert_allclose(trace.output[:length, b], alone.output[:, 0], 1e-11, 1e-12)
        np.testing.assert_array_equal(trace.output[length:, b], 0)
        for name, last, wanted, first in zip(trace.states, trace.final, alone.final, state, strict=True):
            np.testing.assert_allclose(last[b], wanted[0], 1e-11, 1e-12)
            stands = np.concatenate([first[np.newaxis], getattr(trace, name)])[length:, b]
            np.testing.assert_array_equal(stands, np.broadcast_to(stands[0], stands.shape))


@every_cell
@pytest.mark.parametrize("steps", [5, 30])
@pytest.mark.parametrize("anything", [np.nan, np.inf, -np.inf])
def test_nothing_past_a_length_is_read(kind: str, steps: int, anything: float) -> None:
    cell, x, state = problem(kind, 3, 2, 3, steps, 3)
    lengths = np.array([2, 0, steps])
    d_output, d_final = np.ones((steps, 3, cell.outputs)), drawn_state(np.random.default_rng(4), cell, 3)
    past = np.arange(steps)[:, np.newaxis] >= lengths
    runs = []
    for filling in (0, anything):
        x[past] = d_output[past] = filling
        trace = cell.forward(x, state, lengths)
        runs.append((trace, cell.backward(trace, d_output, d_final)))
    (plain, wanted), (filled, gradients) = runs
    assert_same(filled, plain)
    np.testing.assert_array_equal(gradients.vector, wanted.vector)
    np.testing.assert_array_equal(gradients.x, wanted.x)
    np.testing.assert_array_equal(gradients.x[past], 0)
    assert_same_state(gradients.state, wanted.state)


@every_cell
@pytest.mark.parametrize(("steps", "batch"), [(0, 4), (5, 0), (0, 0), (1, 1)])
@pytest.mark.parametrize("with_lengths", [False, True])
def test_empty_batches_empty_sequences_and_single_steps_run(
    kind: str, steps: int, batch: int, with_lengths: bool
) -> None:
    cell, x, state = problem(kind, 0, 2, 3, steps, batch)
    trace = cell.forward(x, state, [0] * batch if with_lengths else None)
    assert trace.output.shape == (steps, batch, cell.outputs)
    assert {array.shape[:2] for array in trace.quantities.values()} == {(steps, batch)}
    assert [array.shape for array in trace.final] == list(cell.state_shapes(batch))
    gradients = cell.backward(trace, np.ones_like(trace.output), state)
    assert gradients.x.shape == x.shape
    if not steps * batch or with_lengths:
        assert_same_state(trace.final, state)
        assert_same_state(gradients.state, state)
        np.testing.assert_array_equal(gradients.vector, np.zeros(cell.count))


def strided(array: Array) -> Array:
    """The same numbers, first axis first, backwards and with gaps between them, and not to be written."""
    wide = np.zeros((2 * array.shape[-1], *array.shape[:-1]), array.dtype)
    spread = np.moveaxis(wide[::-2], 0, -1)
    spread[...] = array
    spread.flags.writeable = False
    return spread


@every_cell
@both_precisions
@pytest.mark.parametrize("steps", [5, 30])
def test_arrays_of_any_layout_give_the_same(kind: str, dtype: type, steps: int) -> None:
    cell, x, state = problem(kind, 5, 3, 4, steps, 3, dtype)
    spread = cell.with_arrays({name: strided(array) for name, array in cell.arrays.items()})
    d_output = drawn(np.random.default_rng(6), dtype, steps, 3, cell.outputs)
    trace = cell.forward(x, state, [2, steps, 3])
    other = spread.forward(strided(x), tuple(map(strided, state)), [2, steps, 3])
    wanted, gradients = cell.backward(trace, d_output), spread.backward(other, strided(d_output))
    rtol, atol = (1e-9, 1e-10) if dtype is np.float64 else (1e-3, 1e-3)
    np.testing.assert_allclose(other.output, trace.output, rtol, atol)
    np.testing.assert_allclose(gradients.vector, wanted.vector, rtol, atol)
    np.testing.assert_allclose(gradients.x, wanted.x, rtol, atol)


@every_cell
def test_the_initial_state_is_zero_when_not_given(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 4, 2)
    zero = tuple(np.zeros_like(array) for array in state)
    assert_same(cell.forward(x), cell.forward(x, zero))
    assert_same_state(cell.forward(x).initial, zero)


@every_cell
def test_a_run_changes_nothing_that_it_was_given(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 4, 2)
    kept = [array.copy() for array in (x, *state, cell.vector)]
    trace = cell.forward(x, state, [3, 0])
    d_output, d_final = np.ones_like(trace.output), tuple(np.ones_like(array) for array in state)
    cell.backward(trace, d_output, d_final)
    assert_same_state((x, *state, cell.vector), tuple(kept))
    assert all((array == 1).all() for array in (d_output, *d_final))
