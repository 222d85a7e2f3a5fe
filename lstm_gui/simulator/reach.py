"""How far the numbers of a run reach, from which the ranges of axes and of heat maps are taken."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.unit_runs import Arrays, UnitRuns
from lstm_gui.simulator.values import traced_arrays


def unit_runs(origin: Scene, scene: Scene, arrays: Arrays) -> UnitRuns | None:
    """The runs of a scene that has several units or inputs, or None: one unit's curves say it all.

    `arrays` are those of the scene. A range reaches at least as far as it did in the scene as it was opened.
    """
    if max(scene.cell.units, scene.cell.inputs) == 1:
        return None
    graph = scene.cell.graph
    opened = reaches(origin)
    signed = ("x", *graph.signed)
    limits = {name: ladder(max(opened.get(name, 0.0), largest(arrays, (name,)))) for name in signed}
    return UnitRuns({name: arrays[name] for name in ("x", *graph.main)}, limits)


@lru_cache(maxsize=16)
def reaches(origin: Scene) -> Mapping[str, float]:
    """The largest magnitude of x and of each quantity that may be negative (c, h, g …) in a scene.

    The axes reach at least that far for the scene as it was opened, so that they do not shrink while
    something is dragged.
    """
    graph = origin.cell.graph
    arrays = traced_arrays(run_scene(origin), graph)
    return {name: largest(arrays, (name,)) for name in ("x", *graph.signed)}


def largest(arrays: Arrays, names: tuple[str, ...]) -> float:
    """The largest magnitude; one that is not a number counts for nothing."""
    return max(float(np.nanmax(np.abs(arrays[name]), initial=0.0)) for name in names)
