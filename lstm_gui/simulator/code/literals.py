"""Arrays of numbers as a program writes them: every digit that counts, rows under each other."""

from collections.abc import Iterable, Sequence
from textwrap import fill, indent

from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.code.expressions import LINE

Row = Sequence[float]


def array(rows: Sequence[Row], call: str = "np.array") -> str:
    """A matrix: on one line where there is room, else a row on each; rows of one number share lines."""
    lines = [row_text(row) for row in rows]
    whole = ", ".join(lines)
    if len(whole) <= LINE - len(call) - 4:
        return f"{call}([{whole}])"
    apart = _filled(whole) if len(rows[0]) == 1 else ",\n".join(lines)
    return f"{call}([\n{indent(apart, '    ')},\n])"


def literal(numbers: FloatArray, call: str = "np.array") -> str:
    """A matrix or a vector of numpy."""
    return vector(numbers.tolist(), call) if numbers.ndim == 1 else array(numbers.tolist(), call)


def vector(row: Row, call: str = "np.array") -> str:
    """A row of numbers as an array."""
    return f"{call}({row_text(row)})"


def row_text(row: Row) -> str:
    """[0.5, -1.0], over several lines where it is long."""
    numbers = ", ".join(repr(float(number)) for number in row)
    if len(numbers) <= LINE:
        return f"[{numbers}]"
    return "[\n" + indent(_filled(numbers), "    ") + "\n]"


def named(pairs: Iterable[tuple[str, str]]) -> str:
    """A dictionary, each of its (key, value as code) on a line of its own."""
    return "{\n" + indent("".join(f'"{key}": {value},\n' for key, value in pairs), "    ") + "}"


def _filled(numbers: str) -> str:
    return fill(numbers, LINE, break_long_words=False, break_on_hyphens=False)
