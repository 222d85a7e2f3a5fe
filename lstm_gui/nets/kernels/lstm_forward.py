"""An LSTM's whole run, compiled: the products with the weights, and the loop over the steps."""

from typing import Any

import numpy as np

from lstm_gui.nets.kernels.compiling import compiled, spliced
from lstm_gui.nets.kernels.lstm_step import Run, step
from lstm_gui.nets.kernels.memory import beyond, keep, numbers_of
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.rows import copy
from lstm_gui.nets.kernels.shared import ONE, read_input, steps_ahead
from lstm_gui.nets.kernels.vector import Numbers


@compiled
def forward(
    x: Any,  # (T, B, I)
    W: Any,  # (kH, I)
    U: Any,  # (kH, H)
    b: Any,  # (kH,)
    p: Any,  # (mH,), or none
    lengths: Any,  # (B,), or none
    z: Any,  # (T, B, kH)
    gates: Any,  # (T, B, 4H)
    tanh_c: Any,  # (T, B, H)
    c_previous: Any,  # (T, B, H)
    h_previous: Any,  # (T, B, H)
    form: int,
    start: int,
    stop: int,
) -> None:
    """Run the steps at index start … stop − 1 of a trace; the states they start from stand in it.

    c and h are written one step further on in the arrays that c_previous and h_previous begin.
    """
    _, batch, inputs = x.shape
    columns, units = U.shape
    space = np.empty(W.size + U.size, W.dtype)
    from_x = numbers_of(space)
    from_h = beyond(from_x, W.size)
    cut(from_x, numbers_of(W), ONE, inputs, inputs, columns)
    cut(from_h, numbers_of(U), ONE, units, units, columns)
    old_c, old_h = numbers_of(c_previous), numbers_of(h_previous)
    new_c, new_h = beyond(old_c, batch * units), beyond(old_h, batch * units)
    run = Run(
        numbers_of(z),
        numbers_of(gates),
        old_c,
        new_c,
        numbers_of(tanh_c),
        old_h,
        new_h,
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
            read_input(z_first, x_first, numbers_of(b), from_x, rows, inputs, columns)
        _all_sequences(run, t, from_h, lengths, form)
    keep(space)


@spliced
def _all_sequences(run: Run, t: int, from_h: Numbers, lengths: Any, form: int) -> None:
    """The step at index t; the states of sequences that have ended stand still."""
    batch, units, columns = run.batch, run.units, run.columns
    first = t * batch
    z, h = beyond(run.z, first * columns), beyond(run.h_previous, first * units)
    add_product(z, columns, h, units, ONE, from_h, batch, units, columns)
    for sequence in range(batch):
        row = first + sequence
        step(run, row, form)
        if lengths.size and t >= lengths[sequence]:
            copy(beyond(run.c, row * units), beyond(run.c_previous, row * units), units)
            copy(beyond(run.h, row * units), beyond(run.h_previous, row * units), units)
