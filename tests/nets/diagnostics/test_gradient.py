"""The gradients that reach earlier states are those of backward, and of the Jacobians."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.activation import IDENTITY
from lstm_gui.nets.diagnostics.gradient import effective_depth, state_gradients
from lstm_gui.nets.diagnostics.jacobian import state_jacobians
from lstm_gui.nets.diagnostics.not_finite import NotFinite
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.truncation import truncated_gradients
from tests.nets.cells import CELLS
from tests.nets.gradient_check import drawn_state
from tests.nets.plain_cells import lstm, rnn
from tests.nets.xlstm_cells import XLSTM_CELLS, stored_state

Array = NDArray[Any]
SEEDS = st.integers(0, 2**32 - 1)
ALL = CELLS | XLSTM_CELLS


def at_step(d_output: Array, target: int, steps: int, sequence: int = 0, batch: int = 1) -> Array:
    """∂L/∂output (steps, batch, outputs) of a loss that reads one step of one sequence."""
    whole = np.zeros((steps, batch, len(d_output)), dtype=d_output.dtype)
    whole[target, sequence] = d_output
    return whole


@pytest.mark.parametrize("kind", ALL)
@given(seed=SEEDS, steps=st.integers(1, 6), units=st.integers(1, 3), batch=st.integers(1, 3))
@settings(max_examples=4)
def test_they_are_what_the_whole_way_back_has_at_every_step(
    kind: str, seed: int, steps: int, units: int, batch: int
) -> None:
    rng = np.random.default_rng(seed)
    cell = ALL[kind](rng, 2, units)
    target, sequence = int(rng.integers(steps)), int(rng.integers(batch))
    x = rng.normal(size=(steps, batch, 2))
    state = (stored_state if kind in XLSTM_CELLS else drawn_state)(rng, cell, batch)
    d_output = rng.normal(size=cell.outputs)
    found = state_gradients(cell, cell.forward(x, state), target, d_output, sequence)
    trace = cell.begin(x, state, edited=True)  # the readable steps, whatever kernel there may be
    cell.advance(trace, 0, steps, trace.initial)
    whole = at_step(d_output, target, steps, sequence, batch)
    unwound = cell.unwind(trace, whole, cell.state_from(None, batch))
    for k, name in enumerate(cell.state_names):
        expected, initial = unwound.d_states[k][: target + 1, sequence], unwound.d_initial[k][sequence]
        np.testing.assert_allclose(found.states[name], expected, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(found.initial[name], initial, rtol=1e-9, atol=1e-12)
        norms = [np.linalg.norm(row) for row in expected]
        np.testing.assert_allclose(found.norms[name], norms, rtol=1e-9, atol=1e-12)


@given(SEEDS)
@settings(max_examples=10)
def test_of_an_lstm_they_follow_from_the_jacobians(seed: int) -> None:
    """∂L/∂h_s = d_h J_h, and ∂L/∂c_s = d_h J_c + ∂L/∂h_s ∘ o ∘ (1 − tanh² c): by way of h_s as well."""
    rng = np.random.default_rng(seed)
    cell, d_h = lstm(rng, 2, 3), rng.normal(size=3)
    trace = cell.forward(rng.normal(size=(6, 1, 2)), drawn_state(rng, cell, 1))
    found, jacobians = state_gradients(cell, trace, 5, d_h), state_jacobians(cell, trace, 5)
    by_h, by_c = d_h @ jacobians.block("h", "h"), d_h @ jacobians.block("h", "c")
    slope = trace.gate("o")[:, 0] * (1 - trace.tanh_c[:, 0] ** 2)
    np.testing.assert_allclose(found.states["h"], by_h, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found.states["c"], by_c + by_h * slope, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("kind", ALL)
def test_the_gradient_that_is_taken_when_none_is_given_has_norm_1(kind: str) -> None:
    rng = np.random.default_rng(0)
    cell = ALL[kind](rng, 2, 3)
    found = state_gradients(cell, cell.forward(rng.normal(size=(4, 1, 2))), 3)
    np.testing.assert_allclose(found.norms["h"][-1], 1)
    assert len(set(found.states["h"][-1])) == 1


@given(SEEDS, st.integers(1, 9), st.integers(0, 7))
@settings(max_examples=15)
def test_a_window_ends_the_way_where_truncated_backpropagation_ends_it(
    seed: int, window: int, target: int
) -> None:
    rng = np.random.default_rng(seed)
    cell, d_h = rnn(rng, 2, 3), rng.normal(size=3)
    trace = cell.forward(rng.normal(size=(8, 1, 2)), drawn_state(rng, cell, 1))
    found = state_gradients(cell, trace, target, d_h, window=window)
    truncated = truncated_gradients(cell, trace, at_step(d_h, target, 8), window)
    slope = 1 - trace.h[: target + 1, 0] ** 2
    d_x = (found.states["h"] * slope) @ cell.W  # ∂L/∂x follows from ∂L/∂h, step by step
    np.testing.assert_allclose(d_x, truncated.x[: target + 1, 0], rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found.initial["h"], truncated.state[0][0], rtol=1e-9, atol=1e-12)
    reached = np.flatnonzero(found.norms["h"])
    assert reached.min() == target - target % window


def linear(factor: float) -> Rnn:
    """h_t = factor · h_{t−1} + x_t, in two units."""
    return Rnn(np.eye(2), factor * np.eye(2), np.zeros(2), activation=IDENTITY)


def test_what_is_too_small_is_zero_and_the_tiny_before_it_is_not() -> None:
    cell = linear(1e-200)
    norms = state_gradients(cell, cell.forward(np.zeros((4, 1, 2))), 3).norms["h"]
    np.testing.assert_allclose(norms, [0, 0, 1e-200, 1], rtol=1e-12)
    assert norms[1] == 0


def test_what_explodes_is_infinite_and_where_it_did_is_named() -> None:
    cell = linear(1e200)
    found = state_gradients(cell, cell.forward(np.zeros((5, 1, 2))), 4)
    np.testing.assert_allclose(found.norms["h"], [np.inf, np.inf, np.inf, 1e200, 1], rtol=1e-12)
    assert found.not_finite == NotFinite(t=2, quantity="h", place=(0,), value=np.inf)
    fine = linear(1.0)
    assert state_gradients(fine, fine.forward(np.zeros((5, 1, 2))), 4).not_finite is None


def test_where_the_run_itself_exploded_so_do_the_gradients_and_no_warning_escapes() -> None:
    cell = lstm(np.random.default_rng(0), 2, 2)
    trace = cell.forward(np.zeros((4, 1, 2)), (np.zeros((1, 2)), np.full((1, 2), np.inf)))
    found = state_gradients(cell, trace, 3)  # c is infinite and d_c is 0: their product is not a number
    assert found.not_finite is not None
    assert (found.not_finite.t, found.not_finite.quantity) == (2, "h")
    np.testing.assert_allclose(found.norms["h"], [np.inf, np.inf, np.inf, 1])


def test_the_effective_depth_is_where_the_norm_first_falls_under_the_share() -> None:
    cell = linear(0.1)
    norms = state_gradients(cell, cell.forward(np.zeros((9, 1, 2))), 8).norms["h"]
    assert effective_depth(norms, share=0.5) == 1
    assert effective_depth(norms, share=0.02) == 2
    assert effective_depth(norms, share=2e-3) == 3
    assert effective_depth(np.array([1.0, 0.009, 1.0])) == 1
    assert effective_depth(np.array([0.5, 0.02, 1.0])) is None
    assert effective_depth(np.array([np.inf, 7.0, 1.0])) is None
    assert effective_depth(np.array([1.0, 0.0])) == 0


def test_what_does_not_fit_is_named() -> None:
    cell = rnn(np.random.default_rng(0), 2, 3)
    trace = cell.forward(np.zeros((4, 1, 2)))
    with pytest.raises(ValueError, match=r"^d_output has shape \(2,\); wanted \(3,\)$"):
        state_gradients(cell, trace, 3, np.zeros(2))
    with pytest.raises(ValueError, match=r"^d_output is float32; wanted float64, as the weights are$"):
        state_gradients(cell, trace, 3, np.zeros(3, dtype=np.float32))
    with pytest.raises(
        ValueError, match=r"^the target is 4; wanted 0 to 3, an index of the sequence's steps$"
    ):
        state_gradients(cell, trace, 4)
    with pytest.raises(ValueError, match=r"^the window is 0 steps long; wanted 1 or more$"):
        state_gradients(cell, trace, 3, window=0)
