"""The logistic function of recurrent cells, in a form that cannot overflow."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating[Any]]


def sigmoid(x: FloatArray) -> FloatArray:
    """σ(x) = ½(1 + tanh(x/2)): the logistic function, finite for every finite x. Any shape."""
    activated: FloatArray = 0.5 * (1.0 + np.tanh(0.5 * x))
    return activated
