"""The trace of a GRU: its quantities by name and in order, and how much of the old it keeps."""

import numpy as np
import pytest

from lstm_gui.nets.gru import Gru
from lstm_gui.nets.gru_trace import GruTrace
from tests.nets.cells import GRU_VARIANTS, drawn_gru

variants = pytest.mark.parametrize("name", GRU_VARIANTS)


def a_trace(name: str) -> tuple[Gru, GruTrace]:
    """A cell of 3 units and a run of it: 4 steps of 2 sequences."""
    rng = np.random.default_rng(0)
    cell = drawn_gru(name, rng, 2, 3)
    return cell, cell.forward(rng.normal(size=(4, 2, 2)), rng.normal(size=(2, 3)))


@variants
def test_quantities_stand_in_the_order_in_which_a_step_computes_them(name: str) -> None:
    _, trace = a_trace(name)
    assert list(trace.quantities) == ["z_r", "z_z", "r", "z", "let_through", "z_n", "n", "h"]
    arrays = (trace.z, trace.gates, trace.let_through, trace.h)
    for quantity in trace.quantities.values():
        assert any(np.shares_memory(quantity, array) for array in arrays)


@variants
def test_gates_and_pre_activations_are_cut_by_their_names(name: str) -> None:
    _, trace = a_trace(name)
    assert trace.gates.shape == trace.z.shape == (4, 2, 9)
    for k, gate in enumerate("rzn"):
        np.testing.assert_array_equal(trace.gate(gate), trace.gates[..., 3 * k : 3 * k + 3])
        np.testing.assert_array_equal(trace.pre_activation(gate), trace.z[..., 3 * k : 3 * k + 3])


@variants
def test_carry_is_the_factor_that_keeps_the_old_hidden_state(name: str) -> None:
    cell, trace = a_trace(name)
    z = trace.gate("z")
    np.testing.assert_array_equal(trace.carry, z if cell.z_keeps else 1 - z)
    written = (1 - trace.carry) * trace.gate("n")
    np.testing.assert_allclose(trace.h, trace.carry * trace.h_previous + written, 1e-12, 1e-13)


@variants
def test_let_through_is_what_the_reset_gate_works_on_or_lets_through(name: str) -> None:
    cell, trace = a_trace(name)
    r, n = trace.gate("r"), cell.rows("n")
    if cell.reset_after:
        wanted = trace.h_previous @ cell.U[n].T + (0 if cell.b_u is None else cell.b_u[n])
        recalled = r * trace.let_through
    else:
        wanted = r * trace.h_previous
        recalled = trace.let_through @ cell.U[n].T + (0 if cell.b_u is None else cell.b_u[n])
    np.testing.assert_allclose(trace.let_through, wanted, 1e-12, 1e-13)
    z_n = trace.x @ cell.W[n].T + cell.b[n] + recalled
    limit = np.inf if cell.clip is None else cell.clip
    np.testing.assert_allclose(trace.pre_activation("n"), np.clip(z_n, -limit, limit), 1e-12, 1e-13)
