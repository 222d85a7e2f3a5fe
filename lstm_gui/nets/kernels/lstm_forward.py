"""An LSTM's whole run, compiled: the products with the weights, and the loop over the steps."""

from typing import Any

import numpy as np

from lstm_gui.nets.kernels.compiling import compiled, spliced
from lstm_gui.nets.kernels.lstm_step import Run, step
from lstm_gui.nets.kernels.memory import beyond, keep, numbers_of, take
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.rows import copy
from lstm_gui.nets.kernels.shared import ONE, add_biases, read_input, steps_ahead
from lstm_gui.nets.kernels.vector import Numbers


@compiled
def forward(
    x: Any,  # (T, B, I)
    W: Any,  # (kH, I)
    U: Any,  # (kH, H)
    b: Any,  # (kH,)
    b_u: Any,  # (kH,), or none
    p: Any,  # (mH,), or none
    lengths: Any,  # (B,), or none
    z: Any,  # (T, B, kH)
    gates: Any,  # (T, B, 4H)
    states: Any,  # (3T + 2, B, H) h_0 … h_T, c_0 … c_T, tanh c_1 … tanh c_T
    form: int,
    start: int,
    stop: int,
) -> None:
    """Run the steps at index start … stop − 1 of a trace; the states they start from stand in it."""
    steps, batch, inputs = x.shape
    columns, units = U.shape
    space = np.empty(W.size + U.size + b.size, W.dtype)
    from_x = numbers_of(space)
    from_h = beyond(from_x, W.size)
    bias = beyond(from_h, U.size)
    add_biases(bias, numbers_of(b), numbers_of(b_u), columns, b_u.size > 0)
    cut(from_x, numbers_of(W), ONE, inputs, inputs, columns)
    cut(from_h, numbers_of(U), ONE, units, units, columns)
    old_h = numbers_of(states)
    old_c = beyond(old_h, (steps + 1) * batch * units)
    run = Run(
        numbers_of(z),
        numbers_of(gates),
        old_c,
        beyond(old_c, batch * units),
        beyond(old_c, (steps + 1) * batch * units),
        old_h,
        beyond(old_h, batch * units),
        numbers_of(p),
        batch,
        units,
        columns,
    )
    ahead = steps_ahead(batch)
    for t in range(start, stop):
        if (t - start) % ahead == 0:
            first, rows = t * batch, min(ahead, stop - t) * batch
            z_first, x_first = beyond(run.z, first * columns), beyond(numbers_of(x), first * inputs)
            read_input(z_first, x_first, bias, from_x, rows, inputs, columns)
        _all_sequences(run, t, from_h, numbers_of(lengths), lengths.size > 0, form)
    keep(space)


@spliced
def _all_sequences(run: Run, t: int, from_h: Numbers, lengths: Numbers, some_end: bool, form: int) -> None:
    """The step at index t; the states of sequences that have ended stand still."""
    batch, units, columns = run.batch, run.units, run.columns
    first = t * batch
    z, h = beyond(run.z, first * columns), beyond(run.h_previous, first * units)
    add_product(z, columns, h, units, ONE, from_h, batch, units, columns)
    for sequence in range(batch):
        row = first + sequence
        step(run, row, form)
        if some_end and t >= take(lengths, sequence):
            copy(beyond(run.c, row * units), beyond(run.c_previous, row * units), units)
            copy(beyond(run.h, row * units), beyond(run.h_previous, row * units), units)
