"""The changes of a scene's cell that the gradients offer, as pure functions from one scene to the next.

They go by what a block means: the gate that keeps (f of an LSTM, z of a GRU) and the candidate (g, n, or the
whole of an RNN). A gate that writes and is the opposite of keeping gets the bias with the other sign.
"""

import math
from dataclasses import replace

import numpy as np

from lstm_gui.lessons.scene import MAX_STEPS, Cell, Matrix, Scene
from lstm_gui.simulator.limits import Limits

FORGET_BIAS = Limits(-10.0, 10.0)
RECURRENT = Limits(-10.0, 10.0)
LENGTH = Limits(1.0, float(MAX_STEPS), 1.0, 0)


def can_forget(scene: Scene) -> bool:
    """Whether the cell has a gate that keeps."""
    return _keeper(scene.cell) is not None


def forget_bias(scene: Scene) -> float:
    """The bias of the gate that keeps, the mean where there are several units; 0 where there is none."""
    keeper = _keeper(scene.cell)
    if keeper is None:
        return 0.0
    name, sign = keeper
    biases = [bias for (bias,) in scene.cell.array(f"b_{name}")]
    return sign * math.fsum(biases) / len(biases)


def with_forget_bias(scene: Scene, value: float) -> Scene:
    """The scene with this bias of the gate that keeps in every unit; the same where there is none."""
    keeper = _keeper(scene.cell)
    if math.isnan(value) or keeper is None:
        return scene
    name, sign = keeper
    biases = ((sign * FORGET_BIAS.hold(value),),) * len(scene.cell.array(f"b_{name}"))
    return replace(scene, cell=scene.cell.with_arrays({f"b_{name}": biases}))


def recurrent_weight(scene: Scene) -> float:
    """How strongly the candidate reads h₋: its one recurrent weight, or the 2-norm of the matrix of many.

    0 where it reads none.
    """
    U = _recurrent(scene.cell)
    if not U:
        return 0.0
    return U[0][0] if len(U) == 1 else float(np.linalg.norm(np.array(U), 2))


def with_recurrent_weight(scene: Scene, value: float) -> Scene:
    """The scene with the candidate's recurrent weights scaled to that; where all are 0, to value · 1."""
    if math.isnan(value) or not _recurrent(scene.cell):
        return scene
    held, U = RECURRENT.hold(value), np.array(_recurrent(scene.cell))
    now = recurrent_weight(scene)
    scaled = U * (held / now) if now else np.eye(len(U)) * held
    matrix = ((held,),) if len(U) == 1 else tuple(tuple(row) for row in scaled.tolist())
    return replace(scene, cell=scene.cell.with_arrays({f"U_{_candidate(scene.cell)}": matrix}))


def _recurrent(cell: Cell) -> Matrix:
    """The candidate's recurrent weights; none in a cell whose candidate reads no hidden state."""
    name = f"U_{_candidate(cell)}"
    return cell.array(name) if name in cell.graph.parameter else ()


def _candidate(cell: Cell) -> str:
    return next(block.name for block in cell.graph.blocks if block.meaning == "candidate")


def _keeper(cell: Cell) -> tuple[str, float] | None:
    """The block on which keeping depends, and the sign with which it does."""
    for block in cell.graph.blocks:
        if block.meaning.startswith("keep"):
            return block.name, 1.0
    return next(((block.name, -1.0) for block in cell.graph.blocks if block.opposite == "keep"), None)
