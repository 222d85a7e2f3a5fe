"""Analytic gradients equal numeric ones for every parameter, input and initial state."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.lstm import LstmParameters, forward
from lstm_gui.nets.lstm_gradient import LstmGradients, backward

Array = NDArray[Any]
GRADIENTS = ("W", "U", "b", "x", "h_0", "c_0")


def a_problem(
    seed: int, inputs: int, units: int, batch: int, steps: int, dtype: type = np.float64
) -> tuple[dict[str, Array], dict[str, Array]]:
    """What a run depends on, and the gradients that arrive from the loss, all drawn."""
    rng = np.random.default_rng(seed)
    shapes = {
        "W": (4 * units, inputs),
        "U": (4 * units, units),
        "b": (4 * units,),
        "x": (steps, batch, inputs),
        "h_0": (batch, units),
        "c_0": (batch, units),
    }
    point: dict[str, Array] = {name: rng.normal(size=shape).astype(dtype) for name, shape in shapes.items()}
    arriving = {"d_h": (steps, batch, units), "d_h_final": (batch, units), "d_c_final": (batch, units)}
    return point, {name: rng.normal(size=shape).astype(dtype) for name, shape in arriving.items()}


def loss(point: dict[str, Array], arriving: dict[str, Array]) -> float:
    """Σ d_h∘h + Σ d_h_final∘h_T + Σ d_c_final∘c_T: its gradients are the ones that arrive."""
    cell = LstmParameters(W=point["W"], U=point["U"], b=point["b"])
    trace = forward(cell, point["x"], point["h_0"], point["c_0"])
    last_h = trace.h[-1] if len(trace.h) else point["h_0"]
    last_c = trace.c[-1] if len(trace.c) else point["c_0"]
    total = (arriving["d_h"] * trace.h).sum() + (arriving["d_h_final"] * last_h).sum()
    return float(total + (arriving["d_c_final"] * last_c).sum())


def analytic(point: dict[str, Array], arriving: dict[str, Array]) -> LstmGradients:
    cell = LstmParameters(W=point["W"], U=point["U"], b=point["b"])
    return backward(cell, forward(cell, point["x"], point["h_0"], point["c_0"]), **arriving)


def numeric(value_of_loss: Callable[[], float], array: Array, width: float = 2e-3) -> Array:
    """Central differences over four points (error of order width⁴), each number of `array` in its turn."""
    slopes = np.empty_like(array)
    for place in np.ndindex(array.shape):
        kept = array[place]
        values = []
        for move in (-2, -1, 1, 2):
            array[place] = kept + move * width
            values.append(value_of_loss())
        array[place] = kept
        slopes[place] = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * width)
    return slopes


@given(st.integers(0, 2**32 - 1), st.integers(1, 2), st.integers(1, 3), st.integers(1, 2), st.integers(0, 4))
@settings(max_examples=12)
def test_every_gradient_equals_central_differences(
    seed: int, inputs: int, units: int, batch: int, steps: int
) -> None:
    point, arriving = a_problem(seed, inputs, units, batch, steps)
    gradients = analytic(point, arriving)
    for name in GRADIENTS:
        expected = numeric(lambda: loss(point, arriving), point[name])
        actual = getattr(gradients, name)
        assert actual.shape == point[name].shape
        np.testing.assert_allclose(actual, expected, rtol=1e-6, atol=1e-9, err_msg=name)


@given(st.integers(0, 2**32 - 1), st.floats(-3, 3), st.floats(-3, 3))
@settings(max_examples=30)
def test_gradients_are_linear_in_what_arrives(seed: int, a: float, b: float) -> None:
    point, first = a_problem(seed, 2, 2, 2, 3)
    _, second = a_problem(seed + 1, 2, 2, 2, 3)
    both = analytic(point, {name: a * first[name] + b * second[name] for name in first})
    one, other = analytic(point, first), analytic(point, second)
    for name in GRADIENTS:
        np.testing.assert_allclose(
            getattr(both, name), a * getattr(one, name) + b * getattr(other, name), atol=1e-12
        )


def test_finals_are_zero_when_not_given() -> None:
    point, arriving = a_problem(1, 2, 3, 2, 4)
    cell = LstmParameters(W=point["W"], U=point["U"], b=point["b"])
    trace = forward(cell, point["x"])
    zero = np.zeros((2, 3))
    plain, explicit = (
        backward(cell, trace, arriving["d_h"]),
        backward(cell, trace, arriving["d_h"], zero, zero),
    )
    for name in GRADIENTS:
        np.testing.assert_array_equal(getattr(plain, name), getattr(explicit, name))


def test_single_precision_in_single_precision_out() -> None:
    point, arriving = a_problem(1, 2, 3, 2, 4, np.float32)
    gradients = analytic(point, arriving)
    doubled = analytic(*({k: v.astype(np.float64) for k, v in part.items()} for part in (point, arriving)))
    for name in GRADIENTS:
        assert getattr(gradients, name).dtype == np.float32
        np.testing.assert_allclose(getattr(gradients, name), getattr(doubled, name), rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("far", [-1e4, 1e4])
def test_saturated_gates_let_no_gradient_through_and_nothing_breaks(far: float) -> None:
    point, arriving = a_problem(3, 1, 2, 1, 5)
    point["b"] = np.full(8, far)
    gradients = analytic(point, arriving)
    for name in ("W", "U", "b", "x"):
        np.testing.assert_array_equal(getattr(gradients, name), 0)
    # An open forget gate carries the gradient of the cell state to its start, a closed one nothing.
    assert np.isfinite(gradients.c_0).all()
    assert bool(gradients.c_0.any()) == (far > 0)


def test_an_empty_batch_has_gradients_of_zero() -> None:
    point, arriving = a_problem(1, 2, 3, 0, 4)
    gradients = analytic(point, arriving)
    np.testing.assert_array_equal(gradients.W, np.zeros((12, 2)))
    assert gradients.x.shape == (4, 0, 2)


@pytest.mark.parametrize(
    ("name", "shape", "sentence"),
    [
        ("d_h", (4, 2, 1), r"d_h has shape \(4, 2, 1\); wanted \(4, 2, 3\)"),
        ("d_h_final", (3, 2), r"d_h_final has shape \(3, 2\); wanted \(2, 3\)"),
        ("d_c_final", (2,), r"d_c_final has shape \(2,\); wanted \(2, 3\)"),
    ],
)
def test_gradients_that_do_not_fit_are_refused_in_one_sentence(
    name: str, shape: tuple[int, ...], sentence: str
) -> None:
    point, arriving = a_problem(1, 2, 3, 2, 4)
    with pytest.raises(ValueError, match=sentence):
        analytic(point, {**arriving, name: np.zeros(shape)})
