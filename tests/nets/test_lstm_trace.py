"""The trace of an LSTM: its quantities by name and in order, and what it says of the carousel."""

import numpy as np
import pytest

from lstm_gui.nets.lstm_trace import LstmTrace
from tests.nets.cells import LSTM_VARIANTS, drawn_lstm

variants = pytest.mark.parametrize("name", LSTM_VARIANTS)


def a_trace(name: str) -> LstmTrace:
    """A run of one of the variants: 4 steps of 2 sequences, 3 units."""
    rng = np.random.default_rng(0)
    return drawn_lstm(name, rng, 2, 3).forward(rng.normal(size=(4, 2, 2)))


@pytest.mark.parametrize(
    ("name", "quantities"),
    [
        ("plain", "z_i z_f z_g z_o i f g o c tanh_c h"),
        ("peepholes", "z_i z_f z_g z_o i f g o c tanh_c h"),
        ("CIFG", "z_i z_g z_o i f g o c tanh_c h"),
        ("NIG", "z_f z_g z_o i f g o c tanh_c h"),
        ("NOG", "z_i z_f z_g i f g o c tanh_c h"),
        ("no gates", "z_g i f g o c tanh_c h"),
        ("projection", "z_i z_f z_g z_o i f g o c tanh_c m h"),
    ],
)
def test_quantities_stand_in_the_order_in_which_a_step_computes_them(name: str, quantities: str) -> None:
    assert list(a_trace(name).quantities) == quantities.split()


@variants
def test_quantities_are_views(name: str) -> None:
    trace = a_trace(name)
    arrays = (trace.z, trace.gates, trace.c, trace.tanh_c, trace.m, trace.h)
    for quantity in trace.quantities.values():
        assert any(np.shares_memory(quantity, array) for array in arrays)


@variants
def test_gates_and_pre_activations_are_cut_by_their_names(name: str) -> None:
    trace = a_trace(name)
    assert trace.gates.shape == (4, 2, 12)
    for k, gate in enumerate("ifgo"):
        np.testing.assert_array_equal(trace.gate(gate), trace.gates[..., 3 * k : 3 * k + 3])
    for k, gate in enumerate(trace.blocks):
        np.testing.assert_array_equal(trace.pre_activation(gate), trace.z[..., 3 * k : 3 * k + 3])


@variants
def test_carry_is_the_factor_that_keeps_the_old_cell_state(name: str) -> None:
    trace = a_trace(name)
    np.testing.assert_array_equal(trace.carry, trace.gate("f"))
    written = trace.gate("i") * trace.gate("g")
    np.testing.assert_allclose(trace.c, trace.carry * trace.c_previous + written, 1e-13, 1e-14)


@variants
def test_a_part_has_the_same_quantities(name: str) -> None:
    trace = a_trace(name)
    part = trace.part(1, 3)
    assert list(part.quantities) == list(trace.quantities)
    for quantity, array in trace.quantities.items():
        np.testing.assert_array_equal(part.quantities[quantity], array[1:3])
