"""The numbers of a scene at every step, as arrays by name and as the content of a file."""

import io
import json
from collections.abc import Callable, Mapping

import numpy as np

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.direction import mirrored
from lstm_gui.simulator.explosion import explosion
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.values import traced_arrays

Arrays = Mapping[str, FloatArray]


class Exploded(ValueError):
    """A run that left the finite numbers. The message is one plain sentence that says where."""


def shown_arrays(scene: Scene) -> dict[str, FloatArray]:
    """The arrays of a scene, time first: x (T, I), then what its cell computes (T, H).

    Of an LSTM that is i, f, g, o, c, h; of any cell, what its graph calls main. Where a scene is read in both
    directions, they are called forward.i … and backward.i …, all in the order of x. Raises Exploded.
    """
    ahead = _of_one_cell(scene)
    if scene.backward is None:
        return ahead
    back = {name: array[::-1] for name, array in _of_one_cell(mirrored(scene), backward=True).items()}
    x = ahead.pop("x")
    both = {f"forward.{name}": array for name, array in ahead.items()}
    return {"x": x, **both, **{f"backward.{name}": back[name] for name in ahead}}


def _of_one_cell(scene: Scene, *, backward: bool = False) -> dict[str, FloatArray]:
    """The arrays of the cell that reads from the beginning; with `backward` it does so in the mirror only."""
    graph = scene.cell.graph
    arrays = traced_arrays(run_scene(scene), graph)
    if (first := explosion(arrays, graph)) is not None:
        what = f"{graph.symbol(first.name)} of unit {first.unit + 1}"
        step = scene.steps + 1 - first.step if backward else first.step
        where = f"is no longer finite at step {step}"
        raise Exploded(f"{what} {where}, so there is nothing to show.")
    return {name: arrays[name] for name in ("x", *graph.main)}


def columns_of(arrays: Arrays) -> tuple[list[str], FloatArray]:
    """The name of each column, "f" or "f_2" where there are several, and all of them (T, columns)."""
    names = []
    for name, array in arrays.items():
        width = array.shape[1]
        names += [name] if width == 1 else [f"{name}_{number}" for number in range(1, width + 1)]
    return names, np.concatenate(list(arrays.values()), axis=1)


def lists_of(arrays: Arrays) -> dict[str, list[list[float]]]:
    """The arrays as lists, for JSON."""
    return {name: array.tolist() for name, array in arrays.items()}


def _json(arrays: Arrays) -> bytes:
    return (json.dumps(lists_of(arrays), allow_nan=False) + "\n").encode()


def _csv(arrays: Arrays) -> bytes:
    names, columns = columns_of(arrays)
    lines = [",".join(["step", *names])]
    lines += [",".join([str(step), *map(repr, row.tolist())]) for step, row in enumerate(columns, start=1)]
    return ("\r\n".join(lines) + "\r\n").encode()


def _npz(arrays: Arrays) -> bytes:
    packed = io.BytesIO()
    np.savez(packed, allow_pickle=False, **arrays)
    return packed.getvalue()


ENCODERS: dict[str, Callable[[Arrays], bytes]] = {".csv": _csv, ".json": _json, ".npz": _npz}
"""The ending of a file's name -> what is written into it, every number with all its digits."""
