"""Where a name crosses the fewest lines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

_BETWEEN = 12  # points of a line that are looked at between two of its own
_NAME = 1000  # a name on a name is worse than any line


def crossings(label: QRectF, lines: Sequence[NDArray[np.float64]], taken: Sequence[QRectF] = ()) -> int:
    """How much lies under a label: points of lines (N, 2) in pixels, and other names."""
    found = _NAME * sum(label.intersects(name) for name in taken)
    for line in lines:
        x, y = _dense(line).T
        inside = (np.abs(x - label.center().x()) <= label.width() / 2) & (
            np.abs(y - label.center().y()) <= label.height() / 2
        )
        found += int(inside.sum())
    return found


def _dense(line: NDArray[np.float64]) -> NDArray[np.float64]:
    """A line with points between its own."""
    at = np.arange(len(line), dtype=float)
    between = np.linspace(0.0, len(line) - 1.0, (len(line) - 1) * _BETWEEN + 1)
    return np.column_stack([np.interp(between, at, line[:, axis]) for axis in (0, 1)])
