"""Runs a scene on the cell of lstm_gui.nets, honouring the states that were put in by hand."""

import numpy as np

from lstm_gui.lessons.scene import Matrix, Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.layer import initial_state, layer_of, where

Changes = list[tuple[int, int, float]]  # which array of the state, which column, what is put there


def run_scene(scene: Scene, steps: int | None = None) -> CellTrace:
    """The trace (T, 1, ·) of a scene, or of its first `steps` steps.

    A step that has an override reads it in place of the state computed. Where a cell explodes, what follows
    is infinite or not a number, and no warning is given: `explosion.py` says where it began.
    """
    layer = layer_of(scene.cell)
    x = _sequence(scene.inputs if steps is None else scene.inputs[:steps])
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        trace: CellTrace = layer.begin(x, initial_state(scene), edited=True)
        state, start = trace.initial, 0
        for t, changes in sorted(_replaced(scene, len(x)).items()):
            arrays = tuple(array.copy() for array in layer.advance(trace, start, t, state))
            for place, column, value in changes:
                arrays[place][0, column] = value
            state, start = arrays, t
        layer.advance(trace, start, len(x), state)
    return trace


def _sequence(inputs: Matrix) -> FloatArray:
    return np.array(inputs, dtype=np.float64)[:, np.newaxis, :]


def _replaced(scene: Scene, steps: int) -> dict[int, Changes]:
    """Index of the step -> what was put in place there."""
    replaced: dict[int, Changes] = {}
    graph, units = scene.cell.graph, scene.cell.units
    for override in scene.overrides:
        if override.step <= steps:
            place = where(graph, override.state, override.unit, units)
            replaced.setdefault(override.step - 1, []).append((*place, override.value))
    return replaced
