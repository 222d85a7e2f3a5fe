"""The cells side by side: an RNN, an LSTM and a GRU with the same weights where they mean the same.

The cell of the scene stands in its own place as it is; the others are what switching to them would make of it
(`switch.py`). A gate to whose meaning the scene's cell has nothing, such as the GRU's r beside an LSTM, is
held open, at 1: weights of 0 would hold it half shut.
All compute in float32, as most training does: its range is what gradients vanish below and explode beyond.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons import scene as scenes
from lstm_gui.lessons.scene import Matrix, Scene
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.gradients.kernels import DTYPE, KINDS, are_fetched, in_float32
from lstm_gui.simulator.gradients.way import OneStep, one_step
from lstm_gui.simulator.layer import initial_state, layer_of
from lstm_gui.simulator.switch import switched

OPEN = 40.0  # σ of it is 1 in float32


@dataclass(frozen=True, slots=True)
class Run:
    """All that the run of one cell depends on, small enough to compare."""

    kind: str  # one of KINDS
    cell: scenes.Cell
    initial: Matrix  # a row for each state that is carried
    inputs: Matrix


@dataclass(frozen=True, eq=False)
class Ran:
    """A cell, what it computed, and what each step of that makes of a gradient."""

    cell: Cell[Any]
    trace: CellTrace  # (T, 1, ·)
    each: OneStep


def runs_of(scene: Scene) -> tuple[Run, ...]:
    """The three runs of a scene's input, in the order of KINDS. States put in by hand are left out."""
    bare = replace(scene, inputs=scene.inputs[:1], step=1, overrides=())
    return tuple(Run(kind, *_cell_and_start(bare, kind), inputs=scene.inputs) for kind in KINDS)


@lru_cache(maxsize=12)
def _cell_and_start(scene: Scene, kind: str) -> tuple[scenes.Cell, Matrix]:
    """The cell of that kind, and where its states start."""
    if scene.cell.kind.family != kind:
        result = switched(scene, Kind.of(kind))
        scene = replace(result.scene, cell=_opened(result.scene.cell, result.new))
    return scene.cell, tuple(tuple(array[0].tolist()) for array in initial_state(scene))


def _opened(cell: scenes.Cell, gates: tuple[str, ...]) -> scenes.Cell:
    """The cell with these gates at 1 whatever they read."""
    for name in gates:
        cell = cell.with_gate(name, replace(cell.gate(name), b=(OPEN,) * cell.units))
    return cell


@lru_cache(maxsize=12)
def ran(run: Run) -> Ran:
    """The cell of a run, and its trace; what did not change since is not computed again."""
    cell = in_float32(layer_of(run.cell))
    x = np.array(run.inputs, dtype=DTYPE)[:, np.newaxis, :]
    state = tuple(np.array([row], dtype=DTYPE) for row in run.initial)
    with np.errstate(over="ignore", invalid="ignore"):  # a cell without bounds may explode on its way
        if are_fetched(run.kind):
            trace = cell.forward(x, state)
        else:  # compiling now would halt the window
            trace = cell.begin(x, state, edited=True)
            cell.advance(trace, 0, len(x), trace.initial)
        return Ran(cell, trace, one_step(cell, trace))
