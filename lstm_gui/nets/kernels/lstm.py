"""Runs an LSTM with the compiled passes: `lstm_forward.py` and `lstm_backward.py`."""

from typing import TYPE_CHECKING

import numpy as np

from lstm_gui.nets.activation import IDENTITY, FloatArray
from lstm_gui.nets.kernels import lstm_form as form
from lstm_gui.nets.kernels.gradients import KernelGradients
from lstm_gui.nets.kernels.layout import EVERY_STEP, ready
from lstm_gui.nets.kernels.lstm_backward import backward
from lstm_gui.nets.kernels.lstm_forward import forward
from lstm_gui.nets.layer import Gradients, State
from lstm_gui.nets.lstm_trace import LstmTrace
from lstm_gui.nets.room import room_like

if TYPE_CHECKING:
    from lstm_gui.nets.lstm import Lstm


class LstmKernel:
    """See `choice.Kernel`."""

    def __init__(self, cell: "Lstm") -> None:
        self.form = form_of(cell)
        self.in_order = all(array.flags.carray for array in cell.arrays.values())
        self.none = np.empty(0, dtype=cell.dtype)

    def run(self, cell: "Lstm", trace: LstmTrace, start: int, stop: int) -> None:
        """See `Kernel.run`."""
        forward(
            trace.x,
            cell.W if self.in_order else ready(cell.W),
            cell.U if self.in_order else ready(cell.U),
            cell.b if self.in_order else ready(cell.b),
            self.or_none(cell.b_u),
            self.or_none(cell.p),
            EVERY_STEP if trace.lengths is None else trace.lengths,
            trace.z,
            trace.gates,
            trace.rows,
            self.form,
            start,
            stop,
        )

    def gradients(self, cell: "Lstm", trace: LstmTrace, d_output: FloatArray, d_final: State) -> Gradients:
        """See `Kernel.gradients`."""
        d_h, d_c = d_final
        d_z = room_like(trace.z)
        W, U, b = cell.W, cell.U, cell.b
        d_W, d_U, d_b = np.empty(W.shape, W.dtype), np.empty(U.shape, U.dtype), np.empty(b.shape, b.dtype)
        p = self.or_none(cell.p)
        d_p = np.empty(p.shape, p.dtype) if p.size else p
        backward(
            trace.x,
            cell.U if self.in_order else ready(cell.U),
            p,
            EVERY_STEP if trace.lengths is None else trace.lengths,
            ready(d_output),
            trace.gates,
            trace.rows,
            d_z,
            d_h,
            d_c,
            d_W,
            d_U,
            d_b,
            d_p,
            self.form,
        )
        found = {"W": d_W, "U": d_U, "b": d_b}
        if cell.b_u is not None:
            found["b_u"] = d_b.copy()
        if cell.p is not None:
            found["p"] = d_p
        return KernelGradients(found, (d_h, d_c), d_z, cell.W)

    def or_none(self, array: FloatArray | None) -> FloatArray:
        """An array that a cell may have; one of no numbers where it has not."""
        return self.none if array is None else array if self.in_order else ready(array)


def form_of(cell: "Lstm") -> int:
    """The form of an LSTM as the compiled passes have it."""
    variant = cell.variant
    differences = (
        (variant.input_gate, form.INPUT_GATE),
        (variant.forget_gate and not variant.coupled, form.FORGET_GATE),
        (variant.output_gate, form.OUTPUT_GATE),
        (variant.coupled, form.COUPLED),
        (cell.p is not None, form.PEEPHOLES),
        (variant.candidate_activation == IDENTITY, form.LINEAR_CANDIDATE),
        (variant.cell_activation == IDENTITY, form.LINEAR_CELL),
    )
    return sum(number for present, number in differences if present)


KERNEL = LstmKernel
