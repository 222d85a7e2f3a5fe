"""A scene's cell as a layer of lstm_gui.nets, and the arrays of its run under the names of its graph."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import Cell, Matrix, Scene
from lstm_gui.nets import cell as nets_cell
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import State
from lstm_gui.nets.trace import CellTrace

Layer = nets_cell.Cell[Any]


@lru_cache(maxsize=32)
def layer_of(cell: Cell) -> Layer:
    """A scene's cell as one that runs (float64), its arrays read-only because it is shared."""
    layer = _zeros(cell.kind, cell.inputs, cell.units)
    arrays = {name: _stacked(cell, name, array.shape) for name, array in layer.arrays.items()}
    for array in arrays.values():
        array.flags.writeable = False
    found: Layer = layer.with_arrays(arrays)
    return found


def _zeros(kind: Kind, inputs: int, units: int) -> Layer:
    """A layer of that kind, all zero. A family's module is imported when one of its cells is run."""
    options = kind.options
    if kind.family == "lstm":
        return _zeros_lstm(options["variant"], inputs, units)
    if kind.family == "rnn":
        from lstm_gui.nets.activation import RELU, TANH
        from lstm_gui.nets.zeros import zeros_rnn

        return zeros_rnn(inputs, units, RELU if options["activation"] == "relu" else TANH)
    if kind.family == "gru":
        from lstm_gui.nets.zeros import zeros_gru

        after, keeps = options["reset"] == "after", options["z"] == "keeps"
        return zeros_gru(inputs, units, reset_after=after, z_keeps=keeps, second_bias=after)
    from lstm_gui.nets.zeros import zeros_slstm

    return zeros_slstm(inputs, units, exponential_forget=options["forget"] == "exponential")


def _zeros_lstm(variant: str, inputs: int, units: int) -> Layer:
    from lstm_gui.nets.lstm_variant import GREFF_2015, HOCHREITER_1997, VANILLA
    from lstm_gui.nets.zeros import zeros_lstm

    named = {"standard": VANILLA, "1997": HOCHREITER_1997, "peephole": VANILLA, **GREFF_2015}
    peepholes = variant not in ("standard", "1997", "NP")
    return zeros_lstm(inputs, units, named[variant], peepholes=peepholes, gate_recurrence=variant == "FGR")


def _stacked(cell: Cell, name: str, shape: tuple[int, ...]) -> FloatArray:
    """An array of nets, from those of the scene's cell, block under block."""
    if name == "G":
        rows = [_array(cell, f"G{other}_{gate}") for gate in _gates(cell) for other in _gates(cell)]
        wide = len(_gates(cell))
        return np.concatenate([np.hstack(rows[k : k + wide]) for k in range(0, len(rows), wide)])
    if name == "b_u":  # of a GRU: the one that stands inside, beside U h, is the candidate's alone
        return np.concatenate([np.zeros(2 * cell.units), _array(cell, "bu_n")[:, 0]])
    blocks = [given.name for given in cell.graph.parameters if given.array == name]
    return np.concatenate([_array(cell, block) for block in blocks]).reshape(shape)


def _gates(cell: Cell) -> tuple[str, ...]:
    return cell.graph.packed["a"]


def _array(cell: Cell, name: str) -> FloatArray:
    return np.array(cell.array(name), dtype=np.float64)


def initial_state(scene: Scene) -> State:
    """The scene's initial states as the layer wants them, each (1, ·)."""
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
    """Every quantity of the graph that has a step, (T, units), and x (T, inputs): a scene is one sequence."""
    computed = trace.quantities
    found = {"x": trace.x, **_read(trace, graph)}
    found |= {name: computed[name] for name in graph.quantity}
    return {name: array[:, 0] for name, array in found.items()}


def _read(trace: CellTrace, graph: CellGraph) -> Mapping[str, FloatArray]:
    """What each step read of the states."""
    found: dict[str, FloatArray] = {}
    for name in _layer_states(graph):
        whole: FloatArray = getattr(trace, f"{name}_previous")
        states = graph.packed.get(name, (name,))
        parts: Iterable[FloatArray] = np.split(whole, len(states), axis=-1) if len(states) > 1 else [whole]
        found |= {f"{state}_previous": part for state, part in zip(states, parts, strict=True)}
    return found
