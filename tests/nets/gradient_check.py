"""Central differences for every parameter, input and initial state of any layer."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.layer import Layer, State

Array = NDArray[Any]
WIDTH = 2e-4  # of which the fourth power counts, and which rounding divides by


def drawn_state(rng: np.random.Generator, layer: Layer[Any], batch: int, scale: float = 1.0) -> State:
    """A state for a layer, drawn."""
    shapes = layer.state_shapes(batch)
    return tuple(rng.normal(scale=scale, size=shape).astype(layer.dtype) for shape in shapes)


def check_gradients(
    layer: Layer[Any],
    rng: np.random.Generator,
    steps: int,
    batch: int,
    lengths: list[int] | None = None,
    state: State | None = None,
    width: float = WIDTH,
) -> None:
    """Assert that the layer's gradients equal central differences, for a drawn loss linear in its run.

    The loss is Σ d_output∘output + Σ d_final∘final, float64. The arrays must be writeable: each of their
    numbers is moved and put back, by up to twice the `width`: less for what bends more.
    """
    x = rng.normal(size=(steps, batch, layer.inputs))
    state = drawn_state(rng, layer, batch) if state is None else state
    d_output = rng.normal(size=(steps, batch, layer.outputs))
    d_final = drawn_state(rng, layer, batch)

    def loss() -> float:
        trace = layer.forward(x, state, lengths)
        finals = zip(d_final, trace.final, strict=True)
        return float((d_output * trace.output).sum() + sum((d * final).sum() for d, final in finals))

    gradients = layer.backward(layer.forward(x, state, lengths), d_output, d_final)
    _assert_close("x", gradients.x, numeric(loss, x, width))
    for name, array in layer.arrays.items():
        _assert_close(name, gradients[name], numeric(loss, array, width))
    for name, gradient, array in zip(layer.state_names, gradients.state, state, strict=True):
        _assert_close(f"{name}_0", gradient, numeric(loss, array, width))


def numeric(loss: Callable[[], float], array: Array, width: float = WIDTH) -> Array:
    """Central differences over four points (error of order width⁴), each number of `array` in its turn."""
    slopes = np.empty_like(array)
    for place in np.ndindex(array.shape):
        kept = array[place]
        values = []
        for move in (-2, -1, 1, 2):
            array[place] = kept + move * width
            values.append(loss())
        array[place] = kept
        slopes[place] = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * width)
    return slopes


def _assert_close(name: str, analytic: Array, expected: Array) -> None:
    """Relative error ≤ 1e-6, measured against the largest number of the array."""
    assert analytic.shape == expected.shape, name
    largest = max(1.0, float(np.abs(expected).max(initial=0)))
    np.testing.assert_allclose(analytic, expected, rtol=1e-6, atol=1e-6 * largest * 1e-2, err_msg=name)
