"""Moves rows of numbers in compiled code."""

from lstm_gui.nets.kernels.compiling import compiled, inlined
from lstm_gui.nets.kernels.memory import filled, lanes, load, put, store, take
from lstm_gui.nets.kernels.vector import Numbers


@inlined
def copy(out: Numbers, source: Numbers, count: int) -> None:
    """So many numbers, written elsewhere."""
    whole = count // lanes(out, "vector") * lanes(out, "vector")
    for k in range(0, whole, lanes(out, "vector")):
        store(out, k, load(source, k, "vector"))
    for k in range(whole, count):
        put(out, k, take(source, k))


@inlined
def clear(out: Numbers, count: int) -> None:
    """So many zeros."""
    whole = count // lanes(out, "vector") * lanes(out, "vector")
    for k in range(0, whole, lanes(out, "vector")):
        store(out, k, filled(out, 0.0, "vector"))
    for k in range(whole, count):
        store(out, k, filled(out, 0.0, "one"))


@compiled
def transpose(out: Numbers, source: Numbers, rows: int, columns: int) -> None:
    """out (rows, columns) from source (columns, rows)."""
    for i in range(rows):
        for k in range(columns):
            put(out, i * columns + k, take(source, k * rows + i))
