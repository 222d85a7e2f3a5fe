"""What the compiled passes of all families share: the products with x, and the sums over time for weights.

T time, B batch, I inputs, H units, and k·H columns of z, one for each row of W.
"""

from typing import Any, cast

import numpy as np

from lstm_gui.nets.kernels.compiling import compiled, inlined, spliced
from lstm_gui.nets.kernels.memory import beyond, keep, numbers_of, put, take
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.rows import clear, copy
from lstm_gui.nets.kernels.vector import Numbers

ONE, NONE = cast(int, np.intp(1)), cast(int, np.intp(0))
"""How far from one number to the next. For a plain 1 or 0 a product would be compiled once more."""


@inlined
def steps_ahead(batch: int) -> int:
    """How many steps of x are read in one product: some rows (a step of a sequence each) at least."""
    return max(1, 16 // batch)


@inlined
def steps_at_once(steps: int, batch: int) -> int:
    """How many steps' gradients are summed in one product: many rows, but so few that they are still near."""
    return max(1, min(steps, 128 // batch))


@inlined
def add_biases(out: Numbers, b: Numbers, b_u: Numbers, columns: int, second: bool) -> None:
    """b, with the second bias where there is one."""
    copy(out, b, columns)
    if second:
        for j in range(columns):
            put(out, j, take(out, j) + take(b_u, j))


@spliced
def read_input(
    z: Numbers, x: Numbers, bias: Numbers, panels: Numbers, rows: int, inputs: int, columns: int
) -> None:
    """z = W x + b for some rows: the part of a pre-activation that waits for no state."""
    for row in range(rows):
        copy(beyond(z, row * columns), bias, columns)
    add_product(z, columns, x, inputs, ONE, panels, rows, inputs, columns)


@spliced
def add_weight_gradient(
    total: Numbers, read: Numbers, width: int, panels: Numbers, rows: int, columns: int
) -> None:
    """total (width, columns) += Σ over rows of readᵀ d_z; d_z (rows, columns) is cut into `panels`."""
    add_product(total, columns, read, ONE, width, panels, width, rows, columns)


@spliced
def add_gradients_of_input(
    sums: Numbers,
    d_b: Numbers,
    one: Numbers,
    x: Numbers,
    inputs: int,
    panels: Numbers,
    d_z: Numbers,
    rows: int,
    columns: int,
) -> None:
    """What some rows add to ∂L/∂Wᵀ (inputs, columns), in `sums`, and to d_b; leaves d_z cut into `panels`."""
    cut(panels, d_z, columns, ONE, rows, columns)
    add_weight_gradient(sums, x, inputs, panels, rows, columns)
    add_bias_gradient(d_b, one, panels, rows, columns)


@spliced
def add_bias_gradient(total: Numbers, one: Numbers, panels: Numbers, rows: int, columns: int) -> None:
    """total (columns) += Σ over rows of d_z; `one` is the number 1."""
    add_product(total, columns, one, NONE, NONE, panels, ONE, rows, columns)


@compiled
def input_gradient(d_x: Any, d_z: Any, W: Any) -> None:
    """d_x (T, B, I) = d_z (T, B, kH) · W (kH, I)."""
    columns, inputs = W.shape
    rows = d_x.shape[0] * d_x.shape[1]
    space = np.empty(W.size, W.dtype)
    panels, out = numbers_of(space), numbers_of(d_x)
    cut(panels, numbers_of(W), inputs, ONE, columns, inputs)
    clear(out, d_x.size)
    add_product(out, inputs, numbers_of(d_z), columns, ONE, panels, rows, columns, inputs)
    keep(space)
