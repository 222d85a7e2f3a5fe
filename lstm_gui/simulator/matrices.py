"""The numbers of a matrix memory at the step shown, and how far they reach at any step."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from lstm_gui.lessons.scene import Matrix, Scene
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import traced_matrices


def matrices_at(state: SimState, trace: CellTrace) -> tuple[Mapping[str, Matrix], float]:
    """What stands in every matrix at the step shown, by name, and the limit of them all.

    The limit reaches as far as in the scene as it was opened, so that it does not shrink in a drag.
    """
    graph = state.scene.cell.graph
    if not graph.matrices:
        return {}, 1.0
    arrays = traced_matrices(trace, graph)
    at = state.scene.step - 1
    rows = {name: tuple(tuple(row) for row in array[at].tolist()) for name, array in arrays.items()}
    return rows, ladder(max(_largest(trace, state.scene), _opened(state.origin)))


@lru_cache(maxsize=8)
def _opened(origin: Scene) -> float:
    return _largest(run_scene(origin), origin) if origin.cell.graph.matrices else 0.0


def _largest(trace: CellTrace, scene: Scene) -> float:
    arrays = traced_matrices(trace, scene.cell.graph).values()
    return max(float(np.nanmax(np.abs(array), initial=0.0)) for array in arrays)
