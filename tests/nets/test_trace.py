"""A trace holds what was run: its output, its last state, its parts, and one sequence side by side."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.trace import CellTrace, state_rows
from tests.nets.cells import Array, assert_same, assert_same_state, drawn, every_cell, problem, readable
from tests.nets.gradient_check import drawn_state

seeds = st.integers(0, 2**32 - 1)


@every_cell
def test_a_trace_says_what_was_run(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 5, 4)
    trace = cell.forward(x, state, [5, 0, 2, 4])
    assert (trace.steps, trace.batch, trace.states) == (5, 4, cell.state_names)
    assert trace.lengths is not None
    assert trace.lengths.tolist() == [5, 0, 2, 4]
    assert_same_state(trace.initial, state)
    assert trace.z.shape == (5, 4, len(cell.W))


@every_cell
def test_the_output_is_h_up_to_each_length_and_the_last_state_what_stands_there(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 5, 3)
    trace = cell.forward(x, state, [5, 0, 2])
    assert cell.forward(x, state).output is not trace.output
    for b, length in enumerate([5, 0, 2]):
        np.testing.assert_array_equal(trace.output[:length, b], trace.h[:length, b])
        np.testing.assert_array_equal(trace.output[length:, b], 0)
        for name, last, first in zip(trace.states, trace.final, state, strict=True):
            wanted = getattr(trace, name)[length - 1, b] if length else first[b]
            np.testing.assert_array_equal(last[b], wanted)


@every_cell
def test_without_lengths_the_output_is_h_itself(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 5, 3)
    trace = cell.forward(x, state)
    assert trace.output is trace.h


@every_cell
def test_what_a_step_read_is_what_the_step_before_wrote(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 5, 3)
    for run in (cell.forward(x, state, [5, 0, 2]), readable(cell, x, state, [5, 0, 2])):
        for name, first in zip(run.states, state, strict=True):
            read, written = getattr(run, f"{name}_previous"), getattr(run, name)
            np.testing.assert_array_equal(read[0], first)
            np.testing.assert_array_equal(read[1:], written[:-1])


@every_cell
@given(seed=seeds, steps=st.integers(0, 6), data=st.data())
@settings(max_examples=6)
def test_a_part_is_the_run_of_those_steps_alone(
    kind: str, seed: int, steps: int, data: st.DataObject
) -> None:
    cell, x, state = problem(kind, seed, 2, 3, steps, 3)
    row = st.lists(st.integers(0, steps), min_size=3, max_size=3)
    lengths = data.draw(st.none() | row, label="lengths")
    start = data.draw(st.integers(0, steps), label="start")
    stop = data.draw(st.integers(start, steps), label="stop")
    trace = readable(cell, x, state, lengths)
    part = trace.part(start, stop)
    left = None if lengths is None else [min(max(length - start, 0), stop - start) for length in lengths]
    alone = readable(cell, x[start:stop], trace.part(0, start).final, left)
    assert_same(part, alone)
    assert_same_state(part.initial, alone.initial)
    assert_same_state(part.final, alone.final)
    assert (part.steps, part.batch) == (stop - start, 3)
    if trace.lengths is not None and part.lengths is not None:
        assert part.lengths.tolist() == left


@every_cell
def test_a_part_copies_nothing_and_runs_no_kernel(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 30, 2)
    trace = cell.forward(x, state, [30, 3])
    part = trace.part(1, 20)
    assert part.kernel is None
    assert list(part.quantities) == list(trace.quantities)
    for name, array in trace.quantities.items():
        assert np.shares_memory(part.quantities[name], array)


@every_cell
def test_a_part_of_a_part_is_a_part(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 6, 2)
    trace = cell.forward(x, state, [6, 3])
    once, twice = trace.part(2, 5), trace.part(1, 6).part(1, 4)
    assert_same(twice, once)
    assert_same_state(twice.initial, once.initial)


@every_cell
@pytest.mark.parametrize("lengths", [None, [5, 0, 3]])
def test_one_sequence_side_by_side_goes_back_from_several_gradients_at_once(
    kind: str, lengths: list[int] | None
) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 5, 3)
    rng = np.random.default_rng(1)
    trace = cell.forward(x, state, lengths)
    arriving, d_last = drawn(rng, np.float64, 5, 4, cell.outputs), drawn_state(rng, cell, 4)
    for b in range(3):
        repeated = trace.repeated(b, 4)
        assert (repeated.batch, repeated.kernel) == (4, None)
        assert list(repeated.quantities) == list(trace.quantities)
        for name, array in repeated.quantities.items():
            np.testing.assert_array_equal(array, np.repeat(trace.quantities[name][:, b : b + 1], 4, axis=1))
            assert np.shares_memory(array, trace.quantities[name])
        found = cell.unwind(repeated, arriving, d_last)
        assert np.isfinite(found.d_z).all()
        for k in range(4):
            d_output, d_final = np.zeros((5, 3, cell.outputs)), cell.state_from(None, 3)
            d_output[:, b] = arriving[:, k]
            for array, wanted in zip(d_final, d_last, strict=True):
                array[b] = wanted[k]
            alone = cell.unwind(trace, d_output, d_final)
            np.testing.assert_allclose(found.d_z[:, k], alone.d_z[:, b], 1e-10, 1e-12)
            for array, wanted in zip(found.d_initial, alone.d_initial, strict=True):
                np.testing.assert_allclose(array[k], wanted[b], 1e-10, 1e-12)


@every_cell
def test_a_trace_to_be_edited_keeps_apart_what_was_read_and_what_was_written(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 4, 2)
    edited, plain = cell.begin(x, state, edited=True), cell.begin(x, state)
    assert edited.kernel is None
    for name in edited.states:
        assert not np.shares_memory(getattr(edited, f"{name}_previous"), getattr(edited, name))
        assert np.shares_memory(getattr(plain, f"{name}_previous"), getattr(plain, name))


def test_a_cell_with_a_carousel_alone_says_what_it_carries() -> None:
    lstm, x, state = problem("LSTM: plain", 0, 2, 3, 4, 2)
    gru, *_ = problem("GRU: reset after, z keeps", 0, 2, 3, 4, 2)
    rnn, *_ = problem("RNN: tanh", 0, 2, 3, 4, 2)
    for cell, has in ((lstm, True), (gru, True), (rnn, False)):
        trace: CellTrace = cell.forward(x, state[: len(cell.state_names)])
        assert hasattr(trace, "carry") == has
        if has:
            assert trace.part(1, 3).carry.shape == (2, 2, 3)  # type: ignore[attr-defined]


@given(st.integers(0, 5), st.integers(0, 3), st.integers(1, 3), st.booleans())
def test_state_rows_stand_one_step_apart(steps: int, batch: int, size: int, apart: bool) -> None:
    first: Array = np.random.default_rng(0).normal(size=(batch, size)).astype(np.float32)
    read, written = state_rows(first, steps, apart)
    assert read.shape == written.shape == (steps, batch, size)
    assert read.dtype == written.dtype == np.float32
    assert not np.shares_memory(read, first)
    if steps:
        np.testing.assert_array_equal(read[0], first)
    written[...] = 7
    np.testing.assert_array_equal(read[1:], 0 if apart else 7)


@every_cell
def test_cells_and_traces_are_frozen_and_each_is_itself_alone(kind: str) -> None:
    cell, x, _ = problem(kind, 0, 2, 3, 4, 2)
    trace = cell.forward(x)
    with pytest.raises(AttributeError, match="cannot assign"):
        trace.h = trace.z
    with pytest.raises(AttributeError, match="cannot assign"):
        cell.W = cell.b
    assert len({cell, cell.with_arrays({}), trace, cell.forward(x)}) == 4
