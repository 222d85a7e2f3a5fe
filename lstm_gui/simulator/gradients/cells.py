"""The cells side by side: an RNN, an LSTM and a GRU with the same weights where they mean the same.

    candidate   what is to be written: g of the LSTM, n of the GRU, and all there is to the RNN
    keep        how much of the old stays: f of the LSTM, z of the GRU

The LSTM's i and o have no counterpart in the others. The GRU's r has none either and is held open, at 1.
All compute in float32, as most training does: its range is what gradients vanish below and explode beyond.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from lstm_gui.lessons.scene import Matrix, Scene, Vector
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.trace import CellTrace

KINDS = ("rnn", "lstm", "gru")
OPEN = 40.0  # σ of it is 1 in float32
DTYPE = np.float32

Block = tuple[Matrix, Matrix, Vector]  # W (H, I), U (H, H), b (H,)


@dataclass(frozen=True, slots=True)
class Run:
    """All that the run of one cell depends on, small enough to compare."""

    kind: str  # one of KINDS
    blocks: tuple[Block, ...]  # in the order in which its cell stacks them
    inputs: Matrix
    h: Vector
    c: Vector  # () for a cell without


@dataclass(frozen=True, eq=False)
class Ran:
    """A cell, and what it computed: a trace (T, 1, ·)."""

    cell: Cell[Any]
    trace: CellTrace


def runs_of(scene: Scene) -> tuple[Run, ...]:
    """The three runs of a scene's input, in the order of KINDS. States put in by hand are left out."""
    i, f, g, o = ((gate.W, gate.U, gate.b) for gate in (scene.cell.gate(name) for name in "ifgo"))
    units, inputs = scene.cell.units, scene.cell.inputs
    r = (((0.0,) * inputs,) * units, ((0.0,) * units,) * units, (OPEN,) * units)
    return (
        Run("rnn", (g,), scene.inputs, scene.initial_h, ()),
        Run("lstm", (i, f, g, o), scene.inputs, scene.initial_h, scene.initial_c),
        Run("gru", (r, f, g), scene.inputs, scene.initial_h, ()),
    )


@lru_cache(maxsize=12)
def ran(run: Run) -> Ran:
    """The cell of a run, and its trace; what did not change since is not computed again."""
    cell = _cell(run)
    x = np.array(run.inputs, dtype=DTYPE)[:, np.newaxis, :]
    state = tuple(np.array([start], dtype=DTYPE) for start in (run.h, run.c) if start)
    return Ran(cell, cell.forward(x, state))


def _cell(run: Run) -> Cell[Any]:
    W, U, b = (np.concatenate([np.array(array, dtype=DTYPE) for array in arrays]) for arrays in _kinds(run))
    if run.kind == "rnn":
        return Rnn(W=W, U=U, b=b)
    return Lstm(W=W, U=U, b=b) if run.kind == "lstm" else Gru(W=W, U=U, b=b)


def _kinds(run: Run) -> tuple[tuple[Any, ...], ...]:
    """The blocks' arrays, kind by kind: all W, all U, all b."""
    return tuple(zip(*run.blocks, strict=True))
