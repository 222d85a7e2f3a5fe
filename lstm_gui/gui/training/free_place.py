"""Where a name crosses the fewest lines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from lstm_gui.gui.training.views.plot_paint import crossed

_NAME = 1000  # a name on a name is worse than any line


def crossings(label: QRectF, lines: Sequence[NDArray[np.float64]], taken: Sequence[QRectF] = ()) -> int:
    """How much lies under a label: pixels across with a line (N, 2) in them, and other names."""
    return _NAME * sum(label.intersects(name) for name in taken) + crossed(label, lines, 0.0)
