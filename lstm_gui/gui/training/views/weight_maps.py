"""The parameters of one layer and direction as maps: what each block reads of x and of h, and its bias."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.nets.activation import FloatArray

READOUT = "y"  # in the place of a block


@dataclass(frozen=True, eq=False)
class WeightMap:
    """One array of a block: a row for each unit, a column for each number that it reads."""

    block: str  # "f"; READOUT for the layer that answers
    array: str  # "W", "U", "b", "p" …
    values: FloatArray  # (rows, columns)


def weight_maps(weights: dict[str, FloatArray], part: str, graph: CellGraph, units: int) -> list[WeightMap]:
    """All maps of a part, block by block in the order of the graph, and at the end the read-out."""
    own = {name.removeprefix(f"layer.{part}"): array for name, array in weights.items()}
    found = []
    for name, rows in block_rows(graph, units).items():
        for array in ("W", "U", "b", "b_u"):
            if array in own:
                found.append(WeightMap(name, array, _two(own[array][rows])))
        if f"p_{name}" in graph.parameter and "p" in own:
            found.append(WeightMap(name, "p", _two(own["p"][_peepholes(graph, name, units)])))
        found += [WeightMap(name, *one) for one in _gate_weights(graph, own, name, units)]
    found.append(WeightMap(READOUT, "V", weights["readout.V"]))
    found.append(WeightMap(READOUT, "c", _two(weights["readout.c"])))
    return found


def block_rows(graph: CellGraph, units: int) -> dict[str, slice]:
    """The rows of W and b that belong to each block."""
    rows, start = {}, 0
    for block in graph.blocks:
        height = graph.parameter[f"W_{block.name}"].height(units)
        rows[block.name] = slice(start, start + height)
        start += height
    return rows


def _peepholes(graph: CellGraph, block: str, units: int) -> slice:
    """The part of p that belongs to a block."""
    names = [given.name for given in graph.parameters if given.array == "p"]
    start = names.index(f"p_{block}") * units
    return slice(start, start + units)


def _gate_weights(
    graph: CellGraph, own: dict[str, FloatArray], block: str, units: int
) -> list[tuple[str, FloatArray]]:
    """Of a cell whose gates read the gates of the step before: what a block reads of each."""
    if "G" not in own or block not in graph.packed["a"]:
        return []
    gates = graph.packed["a"]
    row = gates.index(block) * units
    return [
        (f"G{other}", own["G"][row : row + units, n * units : (n + 1) * units])
        for n, other in enumerate(gates)
    ]


def _two(array: FloatArray) -> FloatArray:
    """A matrix, of a vector its one column."""
    return array if array.ndim == 2 else np.asarray(array)[:, np.newaxis]
