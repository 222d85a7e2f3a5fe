"""The compiled kernels that run the tab's cells, fetched aside: until they are there, the readable steps do.

Compiling takes seconds of one core and holds the interpreter, so it wants a process of its own, which keeps
the result on disk: from there `fetch` loads it in a moment.
"""

import numpy as np

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import zero_cell
from lstm_gui.nets.kernels.choice import FEWEST_STEPS
from lstm_gui.simulator.layer import Layer, layer_of

KINDS = ("rnn", "lstm", "gru")
"""The families that stand side by side in the tab."""

DTYPE = np.float32
"""What they compute in: its range is what gradients vanish below and explode beyond."""

_fetched: set[str] = set()


def are_fetched(family: str) -> bool:
    """Whether cells of a family may run by a kernel without anything being compiled or loaded first."""
    return family in _fetched


def fetch() -> bool:
    """Load the kernels, or compile them; False where this Python has none. May be run on any thread."""
    for family in KINDS:
        cell = in_float32(layer_of(zero_cell(Kind.of(family), inputs=1, units=1)))
        if cell.kernel is None:
            return False
        cell.forward(np.zeros((FEWEST_STEPS, 1, 1), dtype=DTYPE))
        _fetched.add(family)
    return True


def in_float32(layer: Layer) -> Layer:
    """The same cell in the precision of the tab."""
    return layer.with_arrays({name: array.astype(DTYPE) for name, array in layer.arrays.items()})
