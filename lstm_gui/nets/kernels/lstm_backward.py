"""An LSTM's whole way back, compiled: the loop over the steps, and the sums for the weights."""

from typing import Any

import numpy as np

from lstm_gui.nets.kernels.compiling import compiled, spliced
from lstm_gui.nets.kernels.lstm_step_back import Back, step_back
from lstm_gui.nets.kernels.memory import beyond, keep, numbers_of, put, take
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.rows import clear, transpose
from lstm_gui.nets.kernels.shared import ONE, add_gradients_of_input, add_weight_gradient, steps_at_once
from lstm_gui.nets.kernels.vector import Numbers


@compiled
def backward(
    x: Any,  # (T, B, I)
    U: Any,  # (kH, H)
    p: Any,  # (mH,), or none
    lengths: Any,  # (B,), or none
    d_output: Any,  # (T, B, H)
    gates: Any,  # (T, B, 4H)
    states: Any,  # (3T + 2, B, H) h_0 … h_T, c_0 … c_T, tanh c_1 … tanh c_T
    d_z: Any,  # (T, B, kH)
    d_h: Any,  # (B, H)
    d_c: Any,  # (B, H)
    d_W: Any,  # (kH, I)
    d_U: Any,  # (kH, H)
    d_b: Any,  # (kH,)
    d_p: Any,  # (mH,), or none
    form: int,
) -> None:
    """Fill d_z and the gradients of the weights; turn d_h, d_c of the final state into the initial's."""
    steps, batch, inputs = x.shape
    columns, units = U.shape
    at_once = steps_at_once(steps, batch)
    space = np.empty(2 * U.size + d_W.size + at_once * batch * columns + 1, U.dtype)
    to_h = numbers_of(space)
    sums_x = beyond(to_h, U.size)  # (I, kH)
    sums_h = beyond(sums_x, d_W.size)  # (H, kH)
    one = beyond(sums_h, U.size)
    panels = beyond(one, 1)
    cut(to_h, numbers_of(U), units, ONE, columns, units)
    clear(sums_x, d_W.size + U.size)
    clear(numbers_of(d_b), columns)
    clear(numbers_of(d_p), d_p.size)
    put(one, 0, U.dtype.type(1))
    old_h = numbers_of(states)
    old_c = beyond(old_h, (steps + 1) * batch * units)
    back = Back(
        numbers_of(gates),
        old_c,
        beyond(old_c, batch * units),
        beyond(old_c, (steps + 1) * batch * units),
        numbers_of(p),
        numbers_of(d_output),
        numbers_of(d_z),
        numbers_of(d_h),
        numbers_of(d_c),
        numbers_of(d_p),
        batch,
        units,
        columns,
    )
    for stop in range(steps, 0, -at_once):
        start = max(0, stop - at_once)
        for t in range(stop - 1, start - 1, -1):
            _all_sequences(back, t, to_h, numbers_of(lengths), lengths.size > 0, form)
        first, rows = start * batch, (stop - start) * batch
        x_first, d_z = beyond(numbers_of(x), first * inputs), beyond(back.d_z, first * columns)
        add_gradients_of_input(sums_x, numbers_of(d_b), one, x_first, inputs, panels, d_z, rows, columns)
        add_weight_gradient(sums_h, beyond(old_h, first * units), units, panels, rows, columns)
    transpose(numbers_of(d_W), sums_x, columns, inputs)
    transpose(numbers_of(d_U), sums_h, columns, units)
    keep(space)


@spliced
def _all_sequences(back: Back, t: int, to_h: Numbers, lengths: Numbers, some_end: bool, form: int) -> None:
    """Back through the step at index t; what reaches a sequence that had ended passes it by."""
    batch, units, columns = back.batch, back.units, back.columns
    d_z = beyond(back.d_z, t * batch * columns)
    for sequence in range(batch):
        if some_end and t >= take(lengths, sequence):
            clear(beyond(d_z, sequence * columns), columns)
        else:
            step_back(back, t * batch + sequence, sequence, form)
    add_product(back.d_h, units, d_z, columns, ONE, to_h, batch, columns, units)
