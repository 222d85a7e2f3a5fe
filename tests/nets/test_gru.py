"""The GRU's own: where its reset gate stands, what z means, and the parameters that it refuses."""

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.activation import RELU, TANH
from lstm_gui.nets.gru import Gru
from tests.nets.cells import GRU_VARIANTS, Array, both_precisions, drawn_gru

seeds = st.integers(0, 2**32 - 1)
variants = pytest.mark.parametrize("name", GRU_VARIANTS)
conventions = pytest.mark.parametrize("name", [name for name in GRU_VARIANTS if name.startswith("reset")])


def a_cell_and_a_run(name: str, seed: int, dtype: type = np.float64) -> tuple[Gru, Array, Array]:
    """A cell of 3 units that reads 2 inputs, x and h_0."""
    rng = np.random.default_rng(seed)
    cell = drawn_gru(name, rng, 2, 3, dtype)
    return cell, rng.normal(size=(5, 2, 2)).astype(dtype), rng.normal(size=(2, 3)).astype(dtype)


def with_z_negated(cell: Gru) -> Gru:
    """The same cell with its z rows negated and z read the other way: 1 − σ(a) = σ(−a)."""
    arrays = {name: array.copy() for name, array in cell.arrays.items()}
    for array in arrays.values():
        array[cell.rows("z")] *= -1
    return replace(cell.with_arrays(arrays), z_keeps=not cell.z_keeps)


@conventions
@given(seed=seeds)
@settings(max_examples=8)
def test_the_two_meanings_of_z_are_one_with_the_rows_of_z_negated(name: str, seed: int) -> None:
    cell, x, h_0 = a_cell_and_a_run(name, seed)
    other = with_z_negated(cell)
    trace, same = cell.forward(x, h_0, [5, 3]), other.forward(x, h_0, [5, 3])
    np.testing.assert_allclose(same.output, trace.output, 1e-11, 1e-12)
    np.testing.assert_allclose(same.carry, trace.carry, 1e-11, 1e-12)
    np.testing.assert_allclose(same.gate("z"), 1 - trace.gate("z"), 1e-11, 1e-12)
    d_output = np.random.default_rng(seed + 1).normal(size=trace.output.shape)
    found, wanted = other.backward(same, d_output), cell.backward(trace, d_output)
    np.testing.assert_allclose(found.x, wanted.x, 1e-10, 1e-11)
    np.testing.assert_allclose(found.state[0], wanted.state[0], 1e-10, 1e-11)
    for array in wanted.arrays:
        sign = np.ones(9)
        sign[cell.rows("z")] = -1
        np.testing.assert_allclose((found[array].T * sign).T, wanted[array], 1e-10, 1e-11)


@pytest.mark.parametrize("name", ["reset after, z keeps", "reset after, z writes, two biases"])
def test_with_the_reset_gate_open_its_place_does_not_matter(name: str) -> None:
    cell, x, h_0 = a_cell_and_a_run(name, 0)
    cell.b[cell.rows("r")] = 1e4
    before = replace(cell, reset_after=False)
    np.testing.assert_allclose(before.forward(x, h_0).h, cell.forward(x, h_0).h, 1e-11, 1e-12)


def test_the_place_of_the_reset_gate_matters_where_it_is_half_open() -> None:
    cell, x, h_0 = a_cell_and_a_run("reset after, z keeps", 0)
    before = replace(cell, reset_after=False)
    assert np.abs(before.forward(x, h_0).h - cell.forward(x, h_0).h).max() > 0.01


@conventions
def test_with_the_reset_gate_shut_the_candidate_sees_the_input_alone(name: str) -> None:
    cell, x, h_0 = a_cell_and_a_run(name, 0)
    cell.b[cell.rows("r")] = -1e4
    trace, n = cell.forward(x, h_0), cell.rows("n")
    z_n = x @ cell.W[n].T + cell.b[n]
    if cell.b_u is not None and not cell.reset_after:
        z_n += cell.b_u[n]
    np.testing.assert_allclose(trace.pre_activation("n"), z_n, 1e-12, 1e-13)


@conventions
@both_precisions
@pytest.mark.parametrize("far", [-1e4, 1e4])
def test_a_saturated_z_keeps_the_old_or_writes_the_new_to_the_bit(name: str, dtype: type, far: float) -> None:
    cell, x, h_0 = a_cell_and_a_run(name, 0, dtype)
    cell.b[cell.rows("z")] = far
    trace = cell.forward(x, h_0)
    assert {float(number) for number in trace.gate("z").ravel()} == {1.0 if far > 0 else 0.0}
    keeps = (far > 0) == cell.z_keeps
    np.testing.assert_array_equal(trace.carry, keeps)
    np.testing.assert_array_equal(trace.h, np.broadcast_to(h_0, trace.h.shape) if keeps else trace.gate("n"))
    # A gate that keeps all carries all of the gradient back.
    found = cell.backward(trace, np.zeros_like(trace.h), (h_0,))
    if keeps:
        np.testing.assert_array_equal(found.state[0], h_0)
        np.testing.assert_array_equal(found.vector, 0)


@conventions
def test_the_second_bias_is_the_first_except_at_the_candidate_that_is_reset_after(name: str) -> None:
    cell, x, h_0 = a_cell_and_a_run(name, 0)
    if cell.b_u is None:
        zero = replace(cell, b_u=np.zeros(9))
        np.testing.assert_array_equal(zero.forward(x, h_0).h, cell.forward(x, h_0).h)
        return
    joined = replace(cell, b=cell.b + cell.b_u, b_u=None)
    apart = np.abs(joined.forward(x, h_0).h - cell.forward(x, h_0).h).max()
    assert (apart > 1e-3) == cell.reset_after
    cell.b_u[cell.rows("n")] = 0
    joined = replace(cell, b=cell.b + cell.b_u, b_u=None)
    np.testing.assert_allclose(joined.forward(x, h_0).h, cell.forward(x, h_0).h, 1e-11, 1e-12)


def test_the_reset_stands_after_and_z_keeps_unless_said_otherwise() -> None:
    """As PyTorch and cuDNN have it."""
    cell, *_ = a_cell_and_a_run("reset after, z keeps", 0)
    usual = Gru(cell.W, cell.U, cell.b)
    assert (usual.reset_after, usual.z_keeps) == (True, True)


@variants
def test_sizes_and_names(name: str) -> None:
    cell, *_ = a_cell_and_a_run(name, 0)
    assert (cell.inputs, cell.units, cell.outputs, cell.blocks) == (2, 3, 3, ("r", "z", "n"))
    assert list(cell.arrays) == ["W", "U", "b"] + (["b_u"] if GRU_VARIANTS[name]["two_biases"] else [])
    assert (cell.state_names, cell.state_shapes(5)) == (("h",), ((5, 3),))


@variants
def test_kernels_know_both_places_and_both_meanings_alone(name: str) -> None:
    cell, *_ = a_cell_and_a_run(name, 0)
    assert cell.kernel_family == ("gru" if name.startswith("reset") else None)


def test_kernels_know_σ_and_tanh_alone() -> None:
    cell, *_ = a_cell_and_a_run("reset after, z keeps", 0)
    assert replace(cell, gate_activation=TANH).kernel_family is None
    assert replace(cell, candidate_activation=RELU).kernel_family is None


ok = np.zeros


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({"U": ok(6)}, "U has shape (6,); wanted (3·units, units)"),
        ({"U": ok((0, 0))}, "U has shape (0, 0); wanted (3·units, units)"),
        ({"U": ok((5, 2))}, "U has shape (5, 2); wanted (6, 2)"),
        ({"U": ok((1, 2))}, "U has shape (1, 2); wanted (6, 2)"),
        ({"W": ok((3, 1))}, "W has shape (3, 1); wanted (6, inputs)"),
        ({"W": ok((6, 0))}, "W has shape (6, 0); wanted (6, inputs)"),
        ({"b": ok(3)}, "b has shape (3,); wanted (6,)"),
        ({"b_u": ok((2, 6))}, "b_u has shape (2, 6); wanted (6,)"),
        ({"b_u": ok(6, "f4")}, "b_u is float32; wanted float32 or float64, the same for W, U, b, b_u"),
    ],
)
def test_parameters_that_do_not_fit_are_refused_in_one_sentence(
    arrays: dict[str, Array], sentence: str
) -> None:
    fitting: dict[str, Any] = {"W": ok((6, 1)), "U": ok((6, 2)), "b": ok(6)}
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        Gru(**(fitting | arrays))
