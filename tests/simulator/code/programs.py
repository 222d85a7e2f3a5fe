"""Runs what was written, as a person would, and gives what is left in its names."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.graph.kind import KINDS
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.values import traced_arrays
from tests.graph.kinds import drawn_scene

CASES = [(kind, seed) for kind in KINDS for seed in range(4)]


def scene_of(case: tuple[Any, int]) -> Scene:
    """A scene of a kind: sizes differ by the seed, and one of two has nothing put in by hand."""
    kind, seed = case
    scene = drawn_scene(kind, seed, inputs=1 + seed % 3, units=1 + seed % 4, steps=1 + 3 * seed)
    return scene if seed % 2 else replace(scene, overrides=())


def without_biases(scene: Scene) -> Scene:
    """The same with every bias at zero."""
    pairs = zip(scene.cell.graph.parameters, scene.cell.arrays, strict=True)
    kept = tuple(((0.0,),) * scene.cell.units if given.columns == "one" else rows for given, rows in pairs)
    return replace(scene, cell=replace(scene.cell, arrays=kept))


def run_program(text: str) -> dict[str, Any]:
    """Run a program as an imported module is run."""
    names: dict[str, Any] = {"__name__": "copied"}
    exec(compile(text, "copied.py", "exec"), names)
    return names


def shown(scene: Scene) -> dict[str, NDArray[Any]]:
    """What the simulator shows, by name: (T, units)."""
    return traced_arrays(run_scene(scene), scene.cell.graph)


def assert_shown(scene: Scene, found: dict[str, Any], allowed: float = 1e-12) -> None:
    """The arrays found are what the simulator shows, off by no more than that, relative where it is large."""
    known = shown(scene)
    for name, array in found.items():
        np.testing.assert_allclose(np.asarray(array), known[name], rtol=allowed, atol=allowed, err_msg=name)
