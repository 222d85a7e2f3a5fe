"""The sLSTM equals the paper's equations, and one weighted mean of the past where those would overflow."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.slstm import Slstm
from tests.nets import unstabilised
from tests.nets.as_attention import Attention, log_sigmoid
from tests.nets.xlstm_cells import Array, drawn, drawn_slstm, far_out, resolution, stored_state

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 4)


@given(seeds, sizes, sizes, st.integers(0, 6), st.booleans(), st.booleans())
@settings(max_examples=40)
def test_equals_the_equations_without_a_stabiliser(
    seed: int, inputs: int, units: int, steps: int, exponential: bool, stored: bool
) -> None:
    rng = np.random.default_rng(seed)
    cell = drawn_slstm(exponential, rng, inputs, units)
    x = rng.normal(size=(steps, 2, inputs))
    h, c, n, m = stored_state(rng, cell, 2) if stored else cell.state_from(None, 2)
    trace = cell.forward(x, (h, c, n, m))
    scale = np.exp(m)
    for b in range(2):
        first = h[b].tolist(), (c * scale)[b].tolist(), (n * scale)[b].tolist()
        for t, step in enumerate(unstabilised.slstm(cell, x[:, b], *first)):
            np.testing.assert_allclose(trace.h[t, b], step["h"], rtol=1e-10, atol=1e-13)
            for name in "cn":
                found = trace.quantities[name][t, b] * np.exp(trace.m[t, b])
                largest = float(np.abs(step["n"]).max())
                np.testing.assert_allclose(found, step[name], rtol=1e-10, atol=1e-13 * largest)


@given(seeds, st.integers(1, 6), st.booleans(), st.sampled_from([np.float32, np.float64]))
@settings(max_examples=80)
def test_equals_a_weighted_mean_however_far_out_and_so_do_its_gradients(
    seed: int, steps: int, exponential: bool, dtype: type
) -> None:
    rng = np.random.default_rng(seed)
    x: Array = far_out(rng, steps, 1, 4).astype(dtype)
    d = drawn(rng, dtype, steps, 1, 1)
    cell = Slstm(np.eye(4, dtype=dtype), np.zeros((4, 1), dtype), np.zeros(4, dtype), exponential)
    trace = cell.forward(x)
    gradients = cell.backward(trace, d)

    z: Array = x[:, 0].astype(np.longdouble)
    g, o = np.tanh(z[:, 2:3]), np.exp(log_sigmoid(z[:, 3:]))
    mean = Attention(z[:, 0], z[:, 1], g, np.ones((steps, steps)), exponential, floor=False)
    back = mean.backward(d[:, 0] * o)
    d_z_g, d_z_o = back["values"] * (1 - g**2), d[:, 0] * mean.h_tilde * o * (1 - o)
    d_z = np.concatenate([back["z_i"][:, np.newaxis], back["z_f"][:, np.newaxis], d_z_g, d_z_o], axis=1)
    tolerance = resolution(trace)
    assert (np.abs(trace.h[:, 0] - o * mean.h_tilde) <= tolerance).all()
    assert (np.abs(gradients.x[:, 0] - d_z) <= steps * tolerance * (np.abs(d).max() + 1)).all()
    for array in (gradients.vector, *gradients.state):
        assert np.isfinite(array).all()


@pytest.mark.parametrize("exponential", [False, True])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("far", [-1e4, -80, 80, 1e4])
def test_all_rows_far_out_are_finite_from_any_start(far: float, dtype: type, exponential: bool) -> None:
    rng = np.random.default_rng(1)
    cell = drawn_slstm(exponential, rng, 2, 3, dtype)
    cell = cell.with_arrays({"W": cell.W * dtype(far), "U": cell.U * dtype(far)})
    x = drawn(rng, dtype, 6, 2, 2)
    for state in (None, stored_state(rng, cell, 2)):
        trace = cell.forward(x, state, [6, 2])
        gradients = cell.backward(trace, np.ones_like(trace.h))
        for array in (*trace.quantities.values(), gradients.vector, gradients.x, *gradients.state):
            assert np.isfinite(array).all()


def test_the_hidden_state_is_a_mean_of_candidates_let_out() -> None:
    rng = np.random.default_rng(0)
    trace = drawn_slstm(True, rng, 2, 3).forward(rng.normal(size=(9, 2, 2)))
    seen = np.maximum.accumulate(np.abs(trace.gate("g")))
    assert (np.abs(trace.h_tilde) <= seen * (1 + 1e-12)).all()


def test_its_rows_are_those_of_the_lstm() -> None:
    cell = drawn_slstm(False, np.random.default_rng(0), 2, 3)
    assert (cell.inputs, cell.units, cell.outputs) == (2, 3, 3)
    assert [cell.rows(block).start for block in "ifgo"] == [0, 3, 6, 9]
    trace = cell.forward(np.zeros((4, 1, 2)))
    names = "z_i z_f z_g z_o log_f m i_prime f_prime g o c n h_tilde h"
    assert list(trace.quantities) == names.split()


@pytest.mark.parametrize(
    ("W", "U", "b", "sentence"),
    [
        ((4, 1), (4,), (4,), r"U has shape \(4,\); wanted \(4·units, units\)"),
        ((4, 1), (0, 0), (0,), r"U has shape \(0, 0\); wanted \(4·units, units\)"),
        ((4, 1), (5, 1), (4,), r"U has shape \(5, 1\); wanted \(4, 1\)"),
        ((8, 1), (4, 1), (4,), r"W has shape \(8, 1\); wanted \(4, inputs\)"),
        ((4, 1), (4, 1), (4, 1), r"b has shape \(4, 1\); wanted \(4,\)"),
    ],
)
def test_arrays_that_do_not_fit_are_refused_in_one_sentence(
    W: tuple[int, ...], U: tuple[int, ...], b: tuple[int, ...], sentence: str
) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        Slstm(np.zeros(W), np.zeros(U), np.zeros(b))


def test_arrays_of_two_precisions_are_refused() -> None:
    with pytest.raises(ValueError, match="U is float32; wanted float32 or float64, the same for W, U, b"):
        Slstm(np.zeros((4, 1)), np.zeros((4, 1), np.float32), np.zeros(4))
