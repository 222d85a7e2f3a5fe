"""Where each character of a text stands: lines broken between words, each character in a cell of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Spread:
    """The cells of T characters, in pixels and in rows."""

    left: NDArray[Any]  # (T,)
    wide: NDArray[Any]  # (T,)
    row: NDArray[Any]  # (T,) in ascending order
    rows: int

    def span(self, first: int, last: int) -> range:
        """The characters of these rows and those between."""
        start, stop = np.searchsorted(self.row, (first, last + 1))
        return range(int(start), int(stop))

    def at(self, x: float, row: int) -> int | None:
        """The character nearest to a place, or None where there is no text."""
        cells = self.span(max(0, min(row, self.rows - 1)), max(0, min(row, self.rows - 1)))
        if not cells:
            return None
        ends = self.left[cells.start : cells.stop] + self.wide[cells.start : cells.stop]
        return min(cells.start + int(np.searchsorted(ends, x, side="right")), cells.stop - 1)


def spread(text: str, width_of: Callable[[str], float], room: float) -> Spread:
    """Break a text into lines of `room` pixels: behind spaces where there are any, and at every newline."""
    widths = {sign: width_of(sign) for sign in set(text)}
    wide = np.fromiter((widths[sign] for sign in text), float, len(text))
    left, row = np.zeros(len(text)), np.zeros(len(text), np.intp)
    x, line, word = 0.0, 0, 0  # `word`: where the word began that may have to move to the next line
    for place, sign in enumerate(text):
        hangs = sign.isspace() and x <= room  # one may, over the end
        if x + wide[place] > room and x > 0 and not hangs:
            start = word if left[word] > 0 and row[word] == line else place
            line += 1
            x = _moved(left, row, wide, range(start, place), line)
            if 0 < x > room - wide[place]:  # a word longer than a line is broken, where it was moved to too
                x, line = 0.0, line + 1
        left[place], row[place] = x, line
        x += wide[place]
        if sign.isspace():
            word = place + 1
        if sign == "\n":
            x, line = 0.0, line + 1
        if word == place + 1 and word < len(text):
            row[word], left[word] = line, x
    return Spread(left, wide, row, int(row[-1]) + 1 if len(text) else 0)


def _moved(left: NDArray[Any], row: NDArray[Any], wide: NDArray[Any], cells: range, line: int) -> float:
    """Put cells at the beginning of a line; where the next one stands."""
    x = 0.0
    for place in cells:
        left[place], row[place] = x, line
        x += wide[place]
    return float(x)
