"""The changes of a scene that the gradients offer, as pure functions from one scene to the next."""

import math
from dataclasses import replace

import numpy as np

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.limits import Limits

FORGET_BIAS = Limits(-10.0, 10.0)
RECURRENT = Limits(-10.0, 10.0)


def forget_bias(scene: Scene) -> float:
    """The bias of the forget gate, the mean where there are several units."""
    return math.fsum(scene.cell.f.b) / scene.cell.units


def with_forget_bias(scene: Scene, value: float) -> Scene:
    """The scene with this forget bias in every unit."""
    if math.isnan(value):
        return scene
    f = replace(scene.cell.f, b=(FORGET_BIAS.hold(value),) * scene.cell.units)
    return replace(scene, cell=replace(scene.cell, f=f))


def recurrent_weight(scene: Scene) -> float:
    """How strongly the candidate reads h₋: its one recurrent weight, or the 2-norm of the matrix of many."""
    U = scene.cell.g.U
    return U[0][0] if len(U) == 1 else float(np.linalg.norm(np.array(U), 2))


def with_recurrent_weight(scene: Scene, value: float) -> Scene:
    """The scene with the candidate's recurrent weights scaled to that; where all are 0, to value · 1."""
    if math.isnan(value):
        return scene
    held, U = RECURRENT.hold(value), np.array(scene.cell.g.U)
    now = recurrent_weight(scene)
    scaled = U * (held / now) if now else np.eye(len(U)) * held
    matrix = ((held,),) if len(U) == 1 else tuple(tuple(row) for row in scaled.tolist())
    return replace(scene, cell=replace(scene.cell, g=replace(scene.cell.g, U=matrix)))
