"""Runs a scene on the cell of lstm_gui.nets, honouring the states that were put in by hand."""

from functools import lru_cache

import numpy as np

from lstm_gui.lessons.scene import Cell, Matrix, Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.lstm import GATES, LstmParameters, LstmTrace, begin, run


@lru_cache(maxsize=32)
def parameters_of(cell: Cell) -> LstmParameters:
    """The weights of a scene's cell as arrays (float64), read-only because they are shared."""
    gates = [cell.gate(name) for name in GATES]
    W, U, b = (
        np.concatenate([np.array(getattr(gate, letter), dtype=np.float64) for gate in gates])
        for letter in ("W", "U", "b")
    )
    for array in (W, U, b):
        array.flags.writeable = False
    return LstmParameters(W=W.reshape(-1, cell.inputs), U=U, b=b)


def run_scene(scene: Scene, steps: int | None = None) -> LstmTrace:
    """The trace (T, 1, ·) of a scene, or of its first `steps` steps.

    A step that has an override reads it in place of the state computed.
    """
    parameters = parameters_of(scene.cell)
    x = _sequence(scene.inputs if steps is None else scene.inputs[:steps])
    trace = begin(parameters, x)
    h: FloatArray = np.array([scene.initial_h], dtype=np.float64)
    c: FloatArray = np.array([scene.initial_c], dtype=np.float64)
    replaced = _replaced(scene, len(x))
    start = 0
    for t in sorted(replaced):
        h, c = run(parameters, trace, start, t, h, c)
        h, c = h.copy(), c.copy()
        for state, unit, value in replaced[t]:
            (h if state == "h" else c)[0, unit] = value
        start = t
    run(parameters, trace, start, len(x), h, c)
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
