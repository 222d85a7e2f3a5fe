"""A layer that takes sequences with the batch first, (B, T, I), as Keras and ONNX's layout 1 have them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import Gradients, State, Trace
from lstm_gui.nets.shapes import Lengths, check_dtype
from lstm_gui.nets.wrapper import Wrapper


@dataclass(frozen=True, eq=False)
class BatchFirst(Wrapper[Trace]):
    """The layer it holds, reading x (B, T, I); the trace, and so ∂L/∂output, is that layer's own, time first.

    States are those of the layer, (B, H) each, or stacked over its cells after the batch: h (B, cells, H).
    """

    def forward(
        self,
        x: FloatArray,
        state: State | FloatArray | None = None,
        lengths: Lengths | Sequence[int] | None = None,
    ) -> Trace:
        """Run sequences x (B, T, I); see `Layer.forward`."""
        if not isinstance(x, np.ndarray):
            raise ValueError(
                f"x is a {type(x).__name__}; wanted an array of shape (batch, time, {self.inputs})"
            )
        if x.ndim != 3 or x.shape[2] != self.inputs:
            raise ValueError(f"x has shape {x.shape}; wanted (batch, time, {self.inputs})")
        check_dtype("x", x, self.dtype)
        trace: Trace = self.layer.forward(x.swapaxes(0, 1), self.state_from(state, len(x)), lengths)
        return trace

    def backward(self, trace: Trace, d_output: FloatArray, d_final: State | None = None) -> Gradients:
        """Gradients from ∂L/∂output (T, B, outputs), as the trace is; that of x is (B, T, I), as x was."""
        d_last = self.state_from(d_final, trace.x.shape[1], "d_{}_final")
        found = self.layer.backward(trace, d_output, d_last)
        return Gradients(found.arrays, found.x.swapaxes(0, 1), found.state)

    def state_from(self, given: State | FloatArray | None, batch: int, called: str = "{}_0") -> State:
        """A state, checked; see `Layer.state_from`. Stacked over cells it is (B, cells, H)."""
        if given is None:
            return super().state_from(None, batch, called)
        arrays = (given,) if isinstance(given, np.ndarray) else tuple(given)
        wanted = self.state_shapes(batch)
        cells = len(wanted) // max(len(arrays), 1)
        stacked = [(batch, cells, *shape[1:]) for shape in wanted[: len(arrays)]]
        if [np.shape(array) for array in arrays] == stacked:
            arrays = tuple(array.swapaxes(0, 1) for array in arrays)
        return super().state_from(arrays, batch, called)
