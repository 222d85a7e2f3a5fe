"""Matrix products for compiled code: a tile of the result stays in registers while its sums are made.

The right-hand matrix is cut into panels (`panels.py`), so that it is read in one stretch however often it is
used. Every number of a result is summed in the same order whatever the number of rows: a batch gives what its
sequences give one by one, and a run what its steps give one by one, to the bit.
"""

from lstm_gui.nets.kernels.compiling import compiled, inlined
from lstm_gui.nets.kernels.functions import sum_of
from lstm_gui.nets.kernels.memory import beyond, filled, lanes, load, put, store, take
from lstm_gui.nets.kernels.vector import Numbers


@compiled
def add_product(
    out: Numbers,
    out_row: int,
    left: Numbers,
    left_row: int,
    left_column: int,
    panels: Numbers,
    rows: int,
    inner: int,
    columns: int,
) -> None:
    """out[i, j] += Σ_k left[i, k] · right[k, j] for `rows` × `columns` numbers, k running over `inner`.

    out[i, j] stands at i·out_row + j, left[i, k] at i·left_row + k·left_column; right is cut into `panels`.
    """
    j = 0
    j = _panels(out, out_row, left, left_row, left_column, panels, rows, inner, columns, j, "wide")
    j = _panels(out, out_row, left, left_row, left_column, panels, rows, inner, columns, j, "half")
    j = _panels(out, out_row, left, left_row, left_column, panels, rows, inner, columns, j, "vector")
    j = _panels(out, out_row, left, left_row, left_column, panels, rows, inner, columns, j, "quarter")
    if left_column != 1:
        j = _panels(out, out_row, left, left_row, left_column, panels, rows, inner, columns, j, "one")
    for k in range(j, columns):
        _column(beyond(out, k), out_row, left, left_row, beyond(panels, inner * k), rows, inner)


@inlined
def _panels(
    out: Numbers,
    out_row: int,
    left: Numbers,
    left_row: int,
    left_column: int,
    panels: Numbers,
    rows: int,
    inner: int,
    columns: int,
    j: int,
    width: str,
) -> int:
    """All panels of a width, from column j on; returns the first column after them."""
    fours = rows // 4 * 4
    while columns - j >= lanes(panels, width):
        panel = beyond(panels, inner * j)
        for i in range(0, fours, 4):
            from_i = beyond(left, i * left_row)
            _four_rows(
                beyond(out, i * out_row + j), out_row, from_i, left_row, left_column, panel, inner, width
            )
        for i in range(fours, rows):
            _one_row(
                beyond(out, i * out_row + j), beyond(left, i * left_row), left_column, panel, inner, width
            )
        j += lanes(panels, width)
    return j


@inlined
def _four_rows(
    out: Numbers,
    out_row: int,
    left: Numbers,
    left_row: int,
    left_column: int,
    panel: Numbers,
    inner: int,
    width: str,
) -> None:
    """Four rows of a panel's columns: out += left · panel."""
    a = load(out, 0, width)
    b = load(out, out_row, width)
    c = load(out, 2 * out_row, width)
    d = load(out, 3 * out_row, width)
    for k in range(inner):
        right = load(panel, k * lanes(panel, width), width)
        a = a + take(left, k * left_column) * right
        b = b + take(left, k * left_column + left_row) * right
        c = c + take(left, k * left_column + 2 * left_row) * right
        d = d + take(left, k * left_column + 3 * left_row) * right
    store(out, 0, a)
    store(out, out_row, b)
    store(out, 2 * out_row, c)
    store(out, 3 * out_row, d)


@inlined
def _one_row(out: Numbers, left: Numbers, left_column: int, panel: Numbers, inner: int, width: str) -> None:
    """One row of a panel's columns: out += left · panel."""
    total = load(out, 0, width)
    for k in range(inner):
        total = total + take(left, k * left_column) * load(panel, k * lanes(panel, width), width)
    store(out, 0, total)


@inlined
def _column(
    out: Numbers, out_row: int, left: Numbers, left_row: int, column: Numbers, rows: int, inner: int
) -> None:
    """A single column, each number a sum along a row of left: out += left · column."""
    step = lanes(out, "vector")
    whole = inner // (2 * step) * 2 * step
    for i in range(rows):
        row = beyond(left, i * left_row)
        even, odd, rest = filled(out, 0.0, "vector"), filled(out, 0.0, "vector"), filled(out, 0.0, "one")
        for k in range(0, whole, 2 * step):
            even = even + load(row, k, "vector") * load(column, k, "vector")
            odd = odd + load(row, k + step, "vector") * load(column, k + step, "vector")
        for k in range(whole, inner):
            rest = rest + load(row, k, "one") * load(column, k, "one")
        put(out, i * out_row, take(out, i * out_row) + (sum_of(even + odd) + sum_of(rest)))
