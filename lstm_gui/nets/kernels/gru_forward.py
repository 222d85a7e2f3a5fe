"""A GRU's whole run, compiled: the products with the weights, and the loop over the steps."""

from typing import Any

import numpy as np

from lstm_gui.nets.kernels.compiling import compiled, spliced
from lstm_gui.nets.kernels.gru_step import RESET_AFTER, Run, squash_gates, write_state
from lstm_gui.nets.kernels.memory import beyond, keep, numbers_of, take
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.rows import copy
from lstm_gui.nets.kernels.shared import ONE, read_input, steps_ahead
from lstm_gui.nets.kernels.vector import Numbers


@compiled
def forward(
    x: Any,  # (T, B, I)
    W: Any,  # (3H, I)
    U: Any,  # (3H, H)
    b: Any,  # (3H,)
    b_u_n: Any,  # (H,)
    lengths: Any,  # (B,), or none
    z: Any,  # (T, B, 3H)
    gates: Any,  # (T, B, 3H)
    let_through: Any,  # (T, B, H)
    h_previous: Any,  # (T, B, H)
    form: int,
    start: int,
    stop: int,
) -> None:
    """Run the steps at index start … stop − 1 of a trace; the state they start from stands in it.

    h is written one step further on in the array that h_previous begins.
    """
    _, batch, inputs = x.shape
    columns, units = U.shape
    space = np.empty(W.size + U.size, W.dtype)
    from_x = numbers_of(space)
    to_gates = beyond(from_x, W.size)
    to_n = beyond(to_gates, 2 * units * units)
    cut(from_x, numbers_of(W), ONE, inputs, inputs, columns)
    cut(to_gates, numbers_of(U), ONE, units, units, 2 * units)
    cut(to_n, beyond(numbers_of(U), 2 * units * units), ONE, units, units, units)
    old_h = numbers_of(h_previous)
    new_h = beyond(old_h, batch * units)
    run = Run(numbers_of(z), numbers_of(gates), numbers_of(let_through), old_h, new_h, batch, units)
    ahead = steps_ahead(batch)
    for t in range(start, stop):
        first = t * batch
        if (t - start) % ahead == 0:
            rows = min(ahead, stop - t) * batch
            z_first, x_first = beyond(run.z, first * columns), beyond(numbers_of(x), first * inputs)
            read_input(z_first, x_first, numbers_of(b), from_x, rows, inputs, columns)
        _all_sequences(run, first, to_gates, to_n, numbers_of(b_u_n), form)
        for sequence in range(batch):
            if lengths.size and t >= take(numbers_of(lengths), sequence):  # its state stands still
                at = (first + sequence) * units
                copy(beyond(run.h, at), beyond(run.h_previous, at), units)
    keep(space)


@spliced
def _all_sequences(run: Run, first: int, to_gates: Numbers, to_n: Numbers, b_u_n: Numbers, form: int) -> None:
    """One step, whose rows begin with the `first`."""
    batch, units = run.batch, run.units
    z, h = beyond(run.z, first * 3 * units), beyond(run.h_previous, first * units)
    z_n, let_through = beyond(z, 2 * units), beyond(run.let_through, first * units)
    add_product(z, 3 * units, h, units, ONE, to_gates, batch, units, 2 * units)
    if form & RESET_AFTER:
        for sequence in range(batch):
            copy(beyond(let_through, sequence * units), b_u_n, units)
        add_product(let_through, units, h, units, ONE, to_n, batch, units, units)
    for sequence in range(batch):
        squash_gates(run, first + sequence, form)
    if not form & RESET_AFTER:
        add_product(z_n, 3 * units, let_through, units, ONE, to_n, batch, units, units)
    for sequence in range(batch):
        write_state(run, first + sequence, form)
