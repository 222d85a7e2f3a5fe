"""Runs a scene on the cell of lstm_gui.nets, honouring the states that were put in by hand."""

from functools import lru_cache

import numpy as np

from lstm_gui.lessons.scene import Cell, Matrix, Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_trace import LstmTrace
from lstm_gui.nets.lstm_variant import GATES


@lru_cache(maxsize=32)
def lstm_of(cell: Cell) -> Lstm:
    """A scene's cell as one that runs (float64), its arrays read-only because it is shared."""
    gates = [cell.gate(name) for name in GATES]
    W, U, b = (
        np.concatenate([np.array(getattr(gate, letter), dtype=np.float64) for gate in gates])
        for letter in ("W", "U", "b")
    )
    for array in (W, U, b):
        array.flags.writeable = False
    return Lstm(W=W.reshape(-1, cell.inputs), U=U, b=b)


def run_scene(scene: Scene, steps: int | None = None) -> LstmTrace:
    """The trace (T, 1, ·) of a scene, or of its first `steps` steps.

    A step that has an override reads it in place of the state computed.
    """
    cell = lstm_of(scene.cell)
    x = _sequence(scene.inputs if steps is None else scene.inputs[:steps])
    initial = np.array([scene.initial_h], dtype=np.float64), np.array([scene.initial_c], dtype=np.float64)
    trace = cell.begin(x, initial, edited=True)
    state, start = trace.initial, 0
    for t, changes in sorted(_replaced(scene, len(x)).items()):
        h, c = (array.copy() for array in cell.advance(trace, start, t, state))
        for name, unit, value in changes:
            (h if name == "h" else c)[0, unit] = value
        state, start = (h, c), t
    cell.advance(trace, start, len(x), state)
    return trace


def _sequence(inputs: Matrix) -> FloatArray:
    return np.array(inputs, dtype=np.float64)[:, np.newaxis, :]


def _replaced(scene: Scene, steps: int) -> dict[int, list[tuple[str, int, float]]]:
    """Index of the step -> what was put in place there: (state, unit, value)."""
    replaced: dict[int, list[tuple[str, int, float]]] = {}
    for override in scene.overrides:
        if override.step <= steps:
            replaced.setdefault(override.step - 1, []).append((override.state, override.unit, override.value))
    return replaced
