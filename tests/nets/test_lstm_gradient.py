"""The LSTM's way back: what saturated gates let through, and all that reaches a cell state."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_trace import LstmTrace
from tests.nets.cells import LSTM_VARIANTS, Array, both_precisions, drawn, drawn_lstm
from tests.nets.gradient_check import drawn_state, numeric


@both_precisions
@pytest.mark.parametrize("far", [-1e4, 1e4])
@pytest.mark.parametrize("name", ["plain", "two biases", "peepholes", "FGR", "projection", "1997", "CIFG"])
def test_saturated_gates_let_no_gradient_through_and_nothing_breaks(
    name: str, far: float, dtype: type
) -> None:
    rng = np.random.default_rng(3)
    cell = drawn_lstm(name, rng, 1, 2, dtype)
    cell.b[:] = far
    x, state = drawn(rng, dtype, 5, 1, 1), drawn_state(rng, cell, 1)
    trace = cell.forward(x, state)
    gradients = cell.backward(trace, drawn(rng, dtype, *trace.output.shape), state)
    for array in gradients.arrays:
        if array != "R":  # it stands behind the gates
            np.testing.assert_array_equal(gradients[array], 0)
    np.testing.assert_array_equal(gradients.x, 0)
    # An open forget gate carries the gradient of the cell state to its start, a closed one nothing.
    d_c = gradients.state[1]
    assert np.isfinite(d_c).all()
    assert bool(d_c.any()) == bool(trace.gate("f").all())


def test_an_open_forget_gate_carries_a_gradient_back_whole() -> None:
    """The constant error carousel of Hochreiter & Schmidhuber 1997."""
    rng = np.random.default_rng(0)
    cell = drawn_lstm("1997", rng, 2, 3)
    cell.b[cell.rows("i")] = cell.b[cell.rows("o")] = -1e4
    trace = cell.forward(rng.normal(size=(50, 2, 2)))
    d_c = rng.normal(size=(2, 3))
    found = cell.backward(trace, np.zeros((50, 2, 3)), (np.zeros((2, 3)), d_c))
    np.testing.assert_array_equal(found.state[1], d_c)


def test_where_z_is_clipped_it_has_no_gradient() -> None:
    rng = np.random.default_rng(0)
    cell = drawn_lstm("clipped", rng, 2, 3)
    trace = cell.forward(rng.normal(size=(5, 2, 2)), drawn_state(rng, cell, 2))
    d_z = cell.unwind(trace, np.ones((5, 2, 3)), drawn_state(rng, cell, 2)).d_z
    clipped = np.abs(trace.z) == 1
    assert clipped.any()
    np.testing.assert_array_equal(d_z[clipped], 0)
    assert d_z[~clipped].all()


@pytest.mark.parametrize("name", [name for name in LSTM_VARIANTS if name != "clipped"])
def test_what_reaches_a_cell_state_equals_central_differences(name: str) -> None:
    rng = np.random.default_rng(0)
    cell = drawn_lstm(name, rng, 2, 2)
    x, state = rng.normal(size=(4, 2, 2)), drawn_state(rng, cell, 2)
    trace = cell.begin(x, state, edited=True)
    cell.advance(trace, 0, 4, trace.initial)
    d_output, d_final = rng.normal(size=trace.output.shape), drawn_state(rng, cell, 2)
    unwound = cell.unwind(trace, d_output, d_final)
    for t in range(4):
        c = trace.c[t].copy()

        def loss(t: int = t, c: Array = c) -> float:
            after = cell.begin(x, state, edited=True)
            cell.advance(after, 0, t + 1, after.initial)
            at = following(cell, trace, t, c)
            last = cell.advance(after, t + 1, 4, at)
            shown = after.h.copy()
            shown[t] = at[0]
            finals = zip(d_final, last, strict=True)
            return float((d_output * shown).sum() + sum((d * final).sum() for d, final in finals))

        np.testing.assert_allclose(unwound.d_states[1][t], numeric(loss, c), 1e-6, 1e-8)


def following(cell: Lstm, trace: LstmTrace, t: int, c: Array) -> Any:
    """The state after step t had its cell state been c: o may see it, and h follows from both."""
    o = trace.gate("o")[t]
    gates = {gate: trace.gate(gate)[t] for gate in cell.variant.gates}
    if cell.p is not None and "o" in gates:
        z_o = trace.pre_activation("o")[t] + cell.p[-cell.units :] * (c - trace.c[t])
        o = gates["o"] = cell.variant.gate_activation.value(z_o)
    h = o * cell.variant.cell_activation.value(c)
    state = (h if cell.R is None else h @ cell.R.T, c)
    return state if cell.G is None else (*state, np.concatenate(list(gates.values()), axis=1))


def test_both_biases_have_the_same_gradient() -> None:
    rng = np.random.default_rng(0)
    cell = drawn_lstm("two biases", rng, 2, 3)
    found = cell.backward(cell.forward(rng.normal(size=(4, 2, 2))), rng.normal(size=(4, 2, 3)))
    np.testing.assert_array_equal(found["b"], found["b_u"])


def test_a_gate_recurrence_of_zero_still_has_a_gradient() -> None:
    rng = np.random.default_rng(0)
    cell = replace(drawn_lstm("peepholes", rng, 2, 2), G=np.zeros((6, 6)))
    found = cell.backward(cell.forward(rng.normal(size=(3, 1, 2))), np.ones((3, 1, 2)))
    assert found["G"].all()
