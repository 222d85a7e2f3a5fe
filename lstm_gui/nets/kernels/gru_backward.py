"""A GRU's whole way back, compiled: the loop over the steps, and the sums for the weights."""

from typing import Any

import numpy as np

from lstm_gui.nets.kernels.compiling import compiled, spliced
from lstm_gui.nets.kernels.gru_step import RESET_AFTER
from lstm_gui.nets.kernels.gru_step_back import Back, reset_back, state_back
from lstm_gui.nets.kernels.memory import beyond, keep, numbers_of, put, take
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.rows import clear, transpose
from lstm_gui.nets.kernels.shared import (
    ONE,
    add_bias_gradient,
    add_gradients_of_input,
    add_weight_gradient,
    steps_at_once,
)
from lstm_gui.nets.kernels.vector import Numbers


@compiled
def backward(
    x: Any,  # (T, B, I)
    U: Any,  # (3H, H)
    lengths: Any,  # (B,), or none
    d_output: Any,  # (T, B, H)
    gates: Any,  # (T, B, 3H)
    let_through: Any,  # (T, B, H)
    h_previous: Any,  # (T, B, H)
    d_z: Any,  # (T, B, 3H)
    d_h: Any,  # (B, H)
    d_W: Any,  # (3H, I)
    d_U: Any,  # (3H, H)
    d_b: Any,  # (3H,)
    d_b_u: Any,  # (3H,)
    form: int,
) -> None:
    """Fill d_z and the gradients of the weights; turn d_h of the final state into that of the initial one."""
    steps, batch, inputs = x.shape
    columns, units = U.shape
    gates_size = 2 * units * units
    at_once = steps_at_once(steps, batch)
    space = np.empty(2 * U.size + d_W.size + at_once * batch * (columns + units) + 1, U.dtype)
    from_gates = numbers_of(space)
    from_n = beyond(from_gates, gates_size)
    sums_x = beyond(from_gates, U.size)  # (I, 3H)
    sums_h = beyond(sums_x, d_W.size)  # (H, 2H) of the gates' rows of U
    sums_n = beyond(sums_h, gates_size)  # (H, H) of the candidate's
    one = beyond(sums_h, U.size)
    d_let_through = beyond(one, 1)
    panels = beyond(d_let_through, at_once * batch * units)
    cut(from_gates, numbers_of(U), units, ONE, 2 * units, units)
    cut(from_n, beyond(numbers_of(U), gates_size), units, ONE, units, units)
    clear(sums_x, d_W.size + U.size)
    d_b_at, d_b_u_at = numbers_of(d_b), numbers_of(d_b_u)
    clear(d_b_at, columns)
    clear(d_b_u_at, columns)
    put(one, 0, U.dtype.type(1))
    back = Back(
        numbers_of(gates),
        numbers_of(let_through),
        numbers_of(h_previous),
        numbers_of(d_output),
        numbers_of(d_z),
        d_let_through,
        numbers_of(d_h),
        batch,
        units,
    )
    for stop in range(steps, 0, -at_once):
        start = max(0, stop - at_once)
        for t in range(stop - 1, start - 1, -1):
            _all_sequences(back, t, start, from_gates, from_n, numbers_of(lengths), lengths.size > 0, form)
        first, rows = start * batch, (stop - start) * batch
        x_here, d_z_here = beyond(numbers_of(x), first * inputs), beyond(back.d_z, first * columns)
        add_gradients_of_input(sums_x, d_b_at, one, x_here, inputs, panels, d_z_here, rows, columns)
        _add_recurrent_gradients(back, sums_h, sums_n, d_b_u_at, one, panels, first, rows, form)
    transpose(numbers_of(d_W), sums_x, columns, inputs)
    transpose(numbers_of(d_U), sums_h, 2 * units, units)
    transpose(beyond(numbers_of(d_U), gates_size), sums_n, units, units)
    keep(space)


@spliced
def _add_recurrent_gradients(
    back: Back,
    sums_h: Numbers,
    sums_n: Numbers,
    d_b_u: Numbers,
    one: Numbers,
    panels: Numbers,
    first: int,
    rows: int,
    form: int,
) -> None:
    """What some rows add for U and b_u: for the gates, which read h₋, and for n, which r lets read."""
    units = back.units
    d_z, h = beyond(back.d_z, first * 3 * units), beyond(back.h_previous, first * units)
    cut(panels, d_z, 3 * units, ONE, rows, 2 * units)
    add_weight_gradient(sums_h, h, units, panels, rows, 2 * units)
    add_bias_gradient(d_b_u, one, panels, rows, 2 * units)
    if form & RESET_AFTER:
        cut(panels, back.d_let_through, units, ONE, rows, units)
    else:
        cut(panels, beyond(d_z, 2 * units), 3 * units, ONE, rows, units)
        h = beyond(back.let_through, first * units)
    add_weight_gradient(sums_n, h, units, panels, rows, units)
    add_bias_gradient(beyond(d_b_u, 2 * units), one, panels, rows, units)


@spliced
def _all_sequences(
    back: Back,
    t: int,
    start: int,
    from_gates: Numbers,
    from_n: Numbers,
    lengths: Numbers,
    some_end: bool,
    form: int,
) -> None:
    """Back through the step at index t; what reaches a sequence that had ended passes it by."""
    batch, units = back.batch, back.units
    first, here = t * batch, (t - start) * batch
    d_z, d_let_through = beyond(back.d_z, first * 3 * units), beyond(back.d_let_through, here * units)
    d_z_n = beyond(d_z, 2 * units)
    clear(d_let_through, batch * units)
    for sequence in range(batch):
        if some_end and t >= take(lengths, sequence):
            clear(beyond(d_z, sequence * 3 * units), 3 * units)
        else:
            state_back(back, first + sequence, here + sequence, sequence, form)
    if form & RESET_AFTER:
        add_product(back.d_h, units, d_let_through, units, ONE, from_n, batch, units, units)
    else:
        add_product(d_let_through, units, d_z_n, 3 * units, ONE, from_n, batch, units, units)
        for sequence in range(batch):
            reset_back(back, first + sequence, here + sequence, sequence)
    add_product(back.d_h, units, d_z, 3 * units, ONE, from_gates, batch, 2 * units, units)
