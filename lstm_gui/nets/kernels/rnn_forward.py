"""A simple recurrent layer's whole run, compiled; its equations are explained in `nets/rnn.py`."""

from typing import Any

import numpy as np

from lstm_gui.nets.kernels.compiling import compiled, inlined
from lstm_gui.nets.kernels.functions import relu, tanh
from lstm_gui.nets.kernels.memory import beyond, keep, lanes, load, numbers_of, store, take
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.rows import copy
from lstm_gui.nets.kernels.shared import ONE, add_biases, read_input, steps_ahead
from lstm_gui.nets.kernels.vector import Numbers


@compiled
def forward(
    x: Any,  # (T, B, I)
    W: Any,  # (H, I)
    U: Any,  # (H, H)
    b: Any,  # (H,)
    b_u: Any,  # (H,), or none
    lengths: Any,  # (B,), or none
    z: Any,  # (T, B, H)
    h_previous: Any,  # (T, B, H)
    rectified: bool,
    start: int,
    stop: int,
) -> None:
    """Run the steps at index start … stop − 1 of a trace; the state they start from stands in it.

    h is written one step further on in the array that h_previous begins.
    """
    _, batch, inputs = x.shape
    units = len(U)
    space = np.empty(W.size + U.size + b.size, W.dtype)
    from_x = numbers_of(space)
    from_h = beyond(from_x, W.size)
    bias = beyond(from_h, U.size)
    add_biases(bias, numbers_of(b), numbers_of(b_u), units, b_u.size > 0)
    cut(from_x, numbers_of(W), ONE, inputs, inputs, units)
    cut(from_h, numbers_of(U), ONE, units, units, units)
    ahead = steps_ahead(batch)
    for t in range(start, stop):
        first = t * batch
        z_t, old_h = beyond(numbers_of(z), first * units), beyond(numbers_of(h_previous), first * units)
        h = beyond(old_h, batch * units)
        if (t - start) % ahead == 0:
            rows = min(ahead, stop - t) * batch
            x_first = beyond(numbers_of(x), first * inputs)
            read_input(z_t, x_first, bias, from_x, rows, inputs, units)
        add_product(z_t, units, old_h, units, ONE, from_h, batch, units, units)
        k = _squash(h, z_t, batch * units, 0, rectified, "vector")
        k = _squash(h, z_t, batch * units, k, rectified, "one")
        for sequence in range(batch):
            if lengths.size and t >= take(numbers_of(lengths), sequence):  # its state stands still
                copy(beyond(h, sequence * units), beyond(old_h, sequence * units), units)
    keep(space)


@inlined
def _squash(h: Numbers, z: Numbers, count: int, k: int, rectified: bool, width: str) -> int:
    """h = φ(z), of the numbers from k on; returns the first that is left."""
    while count - k >= lanes(z, width):
        if rectified:
            store(h, k, relu(load(z, k, width)))
        else:
            store(h, k, tanh(load(z, k, width)))
        k += lanes(z, width)
    return k
