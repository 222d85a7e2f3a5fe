"""A simple recurrent layer's whole way back, compiled; explained in `nets/rnn.py`."""

from typing import Any, NamedTuple

import numpy as np

from lstm_gui.nets.kernels.compiling import compiled, inlined, spliced
from lstm_gui.nets.kernels.functions import where_positive
from lstm_gui.nets.kernels.memory import beyond, filled, keep, lanes, load, numbers_of, put, store, take
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.rows import clear, transpose
from lstm_gui.nets.kernels.shared import ONE, add_bias_gradient, add_weight_gradient, steps_at_once
from lstm_gui.nets.kernels.vector import Numbers


class Back(NamedTuple):
    """Where the arrays of a run and its gradients begin, and the sizes."""

    z: Numbers  # (T, B, H)
    h: Numbers  # (T, B, H)
    d_output: Numbers  # (T, B, H)
    d_z: Numbers  # (T, B, H)
    d_h: Numbers  # (B, H) what later steps pass back
    batch: int
    units: int


@compiled
def backward(
    x: Any,  # (T, B, I)
    U: Any,  # (H, H)
    lengths: Any,  # (B,), or none
    d_output: Any,  # (T, B, H)
    z: Any,  # (T, B, H)
    h_previous: Any,  # (T, B, H)
    h: Any,  # (T, B, H)
    d_z: Any,  # (T, B, H)
    d_h: Any,  # (B, H)
    d_W: Any,  # (H, I)
    d_U: Any,  # (H, H)
    d_b: Any,  # (H,)
    rectified: bool,
) -> None:
    """Fill d_z and the gradients of the weights; turn d_h of the final state into that of the initial one."""
    steps, batch, inputs = x.shape
    units = len(U)
    at_once = steps_at_once(steps, batch)
    space = np.empty(2 * U.size + d_W.size + at_once * batch * units + 1, U.dtype)
    to_h = numbers_of(space)
    sums_x = beyond(to_h, U.size)  # (I, H)
    sums_h = beyond(sums_x, d_W.size)  # (H, H)
    one = beyond(sums_h, U.size)
    panels = beyond(one, 1)
    cut(to_h, numbers_of(U), units, ONE, units, units)
    clear(sums_x, d_W.size + U.size)
    clear(numbers_of(d_b), units)
    put(one, 0, U.dtype.type(1))
    old_h = numbers_of(h_previous)
    back = Back(
        numbers_of(z), numbers_of(h), numbers_of(d_output), numbers_of(d_z), numbers_of(d_h), batch, units
    )
    stop = steps
    while stop > 0:
        start = max(0, stop - at_once)
        for t in range(stop - 1, start - 1, -1):
            _all_sequences(back, t, to_h, numbers_of(lengths), lengths.size > 0, rectified)
        first, rows = start * batch, (stop - start) * batch
        cut(panels, beyond(back.d_z, first * units), units, ONE, rows, units)
        add_weight_gradient(sums_x, beyond(numbers_of(x), first * inputs), inputs, panels, rows, units)
        add_weight_gradient(sums_h, beyond(old_h, first * units), units, panels, rows, units)
        add_bias_gradient(numbers_of(d_b), one, panels, rows, units)
        stop = start
    transpose(numbers_of(d_W), sums_x, units, inputs)
    transpose(numbers_of(d_U), sums_h, units, units)
    keep(space)


@spliced
def _all_sequences(
    back: Back, t: int, to_h: Numbers, lengths: Numbers, some_end: bool, rectified: bool
) -> None:
    """Back through the step at index t; what reaches a sequence that had ended passes it by."""
    batch, units = back.batch, back.units
    d_z = beyond(back.d_z, t * batch * units)
    for sequence in range(batch):
        if some_end and t >= take(lengths, sequence):
            clear(beyond(d_z, sequence * units), units)
        else:
            j = _slope(back, t * batch + sequence, sequence, 0, rectified, "vector")
            j = _slope(back, t * batch + sequence, sequence, j, rectified, "one")
    add_product(back.d_h, units, d_z, units, ONE, to_h, batch, units, units)


@inlined
def _slope(back: Back, row: int, sequence: int, j: int, rectified: bool, width: str) -> int:
    """d_z = d_h ∘ φ′(z) of a row's units from j on; returns the first that is left."""
    units = back.units
    while units - j >= lanes(back.z, width):
        at, own = row * units + j, sequence * units + j
        d_h = load(back.d_h, own, width) + load(back.d_output, at, width)
        if rectified:
            store(back.d_z, at, where_positive(load(back.z, at, width), d_h))
        else:
            h = load(back.h, at, width)
            store(back.d_z, at, d_h * (1.0 - h * h))
        store(back.d_h, own, filled(back.d_h, 0.0, width))
        j += lanes(back.z, width)
    return j
