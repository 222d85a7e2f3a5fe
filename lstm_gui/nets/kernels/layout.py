"""Arrays as the kernels are compiled for them."""

import numpy as np

from lstm_gui.nets.activation import FloatArray

EVERY_STEP = np.empty(0, dtype=np.int64)
"""Lengths, where there are none."""


def ready(array: FloatArray) -> FloatArray:
    """An array in one stretch and writeable: itself, or else a copy."""
    return array if array.flags.carray else np.array(array, order="C")
