"""The squashing functions of recurrent cells and their slopes, in forms that cannot overflow."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating[Any]]


def sigmoid(x: FloatArray) -> FloatArray:
    """σ(x) = ½(1 + tanh(x/2)): the logistic function, finite for every finite x. Any shape."""
    activated: FloatArray = 0.5 * (1.0 + np.tanh(0.5 * x))
    return activated


@dataclass(frozen=True)
class Activation:
    """A function a = value(z) of single numbers, and its slope da/dz, told from z and a. Any shape.

    Two are the same when their names and constants are.
    """

    name: str
    value: Callable[[FloatArray], FloatArray] = field(compare=False)
    slope: Callable[[FloatArray, FloatArray], FloatArray] = field(compare=False)
    alpha: float | None = None
    beta: float | None = None


SIGMOID = Activation("sigmoid", sigmoid, lambda _z, a: a * (1 - a))
TANH = Activation("tanh", np.tanh, lambda _z, a: 1 - a * a)
RELU = Activation("relu", lambda z: np.maximum(z, 0), lambda z, _a: (z > 0).astype(z.dtype))
IDENTITY = Activation("identity", lambda z: z.copy(), lambda z, _a: np.ones_like(z))
