"""Runs a GRU with the compiled passes: `gru_forward.py` and `gru_backward.py`."""

from typing import TYPE_CHECKING

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.gru_trace import GruTrace
from lstm_gui.nets.kernels.gradients import KernelGradients
from lstm_gui.nets.kernels.gru_backward import backward
from lstm_gui.nets.kernels.gru_forward import forward
from lstm_gui.nets.kernels.gru_step import RESET_AFTER, Z_KEEPS
from lstm_gui.nets.kernels.layout import EVERY_STEP, ready
from lstm_gui.nets.layer import Gradients, State
from lstm_gui.nets.room import room_like

if TYPE_CHECKING:
    from lstm_gui.nets.gru import Gru


class GruKernel:
    """See `choice.Kernel`."""

    def __init__(self, cell: "Gru") -> None:
        self.form = RESET_AFTER * cell.reset_after + Z_KEEPS * cell.z_keeps
        self.no_bias = np.zeros(cell.units, dtype=cell.dtype)

    def run(self, cell: "Gru", trace: GruTrace, start: int, stop: int) -> None:
        """See `Kernel.run`."""
        forward(
            trace.x,
            ready(cell.W),
            ready(cell.U),
            ready(cell.input_bias),
            self.no_bias if cell.b_u is None else ready(cell.b_u[cell.rows("n")]),
            EVERY_STEP if trace.lengths is None else trace.lengths,
            trace.z,
            trace.gates,
            trace.let_through,
            trace.h_previous,
            self.form,
            start,
            stop,
        )

    def gradients(self, cell: "Gru", trace: GruTrace, d_output: FloatArray, d_final: State) -> Gradients:
        """See `Kernel.gradients`."""
        d_z = room_like(trace.z)
        d_W, d_U = np.empty(cell.W.shape, cell.dtype), np.empty(cell.U.shape, cell.dtype)
        d_b, d_b_u = np.empty(cell.b.shape, cell.dtype), np.empty(cell.b.shape, cell.dtype)
        backward(
            trace.x,
            ready(cell.U),
            EVERY_STEP if trace.lengths is None else trace.lengths,
            ready(d_output),
            trace.gates,
            trace.let_through,
            trace.h_previous,
            d_z,
            d_final[0],
            d_W,
            d_U,
            d_b,
            d_b_u,
            self.form,
        )
        found = {"W": d_W, "U": d_U, "b": d_b}
        if cell.b_u is not None:
            found["b_u"] = d_b_u
        return KernelGradients(found, d_final, d_z, cell.W)


KERNEL = GruKernel
