"""Losses: how far a prediction is from its target, and the gradient that this sends back.

    squared error           (y − t)²                   d_y = 2 (y − t)
    cross-entropy           log Σ_k exp y_k − y_t      d_y = softmax(y) − onehot(t)
    binary cross-entropy    log(1 + exp y) − t y       d_y = σ(y) − t

The loss is the mean over the elements that count (`counting.py` has masks, weights and lengths), and d_y is
∂(that mean)/∂y. What does not count is not read, and may be anything; when nothing counts, the loss is 0.

The entropies read logits and are in nats. They are written so that nothing overflows: with the largest logit
taken off them all, and with log(1 + exp y) = max(y, 0) + log(1 + exp −|y|).

T time, B batch, K numbers predicted; without `lengths`, any axes may stand in the place of (T, B).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray, sigmoid
from lstm_gui.nets.counting import Weights, counting, masked
from lstm_gui.nets.shapes import Lengths, check_shape


class Loss(NamedTuple):
    """A loss, and its gradient."""

    value: float
    d_y: FloatArray  # ∂L/∂y, of the shape and precision of y


def mean_squared_error(
    y: FloatArray,
    target: NDArray[Any],
    weights: Weights | None = None,
    lengths: Lengths | Sequence[int] | None = None,
) -> Loss:
    """The mean of (y − t)² over the numbers of y and target, both (T, B, K).

    Raises ValueError naming the array that does not fit.
    """
    w = counting(y, weights, lengths, numbers=True)
    y, t = _like_numbers(y, target, w)
    error = y - t
    return _mean(error * error, 2 * error, w)


def softmax(y: FloatArray) -> FloatArray:
    """Probabilities (…, K) of logits y (…, K)."""
    powers = np.exp(y - y.max(axis=-1, keepdims=True))
    shares: FloatArray = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def cross_entropy(
    y: FloatArray,
    target: NDArray[np.integer[Any]],
    weights: Weights | None = None,
    lengths: Lengths | Sequence[int] | None = None,
) -> Loss:
    """The mean of −log softmax(y)_t over steps, for logits y (T, B, K) and classes t (T, B) from 0 to K − 1.

    Raises ValueError naming the array that does not fit.
    """
    w = counting(y, weights, lengths, numbers=False)
    t = _classes(y, target, w)  # (T, B, 1)
    y = y if w is None else masked(y, w > 0)
    by_class = np.ascontiguousarray(
        np.moveaxis(y, -1, 0)
    )  # (K, T, B): numpy finds maxima faster in long rows
    below = y - by_class.max(axis=0)[..., np.newaxis]  # (T, B, K) ≤ 0
    powers = np.exp(below)
    total = powers.sum(axis=-1, keepdims=True)  # (T, B, 1)
    losses = np.log(total) - np.take_along_axis(below, t, axis=-1)
    onehot = np.arange(y.shape[-1]) == t
    return _mean(losses, powers / total - onehot, w)


def binary_cross_entropy(
    y: FloatArray,
    target: NDArray[Any],
    weights: Weights | None = None,
    lengths: Lengths | Sequence[int] | None = None,
) -> Loss:
    """The mean of −t log σ(y) − (1 − t) log(1 − σ(y)) over the numbers of logits y and target (T, B, K).

    Targets are from 0 to 1. Raises ValueError naming the array that does not fit.
    """
    w = counting(y, weights, lengths, numbers=True)
    y, t = _like_numbers(y, target, w)
    losses = np.maximum(y, 0) + np.log1p(np.exp(-np.abs(y))) - t * y
    return _mean(losses, sigmoid(y) - t, w)


def _mean(losses: FloatArray, slopes: FloatArray, w: FloatArray | None) -> Loss:
    """The mean of the losses, each counting as much as w says, and its gradient from their slopes."""
    total = float(losses.size if w is None else np.broadcast_to(w, losses.shape).sum(dtype=np.float64))
    if total == 0:
        return Loss(0.0, np.zeros_like(slopes))
    if w is not None:
        losses, slopes = w * losses, w * slopes
    return Loss(float(losses.sum(dtype=np.float64)) / total, slopes / total)


def _like_numbers(y: FloatArray, target: NDArray[Any], w: FloatArray | None) -> tuple[FloatArray, FloatArray]:
    """y and a target of its shape, in its precision, both 0 where they do not count."""
    check_shape("target", target, y.shape)
    t: FloatArray = target.astype(y.dtype, copy=False)
    return (y, t) if w is None else (masked(y, w > 0), masked(t, w > 0))


def _classes(y: FloatArray, target: NDArray[np.integer[Any]], w: FloatArray | None) -> NDArray[np.intp]:
    """The classes (T, B, 1) as whole numbers from 0 to K − 1, 0 where they do not count."""
    check_shape("target", target, y.shape[:-1])
    if target.dtype.kind not in "iu":
        raise ValueError(f"target is {target.dtype}; wanted classes as whole numbers")
    t = target[..., np.newaxis].astype(np.intp)
    t = t if w is None else np.where(w > 0, t, 0)
    if t.size and not (t.min() >= 0 and t.max() < y.shape[-1]):
        raise ValueError(f"target runs from {t.min()} to {t.max()}; wanted 0 to {y.shape[-1] - 1}")
    return t
