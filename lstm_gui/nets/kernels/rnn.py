"""Runs a simple recurrent layer with the compiled passes of `rnn_forward.py` and `rnn_backward.py`."""

from typing import TYPE_CHECKING

import numpy as np

from lstm_gui.nets.activation import RELU, FloatArray
from lstm_gui.nets.kernels.gradients import KernelGradients
from lstm_gui.nets.kernels.layout import EVERY_STEP, ready
from lstm_gui.nets.kernels.rnn_backward import backward
from lstm_gui.nets.kernels.rnn_forward import forward
from lstm_gui.nets.layer import Gradients, State
from lstm_gui.nets.room import room_like

if TYPE_CHECKING:
    from lstm_gui.nets.rnn import Rnn, RnnTrace


class RnnKernel:
    """See `choice.Kernel`."""

    def __init__(self, cell: "Rnn") -> None:
        self.rectified = cell.activation == RELU
        self.none = np.empty(0, dtype=cell.dtype)

    def run(self, cell: "Rnn", trace: "RnnTrace", start: int, stop: int) -> None:
        """See `Kernel.run`."""
        forward(
            trace.x,
            ready(cell.W),
            ready(cell.U),
            ready(cell.b),
            self.none if cell.b_u is None else ready(cell.b_u),
            EVERY_STEP if trace.lengths is None else trace.lengths,
            trace.z,
            trace.h_previous,
            self.rectified,
            start,
            stop,
        )

    def gradients(self, cell: "Rnn", trace: "RnnTrace", d_output: FloatArray, d_final: State) -> Gradients:
        """See `Kernel.gradients`."""
        d_z = room_like(trace.z)
        W, U, b = cell.W, cell.U, cell.b
        d_W, d_U, d_b = np.empty(W.shape, W.dtype), np.empty(U.shape, U.dtype), np.empty(b.shape, b.dtype)
        backward(
            trace.x,
            ready(cell.U),
            EVERY_STEP if trace.lengths is None else trace.lengths,
            ready(d_output),
            trace.z,
            trace.h_previous,
            trace.h,
            d_z,
            d_final[0],
            d_W,
            d_U,
            d_b,
            self.rectified,
        )
        found = {"W": d_W, "U": d_U, "b": d_b}
        if cell.b_u is not None:
            found["b_u"] = d_b.copy()
        return KernelGradients(found, d_final, d_z, cell.W)


KERNEL = RnnKernel
