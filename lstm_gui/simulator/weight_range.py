"""The range on which the weights of a cell are shown, the same for all of them."""

import numpy as np

from lstm_gui.lessons.scene import Cell
from lstm_gui.simulator.layer import layer_of
from lstm_gui.simulator.limits import ladder


def weight_limit(cell: Cell, origin: Cell) -> float:
    """A rung of the ladder: all weights lie within ± it, as do those of the cell as it was opened."""
    return ladder(max(_largest(cell), _largest(origin)))


def _largest(cell: Cell) -> float:
    return max(float(np.max(np.abs(array))) for array in layer_of(cell).arrays.values())
