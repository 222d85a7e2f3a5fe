"""A scene of any size run on a sequence, with its weights as they are or shaken a little."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.run import run_scene

Row = tuple[float, ...]
Shaken = float | list["Shaken"]

SHAKE = 0.01  # of every weight and bias


@dataclass(frozen=True, eq=False)
class Run:
    """The states after each step, (T, H)."""

    scene: Scene
    h: FloatArray
    c: FloatArray | None  # None for a cell that has no cell state

    @classmethod
    def of(cls, scene: Scene) -> "Run":
        """Run a scene."""
        trace = run_scene(scene)
        c = getattr(trace, "c", None)
        return cls(scene, trace.h[:, 0], None if c is None else c[:, 0])


def reading(scene: Scene, rows: Sequence[Row]) -> Scene:
    """The same cell and start on another sequence."""
    return replace(scene, inputs=tuple(tuple(map(float, row)) for row in rows), step=1)


def shaken(scene: Scene, random: Random) -> Scene:
    """The scene with every number of its cell made 1 % larger or smaller."""
    whole = json.loads(scene_to_json(scene))
    weights = whole["cell"]["weights"]
    whole["cell"]["weights"] = {
        block: {letter: _shaken(numbers, random) for letter, numbers in arrays.items()}
        for block, arrays in weights.items()
    }
    return parse_scene(json.dumps(whole), "shaken")


def _shaken(numbers: Shaken, random: Random) -> Shaken:
    if isinstance(numbers, list):
        return [_shaken(number, random) for number in numbers]
    return numbers * (1 + random.choice((-SHAKE, SHAKE)))
