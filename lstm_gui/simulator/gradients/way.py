"""One way back through a run that carries the gradient of a loss and the whole Jacobian side by side.

The gradient is one row and the Jacobian as many as the state has numbers; a step of the way back costs little
more for all of them than for one. Beside the gradient of the states, what each step gave the weights is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.clipping import norm as norm_of_all
from lstm_gui.nets.diagnostics.jacobian import StateJacobians, state_columns
from lstm_gui.nets.diagnostics.norm import norm
from lstm_gui.nets.diagnostics.not_finite import NotFinite, first_not_finite
from lstm_gui.nets.layer import State
from lstm_gui.nets.trace import CellTrace
from lstm_gui.nets.unwinding import Unwound


@dataclass(frozen=True, eq=False)
class Followed:
    """What went back from the loss at one index of a run; index s of an array holds step s + 1."""

    norms: dict[str, FloatArray]  # (target + 1,) of all that reaches each state, float64
    stopped: NotFinite | None  # the first number on the way that is not finite
    jacobian: FloatArray  # (N,) norms of ∂(state after the target)/∂(state after s), s as asked for
    weights: float  # the norm of the gradient of all weights together


def follow(
    cell: Cell[Any], trace: CellTrace, target: int, d_output: FloatArray, start: int, looked_at: Sequence[int]
) -> Followed:
    """Go back from ∂L/∂output (outputs,) at index `target`; the gradient of the loss stops at `start`.

    The Jacobian goes on to index 0; its norm is found for the indices `looked_at`, of which none is −1.
    """
    run = trace.part(0, target + 1)
    columns = state_columns(cell)
    d_state = _seeds(cell, d_output, columns)
    d_z = np.zeros((target + 1, len(d_state[0]), run.z.shape[-1]), dtype=cell.dtype)
    reached = tuple(np.zeros((target + 1, 1, array.shape[-1]), dtype=cell.dtype) for array in d_state)
    jacobians = {target: np.eye(len(d_state[0]) - 1, dtype=cell.dtype)}
    wanted = set(looked_at)
    with np.errstate(over="ignore", invalid="ignore"):  # an exploding gradient is what is to be shown
        way = cell.way_back(run)
        for t in reversed(range(target + 1)):
            after, d_state = way.step(t, d_state, d_z[t])
            for rows, array in zip(reached, after, strict=True):
                rows[t] = array[0]
            if t == start:
                for array in d_state:
                    array[0] = 0
            if t - 1 in wanted:
                jacobians[t - 1] = np.concatenate([array[1:] for array in d_state], axis=1)
        found = cell.gradients(run, Unwound(d_z[:, :1], reached, cell.state_from(None, 1)))
        weights = norm_of_all(found.vector)
    by_name = {name: rows[:, 0] for name, rows in zip(cell.state_names, reached, strict=True)}
    matrices = np.array([jacobians[s] for s in looked_at])
    return Followed(
        norms={name: norm(rows) for name, rows in by_name.items()},
        stopped=first_not_finite(by_name, backwards=True),
        jacobian=StateJacobians(tuple(looked_at), columns, matrices).norm,
        weights=weights,
    )


def _seeds(cell: Cell[Any], d_output: FloatArray, columns: dict[str, slice]) -> State:
    """What goes back: the gradient of the loss in the first row, below it the identity."""
    numbers = max(place.stop for place in columns.values())
    rows = np.zeros((1 + numbers, numbers), dtype=cell.dtype)
    rows[0, columns["h"]] = d_output
    rows[1:] = np.eye(numbers, dtype=cell.dtype)
    return tuple(rows[:, place] for place in columns.values())
