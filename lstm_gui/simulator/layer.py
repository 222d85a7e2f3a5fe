"""A scene's cell as a layer of lstm_gui.nets, and the arrays of its run under the names of its graph."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.made import layer_from
from lstm_gui.lessons.scene import Cell, Matrix, Scene
from lstm_gui.nets import cell as nets_cell
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import State
from lstm_gui.nets.trace import CellTrace

Layer = nets_cell.Cell[Any]

_ARRAYS = {"W": "W", "U": "U", "b": "b", "b_u": "bu", "p": "p", "G": "Gi"}  # of nets -> one of the scene's


@lru_cache(maxsize=32)
def layer_of(cell: Cell) -> Layer:
    """A scene's cell as one that runs (float64), its arrays read-only because it is shared."""
    arrays = {name: _stacked(cell, name) for name in _ARRAYS if _has(cell, name)}
    for array in arrays.values():
        array.flags.writeable = False
    return layer_from(cell.kind, arrays)


def _has(cell: Cell, name: str) -> bool:
    return any(given.array == _ARRAYS[name] for given in cell.graph.parameters)


def _stacked(cell: Cell, name: str) -> FloatArray:
    """An array of nets, from those of the scene's cell, block under block."""
    if name == "G":
        return np.block(
            [[_array(cell, f"G{other}_{gate}") for other in _gates(cell)] for gate in _gates(cell)]
        )
    if name == "b_u":  # of a GRU: the one that stands inside, beside U h, is the candidate's alone
        return np.concatenate([np.zeros(2 * cell.units), _array(cell, "bu_n")[:, 0]])
    blocks = [given for given in cell.graph.parameters if given.array == name]
    whole = np.concatenate([_array(cell, given.name) for given in blocks])
    return whole[:, 0].copy() if blocks[0].columns == "one" else whole


def _gates(cell: Cell) -> tuple[str, ...]:
    return cell.graph.packed["a"]


def _array(cell: Cell, name: str) -> FloatArray:
    return np.array(cell.array(name), dtype=np.float64)


def initial_state(scene: Scene) -> State:
    """The scene's initial states as the layer wants them, each (1, ·): zeros where nobody says."""
    if scene.cell.graph.inner:
        return tuple(np.zeros(shape) for shape in layer_of(scene.cell).state_shapes(1))
    return tuple(_joined(scene.cell.graph, name, scene.initial) for name in _layer_states(scene.cell.graph))


def _joined(graph: CellGraph, name: str, initial: Matrix) -> FloatArray:
    parts = [initial[_place(graph, state)] for state in graph.packed.get(name, (name,))]
    return np.array([np.concatenate(parts)], dtype=np.float64)


def _place(graph: CellGraph, state: str) -> int:
    return [known.name for known in graph.states].index(state)


def _layer_states(graph: CellGraph) -> tuple[str, ...]:
    """The names of the states in nets, where several may be packed into one."""
    inside = {state for states in graph.packed.values() for state in states}
    return (*(state.name for state in graph.states if state.name not in inside), *graph.packed)


def where(graph: CellGraph, state: str, unit: int, units: int) -> tuple[int, int]:
    """Which array of the layer's state holds a state of the graph, and in which column its unit stands."""
    names = _layer_states(graph)
    for packed, states in graph.packed.items():
        if state in states:
            return names.index(packed), states.index(state) * units + unit
    return names.index(state), unit


def arrays_of(trace: CellTrace, graph: CellGraph) -> dict[str, FloatArray]:
    """Every quantity of the graph that has a step, (T, units), and x (T, inputs): a scene is one sequence.

    What is one number for all units stands there for each of them; for matrices there is `matrices_of`.
    """
    computed = trace.quantities
    if graph.matrices:
        return _with_a_matrix(trace, graph, computed)
    found = {"x": trace.x, **_read(trace, graph)}
    found |= {name: computed[name] for name in graph.quantity}
    return {name: array[:, 0] for name, array in found.items()}


def matrices_of(trace: CellTrace, graph: CellGraph) -> dict[str, FloatArray]:
    """Every quantity that has a row of numbers for each unit: (T, units, ·), and what a step read of it."""
    names = (*graph.matrices, *(f"{name}_previous" for name in graph.matrices))
    return {name: getattr(trace, name)[:, 0] for name in names}


def _with_a_matrix(
    trace: CellTrace, graph: CellGraph, computed: Mapping[str, FloatArray]
) -> dict[str, FloatArray]:
    matrices = matrices_of(trace, graph)
    read = {state.previous for state in graph.inner} - matrices.keys()
    found = {name: getattr(trace, name)[:, 0] for name in sorted(read)}
    found["stored"] = _anything(matrices, found)
    known = graph.quantity.keys() - found.keys() - set(graph.matrices)
    found |= {name: computed[name][:, 0] for name in graph.quantity if name in known}
    units = matrices[graph.matrices[0]].shape[1]
    wide = {name: np.broadcast_to(array, (len(array), units)) for name, array in found.items()}
    return {"x": trace.x[:, 0], **wide}


def _anything(matrices: Mapping[str, FloatArray], read: Mapping[str, FloatArray]) -> FloatArray:
    """1 at each step that reads something stored, else 0: (T, 1)."""
    stored = np.any(matrices["C_previous"], axis=(1, 2)) | np.any(read["n_previous"], axis=1)
    found: FloatArray = stored[:, np.newaxis].astype(np.float64)
    return found


def _read(trace: CellTrace, graph: CellGraph) -> Mapping[str, FloatArray]:
    """What each step read of the states."""
    found: dict[str, FloatArray] = {}
    for name in _layer_states(graph):
        whole: FloatArray = getattr(trace, f"{name}_previous")
        states = graph.packed.get(name, (name,))
        parts: Iterable[FloatArray] = np.split(whole, len(states), axis=-1) if len(states) > 1 else [whole]
        found |= {f"{state}_previous": part for state, part in zip(states, parts, strict=True)}
    return found
