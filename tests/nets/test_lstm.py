"""The LSTM's own: its gates at their limits, its sizes, and the parameters that it refuses."""

import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.activation import RELU, sigmoid
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import GREFF_2015, HOCHREITER_1997, VANILLA, LstmVariant
from tests.nets.cells import LSTM_VARIANTS, Array, both_precisions, drawn_lstm, readable

GATES = ("i", "f", "g", "o")
variants = pytest.mark.parametrize("name", LSTM_VARIANTS)


@given(st.integers(0, 2**32 - 1), st.integers(1, 4), st.booleans())
def test_one_tanh_for_the_four_gates_is_the_logistic_function_to_the_bit(
    seed: int, units: int, single: bool
) -> None:
    rng, dtype = np.random.default_rng(seed), np.float32 if single else np.float64
    x = rng.normal(scale=9, size=(3, 2, 2)).astype(dtype)
    trace = readable(drawn_lstm("plain", rng, 2, units, dtype), x)
    for gate in "ifo":
        np.testing.assert_array_equal(trace.quantities[gate], sigmoid(trace.quantities[f"z_{gate}"]))
    np.testing.assert_array_equal(trace.quantities["g"], np.tanh(trace.quantities["z_g"]))


@both_precisions
@pytest.mark.parametrize("far", [-1e4, 1e4])
@pytest.mark.parametrize("steps", [3, 30])
def test_saturated_gates_are_exact(far: float, dtype: type, steps: int) -> None:
    cell = Lstm(W=np.full((4, 1), far, dtype), U=np.zeros((4, 1), dtype), b=np.zeros(4, dtype))
    trace = cell.forward(np.ones((steps, 1, 1), dtype))
    on = 1.0 if far > 0 else 0.0
    assert {float(trace.gate(gate)[-1, 0, 0]) for gate in "ifo"} == {on}
    assert float(trace.gate("g")[-1, 0, 0]) == math.copysign(1, far)
    assert float(trace.c[-1, 0, 0]) == steps * on


@both_precisions
def test_an_open_forget_gate_and_a_shut_input_gate_keep_the_cell_state_to_the_bit(dtype: type) -> None:
    rng = np.random.default_rng(0)
    cell = drawn_lstm("plain", rng, 2, 3, dtype)
    cell.b[cell.rows("i")], cell.b[cell.rows("f")] = -1e4, 1e4
    h, c = rng.normal(size=(2, 2, 3)).astype(dtype)
    trace = cell.forward(rng.normal(size=(30, 2, 2)).astype(dtype), (h, c))
    np.testing.assert_array_equal(trace.c, np.broadcast_to(c, trace.c.shape))


@variants
def test_sizes_follow_from_the_arrays(name: str) -> None:
    variant, more = LSTM_VARIANTS[name]
    cell = drawn_lstm(name, np.random.default_rng(0), 2, 5)
    outputs, gates = 3 if "R" in more else 5, len(variant.gates)
    assert (cell.inputs, cell.units, cell.outputs) == (2, 5, outputs)
    assert cell.state_names == (("h", "c", "a") if "G" in more else ("h", "c"))
    assert cell.state_shapes(7) == ((7, outputs), (7, 5), (7, 5 * gates))[: len(cell.state_names)]
    assert list(cell.arrays) == ["W", "U", "b", *more.split()]


def test_a_single_unit_may_have_more_outputs_than_units() -> None:
    zeros = np.zeros
    cell = Lstm(zeros((4, 2)), zeros((4, 3)), zeros(4), R=np.ones((3, 1)))
    assert (cell.units, cell.outputs, cell.forward(zeros((5, 2, 2))).output.shape) == (1, 3, (5, 2, 3))


def test_kernels_know_the_forms_with_σ_and_tanh_alone() -> None:
    known = {name: drawn_lstm(name, np.random.default_rng(0), 1, 1).kernel_family for name in LSTM_VARIANTS}
    unknown = {"FGR", "projection", "clipped", "tanh and σ changed round", "other activations"}
    unknown |= {"coupled, with all arrays", "1997, with all arrays"}
    assert {name for name, family in known.items() if family is None} == unknown
    assert set(known.values()) == {"lstm", None}


def test_a_rectified_candidate_has_no_kernel() -> None:
    cell = drawn_lstm("plain", np.random.default_rng(0), 1, 1)
    other = Lstm(cell.W, cell.U, cell.b, variant=LstmVariant(candidate_activation=RELU))
    assert other.kernel_family is None
    assert (other.forward(np.ones((2, 1, 1))).gate("g") >= 0).all()


def test_peepholes_of_a_gate_that_is_not_there_are_refused() -> None:
    cell = drawn_lstm("NOG", np.random.default_rng(0), 2, 3)
    with pytest.raises(ValueError, match=r"^p has shape \(9,\); wanted \(6,\)$"):
        cell.with_arrays({"p": np.zeros(9)})


ok = np.zeros


@pytest.mark.parametrize(
    ("arrays", "variant", "sentence"),
    [
        ({"U": ok(4)}, VANILLA, "U has shape (4,); wanted (4·units, outputs)"),
        ({"U": ok((0, 0))}, VANILLA, "U has shape (0, 0); wanted (4·units, outputs)"),
        ({"U": ok((5, 1))}, VANILLA, "U has shape (5, 1); wanted (4, 1)"),
        ({"U": ok((2, 1))}, VANILLA, "U has shape (2, 1); wanted (4, 1)"),
        ({"U": ok((8, 1))}, VANILLA, "U has shape (8, 1); wanted (4, 1)"),
        ({}, HOCHREITER_1997, "U has shape (4, 1); wanted (3, 1)"),
        ({"U": ok(3)}, GREFF_2015["CIFG"], "U has shape (3,); wanted (3·units, outputs)"),
        ({"W": ok((8, 1))}, VANILLA, "W has shape (8, 1); wanted (4, inputs)"),
        ({"W": ok((4, 0))}, VANILLA, "W has shape (4, 0); wanted (4, inputs)"),
        ({"W": ok(4)}, VANILLA, "W has shape (4,); wanted (4, inputs)"),
        ({"b": ok((4, 1))}, VANILLA, "b has shape (4, 1); wanted (4,)"),
        ({"b_u": ok(3)}, VANILLA, "b_u has shape (3,); wanted (4,)"),
        ({"p": ok(4)}, VANILLA, "p has shape (4,); wanted (3,)"),
        ({"G": ok((3, 4))}, VANILLA, "G has shape (3, 4); wanted (3, 3)"),
        ({"R": ok(2)}, VANILLA, "R has shape (2,); wanted (outputs, units)"),
        ({"R": ok((1, 2))}, VANILLA, "U has shape (4, 1); wanted (8, 1)"),
        ({"R": ok((2, 1))}, VANILLA, "U has shape (4, 1); wanted (4, 2)"),
        ({"W": ok((4, 1), "f4")}, VANILLA, "U is float64; wanted float32 or float64, the same for W, U, b"),
        ({"p": ok(3, "f4")}, VANILLA, "p is float32; wanted float32 or float64, the same for W, U, b, p"),
        ({"W": ok((4, 1), int)}, VANILLA, "W is int64; wanted float32 or float64, the same for W, U, b"),
    ],
)  # fmt: skip
def test_parameters_that_do_not_fit_are_refused_in_one_sentence(
    arrays: dict[str, Array], variant: LstmVariant, sentence: str
) -> None:
    fitting = {"W": ok((4, 1)), "U": ok((4, 1)), "b": ok(4)}
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        Lstm(**(fitting | arrays), variant=variant)
