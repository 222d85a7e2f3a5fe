"""Compiles every kernel and keeps it on disk: `python -m tests.compiled`.

In a fresh checkout that takes half a minute. Without it the tests would do it, each of several processes for
itself, and whichever came first would last that long.
"""

from typing import Any

import numpy as np

from lstm_gui.graph.kind import Kind
from lstm_gui.graph.made import zero_layer
from lstm_gui.nets.kernels.choice import FAMILIES, FEWEST_STEPS

LAYERS = [
    zero_layer(Kind.of(family), 1, 1, dtype) for family in FAMILIES for dtype in (np.float32, np.float64)
]


def run(layer: Any) -> None:
    """Read something with a layer, and go back through it."""
    trace = layer.forward(np.zeros((FEWEST_STEPS, 1, 1), layer.dtype))
    layer.backward(trace, np.zeros_like(trace.output))


if __name__ == "__main__":
    for each in LAYERS:
        run(each)
