"""What holds of the sLSTM and the mLSTM alike: steps, lengths, the trace, refusals."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nets.gradient_check import drawn_state
from tests.nets.xlstm_cells import XLSTM_CELLS, Array, lengths_for, stored_state

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 3)
precisions = st.sampled_from([np.float32, np.float64])
every_cell = pytest.mark.parametrize("kind", XLSTM_CELLS)


# Steps


@every_cell
@given(seeds, sizes, sizes, st.integers(0, 5), precisions, st.data())
@settings(max_examples=20)
def test_step_by_step_equals_the_whole_to_the_bit(
    kind: str, seed: int, inputs: int, units: int, steps: int, dtype: type, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    cell = XLSTM_CELLS[kind](rng, inputs, units, dtype)
    lengths = data.draw(lengths_for(steps, 2))
    x: Array = rng.normal(size=(steps, 2, inputs)).astype(dtype)
    state = stored_state(rng, cell, 2) if data.draw(st.booleans()) else None
    whole = cell.forward(x, state, lengths)
    parts = cell.begin(x, state, lengths)
    after = parts.initial
    for t in range(steps):
        after = cell.advance(parts, t, t + 1, after)
        one = cell.forward(x[t : t + 1], whole.part(t, steps).initial)
        for name, array in one.quantities.items():
            running = np.array([length > t for length in lengths or [steps] * 2])
            np.testing.assert_array_equal(array[0, running], whole.quantities[name][t, running])
    for name, array in parts.quantities.items():
        np.testing.assert_array_equal(array, whole.quantities[name])
    for array, final in zip(after, whole.final, strict=True):
        np.testing.assert_array_equal(array, final)
        assert array.dtype == dtype


@every_cell
@given(seeds, st.integers(0, 4))
@settings(max_examples=10)
def test_going_on_from_another_state_reads_that(kind: str, seed: int, at: int) -> None:
    rng = np.random.default_rng(seed)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    x = rng.normal(size=(4, 2, 2))
    start, other = stored_state(rng, cell, 2), stored_state(rng, cell, 2)
    trace = cell.begin(x, start, edited=True)
    cell.advance(trace, 0, at, trace.initial)
    cell.advance(trace, at, 4, other)
    first, second = cell.forward(x[:at], start), cell.forward(x[at:], other)
    for name, array in trace.quantities.items():
        joined = np.concatenate([first.quantities[name], second.quantities[name]])
        np.testing.assert_array_equal(array, joined, err_msg=name)


@every_cell
@given(seeds, st.integers(1, 5), st.data())
@settings(max_examples=15)
def test_a_sequence_in_a_batch_runs_as_it_does_alone(
    kind: str, seed: int, steps: int, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    lengths = data.draw(st.lists(st.integers(0, steps), min_size=3, max_size=3))
    x, d = rng.normal(size=(steps, 3, 2)), rng.normal(size=(steps, 3, 3))
    state, d_final = stored_state(rng, cell, 3), drawn_state(rng, cell, 3)
    together = cell.forward(x, state, lengths)
    found = cell.backward(together, d, d_final)
    total = dict.fromkeys(cell.arrays, 0)
    for b, length in enumerate(lengths):
        cut = slice(b, b + 1)
        alone = cell.forward(x[:length, cut], tuple(array[cut] for array in state))
        np.testing.assert_allclose(together.output[:length, cut], alone.output, rtol=1e-11)
        assert not together.output[length:, b].any()
        gradients = cell.backward(alone, d[:length, cut], tuple(array[cut] for array in d_final))
        np.testing.assert_allclose(found.x[:length, cut], gradients.x, rtol=1e-8, atol=1e-10)
        assert not found.x[length:, b].any()
        pairs = [*zip(together.final, alone.final, strict=True)]
        pairs += zip(found.state, gradients.state, strict=True)
        for array, wanted in pairs:
            np.testing.assert_allclose(array[cut], wanted, rtol=1e-8, atol=1e-10)
        total = {name: total[name] + gradients[name] for name in total}
    for name, wanted in total.items():
        np.testing.assert_allclose(found[name], wanted, rtol=1e-8, atol=1e-9)


# The trace


@every_cell
def test_the_trace_names_every_quantity_of_every_step(kind: str) -> None:
    rng = np.random.default_rng(0)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    state = stored_state(rng, cell, 2)
    trace = cell.forward(rng.normal(size=(4, 2, 2)), state)
    assert all(array.shape[:2] == (4, 2) for array in trace.quantities.values())
    assert (
        trace.states == cell.state_names == tuple(name for name in cell.state_names if hasattr(trace, name))
    )
    i, f = trace.quantities["i_prime"], trace.quantities["f_prime"]
    assert trace.carry is f or np.shares_memory(trace.carry, f)
    np.testing.assert_array_equal(np.maximum(i, f), 1)
    kept = trace.log_f + trace.m_previous
    np.testing.assert_array_equal(trace.m, np.maximum(kept, trace.quantities["z_i"]))
    np.testing.assert_allclose(f, np.exp(kept - trace.m))
    np.testing.assert_allclose(trace.h, trace.quantities["o"] * trace.h_tilde)


@every_cell
def test_parts_and_copies_of_a_trace_have_gradients_of_their_own(kind: str) -> None:
    rng = np.random.default_rng(0)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    x, state, d = rng.normal(size=(5, 2, 2)), stored_state(rng, cell, 2), rng.normal(size=(5, 2, 3))
    whole = cell.forward(x, state, [5, 3])
    late = cell.backward(whole.part(2, 5), d[2:])
    early = cell.backward(whole.part(0, 2), d[:2], late.state)
    both = cell.backward(whole, d)
    np.testing.assert_allclose(early.vector + late.vector, both.vector, rtol=1e-9)
    twice = whole.repeated(0, 2)
    alone = cell.forward(x[:, :1], tuple(array[:1] for array in state))
    for name, array in twice.quantities.items():
        np.testing.assert_allclose(array, np.repeat(alone.quantities[name], 2, axis=1), rtol=1e-9)
    assert twice.final[1].shape == state[1].shape


# Refusals


@every_cell
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"x": np.zeros((3, 2))}, r"x has shape \(3, 2\); wanted \(time, batch, 2\)"),
        ({"x": np.zeros((3, 1, 2), "f4")}, "x is float32; wanted float64, as the weights are"),
        ({"state": ()}, "the state has 0 arrays; wanted 4: h, [cC], n, m"),
        ({"lengths": [4]}, "lengths runs from 4 to 4; wanted 0 to 3"),
    ],
)
def test_a_run_that_does_not_fit_is_refused_in_one_sentence(
    kind: str, change: dict[str, Any], sentence: str
) -> None:
    cell = XLSTM_CELLS[kind](np.random.default_rng(0), 2, 3)
    with pytest.raises(ValueError, match=sentence):
        cell.forward(**{"x": np.zeros((3, 1, 2)), **change})


@every_cell
def test_states_and_gradients_that_do_not_fit_are_refused_by_name(kind: str) -> None:
    rng = np.random.default_rng(0)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    x, (h, stored, n, m) = np.zeros((4, 1, 2)), drawn_state(rng, cell, 1)
    with pytest.raises(ValueError, match=r"n_0 has shape \(1, 2\); wanted \(1, 3\)"):
        cell.forward(x, (h, stored, n[:, :2], m))
    with pytest.raises(ValueError, match=r"[cC]_0 has shape \(1,\); wanted \(1, 3(, 3)?\)"):
        cell.forward(x, (h, n[:, 0], n, m))
    trace = cell.forward(x)
    with pytest.raises(ValueError, match=r"d_output has shape \(4, 1\); wanted \(4, 1, 3\)"):
        cell.backward(trace, np.zeros((4, 1)))
    with pytest.raises(ValueError, match=r"d_m_final has shape \(1, 9\); wanted \(1, \d\)"):
        cell.backward(trace, np.zeros((4, 1, 3)), (h, stored, n, np.zeros((1, 9))))
