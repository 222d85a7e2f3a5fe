"""Gradients from a kernel, of which ∂L/∂x is worked out when asked for: a first layer is never asked."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.layout import ready
from lstm_gui.nets.kernels.shared import input_gradient
from lstm_gui.nets.layer import Gradients, State


class KernelGradients(Gradients):
    """Gradients that keep what ∂L/∂x = d_z W is made of: the weights are not to be written to in between."""

    def __init__(
        self, arrays: Mapping[str, FloatArray], state: State, d_z: FloatArray, W: FloatArray
    ) -> None:
        object.__setattr__(self, "__dict__", {"arrays": arrays, "state": state, "_d_z": d_z, "_W": W})

    @cached_property
    def x(self) -> FloatArray:
        """∂L/∂x (T, B, I)."""
        d_z: FloatArray = self.__dict__["_d_z"]
        W: FloatArray = self.__dict__["_W"]
        d_x = np.empty((*d_z.shape[:2], W.shape[1]), dtype=W.dtype)
        input_gradient(d_x, d_z, ready(W))
        return d_x
