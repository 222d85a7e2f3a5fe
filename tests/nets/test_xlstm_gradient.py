"""The gradients of the sLSTM and the mLSTM: against central differences, whatever the stabiliser."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lstm_gui.nets.mlstm_trace import MlstmTrace
from tests.nets.gradient_check import check_gradients, drawn_state, numeric
from tests.nets.xlstm_cells import (
    XLSTM_CELLS,
    Array,
    XlstmTrace,
    drawn,
    lengths_for,
    stored_state,
    with_stabiliser,
)

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 3)
precisions = st.sampled_from([np.float32, np.float64])
every_cell = pytest.mark.parametrize("kind", XLSTM_CELLS)


def away_from_kinks(trace: XlstmTrace) -> bool:
    """Whether a small move of anything leaves both maxima to the side they are taken from."""
    z_i = trace.pre_activation("i")
    clear = bool((np.abs(trace.log_f + trace.m_previous - z_i) > 0.05).all())
    if isinstance(trace, MlstmTrace):
        n_q, one = np.abs(trace.n_q), np.exp(-trace.m)
        clear &= bool((np.abs(n_q - one) > 0.1 * one).all()) and bool((trace.divisor > 0.2).all())
    return clear


@every_cell
@given(seeds, st.integers(1, 2), sizes, st.integers(1, 2), st.integers(0, 4), st.data())
@settings(max_examples=12)
def test_every_gradient_equals_central_differences(
    kind: str, seed: int, inputs: int, units: int, batch: int, steps: int, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    cell = XLSTM_CELLS[kind](rng, inputs, units)
    lengths = data.draw(lengths_for(steps, batch))
    state = stored_state(rng, cell, batch)
    x = np.random.default_rng(seed).normal(size=(steps, batch, inputs))
    assume(away_from_kinks(cell.forward(x, state, lengths)))
    check_gradients(cell, np.random.default_rng(seed), steps, batch, lengths, state, 2e-4)


@every_cell
@given(seeds, precisions)
@settings(max_examples=10)
def test_precision_contiguity_and_memory_of_what_is_given_do_not_matter(
    kind: str, seed: int, dtype: type
) -> None:
    rng = np.random.default_rng(seed)
    cell = XLSTM_CELLS[kind](rng, 2, 3, dtype)
    x, d = drawn(rng, dtype, 5, 2, 2), drawn(rng, dtype, 5, 2, 3)
    state, d_final = stored_state(rng, cell, 2), drawn_state(rng, cell, 2)

    def spread(array: Array) -> Array:
        wide = drawn(rng, dtype, *[2 * size for size in array.shape])
        every_other = wide[(slice(None, None, 2),) * array.ndim]
        every_other[...] = array
        return every_other

    apart = cell.with_arrays({name: spread(array) for name, array in cell.arrays.items()})
    plain = cell.backward(cell.forward(x, state), d, d_final)
    trace = apart.forward(spread(x), tuple(map(spread, state)))
    loose = apart.backward(trace, spread(d), tuple(map(spread, d_final)))
    tolerance = 1e-3 if dtype == np.float32 else 1e-9
    pairs = [(plain.vector, loose.vector), (plain.x, loose.x), *zip(plain.state, loose.state, strict=True)]
    for array, wanted in pairs:
        assert array.dtype == wanted.dtype == dtype
        largest = float(np.abs(wanted).max(initial=1))
        np.testing.assert_allclose(array, wanted, rtol=tolerance, atol=tolerance * largest)
    assert {array.dtype for array in trace.quantities.values()} == {np.dtype(dtype)}


@every_cell
@pytest.mark.parametrize(("steps", "batch"), [(0, 2), (3, 0), (0, 0)])
def test_no_step_and_no_sequence_run_there_and_back(kind: str, steps: int, batch: int) -> None:
    rng = np.random.default_rng(0)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    state, d_final = stored_state(rng, cell, batch), drawn_state(rng, cell, batch)
    trace = cell.forward(np.zeros((steps, batch, 2)), state)
    gradients = cell.backward(trace, np.zeros((steps, batch, 3)), d_final)
    assert trace.output.shape == (steps, batch, 3)
    assert not gradients.vector.any()
    if not steps:
        for array, wanted in zip((*trace.final, *gradients.state), (*state, *d_final), strict=True):
            np.testing.assert_array_equal(array, wanted)


@every_cell
def test_a_sequence_that_ends_before_it_stores_anything_gives_nothing_back(kind: str) -> None:
    rng = np.random.default_rng(0)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    d_final = drawn_state(rng, cell, 2)
    trace = cell.forward(rng.normal(size=(3, 2, 2)), lengths=[3, 0])
    gradients = cell.backward(trace, np.ones((3, 2, 3)), d_final)
    assert not gradients.x[:, 1].any()
    for array, wanted in zip(gradients.state, d_final, strict=True):
        np.testing.assert_array_equal(array[1], wanted[1])


# The stabiliser


@every_cell
@given(seeds, st.floats(-20, 20))
@settings(max_examples=20)
def test_no_output_depends_on_the_stabiliser(kind: str, seed: int, shift: float) -> None:
    rng = np.random.default_rng(seed)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    x, d = rng.normal(size=(5, 2, 2)), rng.normal(size=(5, 2, 3))
    state = stored_state(rng, cell, 2)
    plain, moved = cell.forward(x, state), cell.forward(x, with_stabiliser(state, shift))
    np.testing.assert_allclose(moved.output, plain.output, rtol=1e-9)
    _, stored, n, m = plain.final
    _, moved_stored, moved_n, moved_m = moved.final
    scale = np.exp(moved_m - m)  # (B, ·)
    np.testing.assert_allclose(moved_n * scale, n, rtol=1e-9)
    np.testing.assert_allclose(
        moved_stored * scale.reshape(2, -1, *[1] * (stored.ndim - 2)), stored, rtol=1e-9
    )
    one, other = cell.backward(plain, d), cell.backward(moved, d)
    np.testing.assert_allclose(other.vector, one.vector, rtol=1e-7, atol=1e-8 * np.abs(one.vector).max())


@every_cell
@given(seeds, st.floats(-20, 20))
@settings(max_examples=20)
def test_with_nothing_stored_the_first_stabiliser_does_not_matter(kind: str, seed: int, first: float) -> None:
    rng = np.random.default_rng(seed)
    cell = XLSTM_CELLS[kind](rng, 2, 3)
    x = rng.normal(size=(4, 2, 2))
    h, stored, n, m = cell.state_from(None, 2)
    plain, moved = cell.forward(x), cell.forward(x, (h, stored, n, m + first))
    for name, array in plain.quantities.items():
        if name not in ("f_prime", "m_previous"):
            np.testing.assert_array_equal(array, moved.quantities[name], err_msg=name)
    np.testing.assert_array_equal(plain.m[0], plain.pre_activation("i")[0])


@every_cell
@given(seeds, st.integers(1, 3))
@settings(max_examples=8)
def test_gradients_from_an_empty_start_equal_central_differences(kind: str, seed: int, steps: int) -> None:
    """Through the outputs alone: what ends in m, and so in what is stored, jumps where n_0 leaves 0."""
    rng = np.random.default_rng(seed)
    cell = XLSTM_CELLS[kind](rng, 1, 2)
    x, d = rng.normal(size=(steps, 1, 1)), rng.normal(size=(steps, 1, 2))
    empty = cell.state_from(None, 1)
    trace = cell.forward(x, empty)
    assume(away_from_kinks(trace) and float(trace.quantities["f_prime"][0].max()) < 10)
    found = cell.backward(trace, d).state
    for position in (1, 2):  # what is stored, and n
        expected = numeric(lambda: float((d * cell.forward(x, empty).output).sum()), empty[position], 1e-4)
        np.testing.assert_allclose(found[position], expected, rtol=1e-6, atol=1e-7)


@every_cell
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_an_empty_store_that_stays_empty_gives_finite_gradients(kind: str, dtype: type) -> None:
    """With inputs of 0 and no bias of k an mLSTM stores nothing, and ∂L/∂C_0 grows by f at every step."""
    rng = np.random.default_rng(0)
    cell = XLSTM_CELLS[kind](rng, 2, 3, dtype)
    b = np.zeros_like(cell.b)
    b[cell.rows("f")], b[cell.rows("o")] = 1e4, 1
    if "q" in cell.blocks:
        b[cell.rows("q")] = 1
    cell = cell.with_arrays({"b": b})
    trace = cell.forward(np.zeros((30, 2, 2), dtype))
    gradients = cell.backward(trace, np.ones((30, 2, 3), dtype), drawn_state(rng, cell, 2))
    for array in (trace.output, gradients.vector, gradients.x, *gradients.state):
        assert np.isfinite(array).all()
