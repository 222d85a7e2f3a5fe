"""The activations agree with their definitions and slopes, and never overflow."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.activation import IDENTITY, RELU, SIGMOID, TANH, Activation, sigmoid
from tests.nets.cells import Array

ACTIVATIONS = (SIGMOID, TANH, RELU, IDENTITY)
every_activation = pytest.mark.parametrize("activation", ACTIVATIONS, ids=lambda one: one.name)


@given(st.floats(-700, 700))
def test_the_logistic_function_equals_its_definition(x: float) -> None:
    assert float(sigmoid(np.array(x))) == pytest.approx(1 / (1 + math.exp(-x)), rel=1e-12, abs=1e-15)


@given(st.floats(allow_nan=False))
def test_the_logistic_function_stays_between_0_and_1_for_any_number(x: float) -> None:
    assert 0 <= float(sigmoid(np.array(x))) <= 1


@given(st.floats(-1e4, 1e4))
def test_the_logistic_function_is_symmetric(x: float) -> None:
    assert float(sigmoid(np.array(x)) + sigmoid(np.array(-x))) == pytest.approx(1, abs=1e-15)


@given(st.floats(-20, 20))
def test_the_others_equal_their_definitions(x: float) -> None:
    for activation, wanted in ((TANH, math.tanh(x)), (RELU, max(x, 0)), (IDENTITY, x)):
        assert float(activation.value(np.array(x))) == pytest.approx(wanted, rel=1e-13, abs=1e-300)


@every_activation
@given(x=st.floats(-20, 20).filter(lambda x: abs(x) > 1e-3))
def test_slopes_equal_central_differences(activation: Activation, x: float) -> None:
    z, width = np.array([x]), 1e-4
    moved = [float(activation.value(z + move * width)[0]) for move in (-1, 1)]
    slope = float(activation.slope(z, activation.value(z))[0])
    assert slope == pytest.approx((moved[1] - moved[0]) / (2 * width), rel=1e-6, abs=1e-8)


@every_activation
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_activations_keep_precision_and_shape_and_stay_finite(activation: Activation, dtype: type) -> None:
    z: Array = np.array([[-np.finfo(dtype).max, -1e4, 0], [1e-30, 1e4, np.finfo(dtype).max]], dtype)
    kept = z.copy()
    value = activation.value(z)
    slope = activation.slope(z, value)
    for array in (value, slope):
        assert array.dtype == dtype
        assert array.shape == (2, 3)
        assert np.isfinite(array).all()
    assert not np.shares_memory(value, z)
    np.testing.assert_array_equal(z, kept)


def test_a_rectifier_has_no_slope_at_0() -> None:
    zero = np.zeros(1)
    assert RELU.slope(zero, zero).tolist() == [0]


def test_two_are_the_same_when_their_names_and_constants_are() -> None:
    def leaky(alpha: float) -> Activation:
        return Activation("leaky", lambda z: np.maximum(z, alpha * z), lambda z, _a: z, alpha=alpha)

    assert leaky(0.1) == leaky(0.1)
    assert len({leaky(0.1), leaky(0.1), leaky(0.2), *ACTIVATIONS}) == 6
    assert leaky(0.1) != leaky(0.2)
