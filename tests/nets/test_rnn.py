"""The simple recurrent cell's own: its activations, its sizes, and the parameters that it refuses."""

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.activation import IDENTITY, RELU, SIGMOID, TANH, Activation
from lstm_gui.nets.rnn import Rnn
from tests.nets.cells import Array, both_precisions, drawn_rnn

seeds = st.integers(0, 2**32 - 1)


@given(seeds)
@settings(max_examples=8)
def test_without_activation_h_is_a_sum_over_powers_of_U(seed: int) -> None:
    """h_t = Σ_s U^{t−s} (W x_s + b) + U^t h_0, and ∂h_T/∂h_0 = U^T."""
    rng = np.random.default_rng(seed)
    cell = replace(drawn_rnn("tanh", rng, 2, 3), activation=IDENTITY)
    x, h_0, d_h = rng.normal(size=(4, 1, 2)), rng.normal(size=(1, 3)), rng.normal(size=(1, 3))
    trace = cell.forward(x, h_0)
    powers = [np.linalg.matrix_power(cell.U, k) for k in range(5)]
    wanted = powers[4] @ h_0[0] + sum(powers[3 - s] @ (cell.W @ x[s, 0] + cell.b) for s in range(4))
    np.testing.assert_allclose(trace.h[-1, 0], wanted, 1e-11, 1e-11)
    gradients = cell.backward(trace, np.zeros((4, 1, 3)), (d_h,))
    np.testing.assert_allclose(gradients.state[0], d_h @ powers[4], 1e-11, 1e-11)


@both_precisions
@pytest.mark.parametrize("far", [-1e4, 1e4])
@pytest.mark.parametrize("steps", [3, 30])
def test_saturated_units_are_exact_and_let_no_gradient_through(far: float, dtype: type, steps: int) -> None:
    rng = np.random.default_rng(0)
    cell = drawn_rnn("tanh", rng, 2, 3, dtype)
    cell.b[:] = far
    trace = cell.forward(rng.normal(size=(steps, 2, 2)).astype(dtype))
    np.testing.assert_array_equal(trace.h, np.sign(far))
    gradients = cell.backward(trace, np.ones_like(trace.h))
    np.testing.assert_array_equal(gradients.vector, 0)
    np.testing.assert_array_equal(gradients.x, 0)


def test_rectified_units_are_silent_below_0_and_pass_what_is_above() -> None:
    one = np.ones((1, 1))
    cell = Rnn(W=one, U=0 * one, b=np.zeros(1), activation=RELU)
    trace = cell.forward(np.array([-2.0, 0.0, 3.0]).reshape(3, 1, 1))
    np.testing.assert_array_equal(trace.h.ravel(), [0, 0, 3])
    np.testing.assert_array_equal(cell.backward(trace, np.ones((3, 1, 1))).x.ravel(), [0, 0, 1])


@pytest.mark.parametrize("activation", [TANH, RELU, SIGMOID, IDENTITY])
def test_h_is_the_activation_of_z(activation: Activation) -> None:
    rng = np.random.default_rng(0)
    cell = replace(drawn_rnn("tanh, two biases", rng, 2, 3), activation=activation)
    trace = cell.forward(rng.normal(size=(4, 2, 2)))
    np.testing.assert_allclose(trace.h, cell.activation.value(trace.z), 1e-13)


def test_two_biases_are_one_of_their_sum_and_have_the_same_gradient() -> None:
    rng = np.random.default_rng(0)
    two = drawn_rnn("tanh, two biases", rng, 2, 3)
    assert two.b_u is not None
    x = rng.normal(size=(4, 2, 2))
    one = replace(two, b=two.b + two.b_u, b_u=None)
    trace = two.forward(x)
    np.testing.assert_allclose(one.forward(x).h, trace.h, 1e-12)
    found = two.backward(trace, np.ones((4, 2, 3)))
    np.testing.assert_array_equal(found["b"], found["b_u"])


def test_where_z_is_clipped_it_has_no_gradient() -> None:
    rng = np.random.default_rng(0)
    cell = drawn_rnn("clipped", rng, 2, 3)
    trace = cell.forward(rng.normal(size=(5, 2, 2)))
    d_z = cell.unwind(trace, np.ones((5, 2, 3)), (np.ones((2, 3)),)).d_z
    clipped = np.abs(trace.z) == 1
    assert clipped.any()
    np.testing.assert_array_equal(d_z == 0, clipped)


def test_sizes_names_and_quantities() -> None:
    cell = drawn_rnn("tanh, two biases", np.random.default_rng(0), 2, 3)
    trace = cell.forward(np.ones((4, 1, 2)))
    assert (cell.inputs, cell.units, cell.outputs, cell.blocks) == (2, 3, 3, ("h",))
    assert list(cell.arrays) == ["W", "U", "b", "b_u"]
    assert (cell.state_names, cell.state_shapes(5)) == (("h",), ((5, 3),))
    assert list(trace.quantities) == ["z_h", "h"]
    assert trace.quantities["h"] is trace.h


def test_kernels_know_tanh_and_relu_without_a_clip_alone() -> None:
    plain = drawn_rnn("tanh", np.random.default_rng(0), 2, 3)
    known = {SIGMOID: None, IDENTITY: None, TANH: "rnn", RELU: "rnn"}
    for activation, family in known.items():
        assert replace(plain, activation=activation).kernel_family == family
    assert replace(plain, clip=3.0).kernel_family is None


ok = np.zeros


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({"U": ok(2)}, "U has shape (2,); wanted (units, units)"),
        ({"U": ok((0, 0))}, "U has shape (0, 0); wanted (units, units)"),
        ({"U": ok((2, 3))}, "U has shape (2, 3); wanted (2, 2)"),
        ({"U": ok((3, 2))}, "U has shape (3, 2); wanted (3, 3)"),
        ({"W": ok((3, 1))}, "W has shape (3, 1); wanted (2, inputs)"),
        ({"b": ok(3)}, "b has shape (3,); wanted (2,)"),
        ({"b_u": ok((2, 1))}, "b_u has shape (2, 1); wanted (2,)"),
        ({"b": ok(2, "f4")}, "b is float32; wanted float32 or float64, the same for W, U, b"),
    ],
)
def test_parameters_that_do_not_fit_are_refused_in_one_sentence(
    arrays: dict[str, Array], sentence: str
) -> None:
    fitting: dict[str, Any] = {"W": ok((2, 1)), "U": ok((2, 2)), "b": ok(2)}
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        Rnn(**(fitting | arrays))
