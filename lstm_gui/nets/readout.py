"""The linear read-out that turns hidden states into what is predicted, and its gradients.

    y = V h + c                               d_h = d_y V,   d_V = Σ d_y hᵀ,   d_c = Σ d_y

The sums run over time and batch. H what is read, K what is predicted; "…" any axes before, as (T, B) for
whole sequences or (B,) for their last steps.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import Gradients
from lstm_gui.nets.named_arrays import NamedArrays
from lstm_gui.nets.shapes import check_dtype, check_parameters, check_shape
from lstm_gui.nets.unwinding import over_steps


@dataclass(frozen=True, eq=False)
class Readout(NamedArrays):
    """A linear read-out. float32 or float64, both. Raises ValueError naming the array that does not fit."""

    V: FloatArray  # (K, H) reads the hidden state
    c: FloatArray  # (K,)

    def __post_init__(self) -> None:
        check_shape("V", self.V, ("outputs", "inputs"))
        check_shape("c", self.c, (self.outputs,))
        check_parameters(self.arrays)

    @property
    def arrays(self) -> dict[str, FloatArray]:
        """The parameters by name."""
        return {"V": self.V, "c": self.c}

    def with_arrays(self, arrays: Mapping[str, FloatArray]) -> Self:
        """The same with some of its arrays replaced. Raises ValueError naming one that does not fit."""
        self.check_names(arrays)
        return replace(self, **arrays)

    @property
    def inputs(self) -> int:
        """How many numbers it reads (H)."""
        return int(self.V.shape[1])

    @property
    def outputs(self) -> int:
        """How many numbers it gives (K)."""
        return len(self.V)

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64: what it computes in, and wants what it reads in."""
        return self.V.dtype

    def forward(self, h: FloatArray) -> FloatArray:
        """y (…, K) from h (…, H). Raises ValueError naming the array that does not fit."""
        self._check("h", h, self.inputs)
        y = h.reshape(-1, self.inputs) @ self.V.T
        y += self.c
        return y.reshape(*h.shape[:-1], self.outputs)

    def backward(self, h: FloatArray, d_y: FloatArray) -> Gradients:
        """Exact gradients of a loss from ∂L/∂y (…, K), for the h (…, H) that was read; `.x` is ∂L/∂h.

        Raises ValueError naming the array that does not fit.
        """
        self._check("h", h, self.inputs)
        check_shape("d_y", d_y, (*h.shape[:-1], self.outputs))
        check_dtype("d_y", d_y, self.dtype)
        rows = d_y.reshape(-1, self.outputs)
        arrays = {"V": over_steps(d_y, h), "c": rows.sum(axis=0)}
        return Gradients(arrays, (rows @ self.V).reshape(h.shape), ())

    def _check(self, name: str, array: FloatArray, last: int) -> None:
        """Raise ValueError unless an array is (…, last) and of this precision."""
        check_shape(name, array, (*np.shape(array)[:-1], last))
        check_dtype(name, array, self.dtype)
