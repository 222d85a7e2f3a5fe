"""Bounds a gradient before it is followed, and says what that changed.

    by norm     g ← g · min(1, limit / ‖g‖)            (Pascanu, Mikolov & Bengio 2013)
    by value    g ← min(limit, max(−limit, g)), number by number

Clipping by norm keeps the direction; clipping by value turns it towards a diagonal.
"""

import math
from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray


@dataclass(frozen=True, eq=False)
class Clipped:
    """A gradient after clipping, and what it was before."""

    gradient: FloatArray  # (count,) after
    norm: float  # before
    changed: int  # how many of its numbers are another now

    @property
    def norm_after(self) -> float:
        """The norm of the gradient as it is now."""
        return norm(self.gradient) if self.changed else self.norm


def clipped_by_norm(gradient: FloatArray, limit: float) -> Clipped:
    """A gradient of any shape, scaled down to the norm `limit` where its norm is larger.

    One that is not finite stays as it is: no scale makes it a direction. Raises ValueError for a limit ≤ 0.
    """
    limit = checked_limit(limit)
    before = norm(gradient)
    if not limit < before < math.inf:
        return Clipped(gradient, before, 0)
    after = gradient * (limit / before)
    return Clipped(after, before, int(np.count_nonzero(after != gradient)))


def clipped_by_value(gradient: FloatArray, limit: float) -> Clipped:
    """A gradient of any shape, each of its numbers brought into ±limit. Raises ValueError for a limit ≤ 0."""
    limit = checked_limit(limit)
    outside = int(np.count_nonzero(np.abs(gradient) > limit))
    return Clipped(gradient.clip(-limit, limit) if outside else gradient, norm(gradient), outside)


def norm(gradient: FloatArray) -> float:
    """The Euclidean norm ‖g‖ of an array of any shape, by way of its largest number: no square overflows."""
    largest = float(np.abs(gradient).max(initial=0))
    if largest == 0 or not math.isfinite(largest):
        return largest
    return largest * float(np.linalg.norm(gradient.ravel().astype(np.float64) / largest))


def checked_limit(limit: float) -> float:
    """A limit as a number that leaves float32 as it is. Raises ValueError unless it is above zero."""
    if not limit > 0:
        raise ValueError(f"limit is {limit}; wanted more than 0")
    return float(limit)
