"""How much each element of a prediction counts in its loss: weights, masks and lengths.

    weights     0 or more for each step (T, B), or for each number (T, B, K) where numbers are the elements;
                a mask is weights of 0 and 1
    lengths     (B,): steps past a sequence's length do not count

The loss is Σ w·loss / Σ w, so that only the proportions of weights matter. T time, B batch, K numbers
predicted; without `lengths`, any axes may stand in the place of (T, B).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.shapes import FLOATS, Lengths, alive, check_shape, checked_lengths

Weights = NDArray[Any]


def counting(
    y: FloatArray, weights: Weights | None, lengths: Lengths | Sequence[int] | None, numbers: bool
) -> FloatArray | None:
    """How much each element counts, or None where all count alike.

    The elements are the `numbers` of y (T, B, K), or else its steps. Either way the result has an axis for K,
    of size 1 where all numbers of a step count alike. Raises ValueError naming the array that does not fit.
    """
    check_prediction(y)
    w = None if weights is None else _checked_weights(y, weights, numbers)
    if lengths is None:
        return w
    if y.ndim != 3:
        raise ValueError(f"y has shape {y.shape}; wanted (time, batch, outputs), as there are lengths")
    known = checked_lengths(lengths, *y.shape[:2])
    if known is None:
        return w
    runs = alive(known, len(y))[..., np.newaxis]
    return masked(np.ones_like(runs, dtype=y.dtype) if w is None else w, runs)


def masked(array: FloatArray, counts: NDArray[np.bool_]) -> FloatArray:
    """An array with 0 where nothing counts, whatever stood there."""
    return np.where(counts, array, array.dtype.type(0))


def check_prediction(y: FloatArray) -> None:
    """Raise ValueError unless y is (…, K), float32 or float64."""
    check_shape("y", y, (*np.shape(y)[:-1], "outputs"))
    if y.dtype not in FLOATS:
        raise ValueError(f"y is {y.dtype}; wanted float32 or float64")


def _checked_weights(y: FloatArray, weights: Weights, numbers: bool) -> FloatArray:
    """Weights with an axis for K, in the precision of y."""
    if not (numbers and np.shape(weights) == y.shape):
        check_shape("weights", weights, y.shape[:-1])
        weights = weights[..., np.newaxis]
    w: FloatArray = weights.astype(y.dtype)
    if w.size and not (w.min() >= 0 and w.max() < np.inf):
        raise ValueError(f"weights runs from {w.min()} to {w.max()}; wanted 0 or more, and finite")
    return w
