"""`lstm-gui-cli trace`: the numbers of a scene at every step."""

import argparse
import io
import json
from collections.abc import Callable, Mapping

import numpy as np

from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.cli.saving import saving
from lstm_gui.cli.scenes import scene_called
from lstm_gui.durable_file import write_durably
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.explosion import explosion
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.values import traced_arrays

Arrays = Mapping[str, FloatArray]


def write(arguments: argparse.Namespace) -> Report:
    """Write the arrays of a scene to a file, or report them. Raises Refused."""
    arrays = arrays_of(arguments.scene)
    if arguments.output is None:
        return Report(_lists(arrays), table(_rows(arrays), right=tuple(range(100))))
    with saving(arguments.output):
        write_durably(arguments.output, ENCODERS[arguments.output.suffix.lower()](arrays))
    shapes = {name: list(array.shape) for name, array in arrays.items()}
    steps = shapes["x"][0]
    return Report({"file": str(arguments.output), "shapes": shapes}, [f"{arguments.output}: {steps} steps"])


def arrays_of(name: str) -> dict[str, FloatArray]:
    """The arrays of the scene of that name or file, time first: x (T, I), then what its cell computes (T, H).

    Of an LSTM that is i, f, g, o, c, h; of any cell, what its graph calls main. Raises Refused for a run that
    left the finite numbers.
    """
    scene = scene_called(name)
    graph = scene.cell.graph
    arrays = traced_arrays(run_scene(scene), graph)
    if (first := explosion(arrays, graph)) is not None:
        what = f"{graph.symbol(first.name)} of unit {first.unit + 1}"
        where = f"is no longer finite at step {first.step}"
        raise Refused(f"{what} {where}, so there is nothing to show.")
    return {name: arrays[name] for name in ("x", *graph.main)}


def _lists(arrays: Arrays) -> dict[str, list[list[float]]]:
    return {name: array.tolist() for name, array in arrays.items()}


def _rows(arrays: Arrays, digits: int = 4) -> list[tuple[str, ...]]:
    names, columns = _columns(arrays)
    steps = (
        (str(step), *(f"{value:.{digits}f}" for value in row)) for step, row in enumerate(columns, start=1)
    )
    return [("step", *names), *steps]


def _columns(arrays: Arrays) -> tuple[list[str], FloatArray]:
    """The name of each column, "f" or "f_2" where there are several, and all of them (T, columns)."""
    names = []
    for name, array in arrays.items():
        width = array.shape[1]
        names += [name] if width == 1 else [f"{name}_{number}" for number in range(1, width + 1)]
    return names, np.concatenate(list(arrays.values()), axis=1)


def _json(arrays: Arrays) -> bytes:
    return (json.dumps(_lists(arrays), allow_nan=False) + "\n").encode()


def _csv(arrays: Arrays) -> bytes:
    names, columns = _columns(arrays)
    lines = [",".join(["step", *names])]
    lines += [",".join([str(step), *map(repr, row.tolist())]) for step, row in enumerate(columns, start=1)]
    return ("\r\n".join(lines) + "\r\n").encode()


def _npz(arrays: Arrays) -> bytes:
    packed = io.BytesIO()
    np.savez(packed, allow_pickle=False, **arrays)
    return packed.getvalue()


ENCODERS: dict[str, Callable[[Arrays], bytes]] = {".json": _json, ".csv": _csv, ".npz": _npz}
