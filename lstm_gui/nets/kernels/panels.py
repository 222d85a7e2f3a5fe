"""Cuts the right-hand matrix of a product into panels: a few columns each, row after row.

A panel is as wide as the vector that reads it, the widest first; the one that begins with column j stands at
j times the number of rows.
"""

from lstm_gui.nets.kernels.compiling import compiled, inlined
from lstm_gui.nets.kernels.memory import beyond, lanes, put, take
from lstm_gui.nets.kernels.rows import copy
from lstm_gui.nets.kernels.vector import Numbers


@compiled
def cut(panels: Numbers, right: Numbers, row: int, column: int, rows: int, columns: int) -> None:
    """Write the panels of right (rows, columns), whose number [k, j] stands at k·row + j·column."""
    j = 0
    while j < columns:
        width = _widest(panels, columns - j)
        panel, first = beyond(panels, rows * j), beyond(right, j * column)
        if column == 1:  # its rows lie in one stretch each
            for k in range(rows):
                copy(beyond(panel, k * width), beyond(first, k * row), width)
        else:
            for lane in range(width):
                for k in range(rows):
                    put(panel, k * width + lane, take(first, k * row + lane * column))
        j += width


@inlined
def _widest(numbers: Numbers, columns: int) -> int:
    """The lanes of the widest vector that so many columns fill."""
    widest: int = lanes(numbers, "one")
    if columns >= lanes(numbers, "quarter"):
        widest = lanes(numbers, "quarter")
    if columns >= lanes(numbers, "vector"):
        widest = lanes(numbers, "vector")
    if columns >= lanes(numbers, "half"):
        widest = lanes(numbers, "half")
    if columns >= lanes(numbers, "wide"):
        widest = lanes(numbers, "wide")
    return widest
