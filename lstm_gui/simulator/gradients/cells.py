"""The cells side by side: an RNN, an LSTM and a GRU with the same weights where they mean the same.

The cell of the scene stands in its own place as it is. The others get the weights of its blocks by what
these mean, such as what is to be written (g, n, and all there is to the RNN) or how much of the old is kept
(f, z). A gate to whose meaning the scene's cell has nothing is held open, at 1.
All compute in float32, as most training does: its range is what gradients vanish below and explode beyond.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from lstm_gui.lessons import scene as scenes
from lstm_gui.lessons.scene import Matrix, Scene, Vector
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.layer import initial_state, layer_of

BLOCKS = {  # family -> what its blocks mean, in the order in which its cell stacks them
    "rnn": ("candidate",),
    "lstm": ("write", "keep", "candidate", "show"),
    "gru": ("reset", "keep", "candidate"),
}
KINDS = tuple(BLOCKS)
OPEN = 40.0  # σ of it is 1 in float32
DTYPE = np.float32

Block = tuple[Matrix, Matrix, Vector]  # W (H, I), U (H, H), b (H,)


@dataclass(frozen=True, slots=True)
class Run:
    """All that the run of one cell depends on, small enough to compare."""

    kind: str  # one of KINDS
    blocks: tuple[Block, ...]  # () for the scene's own cell
    own: scenes.Cell | None
    inputs: Matrix
    initial: Matrix  # a row for each state


@dataclass(frozen=True, eq=False)
class Ran:
    """A cell, and what it computed: a trace (T, 1, ·)."""

    cell: Cell[Any]
    trace: CellTrace


def runs_of(scene: Scene) -> tuple[Run, ...]:
    """The three runs of a scene's input, in the order of KINDS. States put in by hand are left out."""
    return tuple(_run(kind, scene) for kind in KINDS)


def _run(kind: str, scene: Scene) -> Run:
    cell = scene.cell
    if cell.kind.family == kind:
        rows = tuple(tuple(array[0].tolist()) for array in initial_state(scene))
        return Run(kind, (), cell, scene.inputs, rows)
    blocks = tuple(block_of(cell, meaning) or _open(cell) for meaning in BLOCKS[kind])
    known = [state.name for state in cell.graph.states]
    states = ("h", "c") if kind == "lstm" else ("h",)
    rest = (0.0,) * cell.units
    rows = tuple(scene.initial_of(state) if state in known else rest for state in states)
    return Run(kind, blocks, None, scene.inputs, rows)


def block_of(cell: scenes.Cell, meaning: str) -> Block | None:
    """The weights of the block that means this; of its opposite, negated, for 1 − σ(z) is σ(−z)."""
    for block in cell.graph.blocks:
        if block.meaning == meaning:
            return _block(cell, block.name, 1.0)
    for block in cell.graph.blocks:
        if block.opposite == meaning:
            return _block(cell, block.name, -1.0)
    return None


def _block(cell: scenes.Cell, name: str, sign: float) -> Block:
    weights = cell.gate(name)
    if sign > 0:
        return weights.W, weights.U, weights.b
    W, U = (tuple(tuple(-n for n in row) for row in matrix) for matrix in (weights.W, weights.U))
    return W, U, tuple(-n for n in weights.b)


def _open(cell: scenes.Cell) -> Block:
    units = cell.units
    return ((0.0,) * cell.inputs,) * units, ((0.0,) * units,) * units, (OPEN,) * units


@lru_cache(maxsize=12)
def ran(run: Run) -> Ran:
    """The cell of a run, and its trace; what did not change since is not computed again."""
    cell = _stacked(run) if run.own is None else _narrowed(layer_of(run.own))
    x = np.array(run.inputs, dtype=DTYPE)[:, np.newaxis, :]
    state = tuple(np.array([row], dtype=DTYPE) for row in run.initial)
    with np.errstate(over="ignore", invalid="ignore"):  # a cell without bounds may explode on its way
        return Ran(cell, cell.forward(x, state))


def _narrowed(cell: Cell[Any]) -> Cell[Any]:
    found: Cell[Any] = cell.with_arrays({name: array.astype(DTYPE) for name, array in cell.arrays.items()})
    return found


def _stacked(run: Run) -> Cell[Any]:
    each = zip(*run.blocks, strict=True)  # all W, all U, all b
    W, U, b = (np.concatenate([np.array(array, dtype=DTYPE) for array in arrays]) for arrays in each)
    if run.kind == "rnn":
        return Rnn(W=W, U=U, b=b)
    return Lstm(W=W, U=U, b=b) if run.kind == "lstm" else Gru(W=W, U=U, b=b)
