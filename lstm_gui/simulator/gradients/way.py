"""The way back through a run for the gradient of a loss and the whole Jacobian, all steps at once.

What one step makes of a gradient is linear. So all steps stand side by side, as if each were a sequence of
its own, and are asked once for each number of the state: that gives the step's own Jacobian, and how it hands
a gradient on to its pre-activations. What is left to do in turn is a small product a step:

    ∂L/∂S_{t−1} = ∂L/∂S_t · J_t            J_t = ∂S_t/∂S_{t−1}, for the state S = (h, c, …)

T time, n numbers in the state, R rows of W.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.clipping import norm as norm_of_all
from lstm_gui.nets.diagnostics.jacobian import StateJacobians, state_columns
from lstm_gui.nets.diagnostics.norm import norm
from lstm_gui.nets.diagnostics.not_finite import NotFinite, first_not_finite
from lstm_gui.nets.trace import CellTrace
from lstm_gui.nets.unwinding import Unwound


@dataclass(frozen=True, eq=False)
class OneStep:
    """What each step of a run makes of a gradient of the state after it: (T, n, ·), a row for each number."""

    columns: dict[str, slice]  # where each state stands among the n numbers
    before: FloatArray  # (T, n, n) J_t: of the state before it
    within: FloatArray  # (T, n, n) of the state after it, the paths within the step included
    d_z: FloatArray  # (T, n, R) of the pre-activations


@dataclass(frozen=True, eq=False)
class Followed:
    """What went back from the loss at one index of a run; index s of an array holds step s + 1."""

    norms: dict[str, FloatArray]  # (target + 1,) of all that reaches each state, float64
    stopped: NotFinite | None  # the first number on the way that is not finite
    jacobian: FloatArray  # (N,) norms of ∂(state after the target)/∂(state after s), s as asked for
    weights: float  # the norm of the gradient of all weights together


def one_step(cell: Cell[Any], trace: CellTrace) -> OneStep:
    """What each step of a run (T, 1, ·) makes of a gradient."""
    run = _side_by_side(trace)
    way, columns = cell.way_back(run), state_columns(cell)
    numbers = max(place.stop for place in columns.values())
    before, within = (np.empty((numbers, trace.steps, numbers), dtype=cell.dtype) for _ in range(2))
    d_z = np.zeros((numbers, trace.steps, run.z.shape[-1]), dtype=cell.dtype)
    for k, row in enumerate(np.eye(numbers, dtype=cell.dtype)):
        whole = np.broadcast_to(row, (trace.steps, numbers))
        after, handed_on = way.step(0, tuple(whole[:, place] for place in columns.values()), d_z[k])
        within[k], before[k] = np.concatenate(after, axis=1), np.concatenate(handed_on, axis=1)
    return OneStep(columns, *(array.swapaxes(0, 1).copy() for array in (before, within, d_z)))


def follow(
    cell: Cell[Any],
    trace: CellTrace,
    each: OneStep,
    target: int,
    d_output: FloatArray,
    start: int,
    looked_at: Sequence[int],
) -> Followed:
    """Go back from ∂L/∂output (outputs,) at index `target`; the gradient of the loss stops at `start`.

    The Jacobian goes on to index 0; its norm is found for the indices `looked_at`, of which none is −1.
    """
    numbers = each.before.shape[-1]
    rows = np.zeros((target + 1, 1 + numbers, numbers), dtype=cell.dtype)
    rows[target, 1:] = np.eye(numbers)
    rows[target, 0, each.columns["h"]] = d_output
    with np.errstate(over="ignore", invalid="ignore"):  # an exploding gradient is what is to be shown
        for t in range(target, 0, -1):
            np.matmul(rows[t], each.before[t], out=rows[t - 1])
            if t == start:
                rows[t - 1, 0] = 0
        gradient = rows[:, :1]  # (target + 1, 1, n)
        reached = (gradient @ each.within[: target + 1])[:, 0]
        weights = _weights(cell, trace.part(0, target + 1), gradient @ each.d_z[: target + 1])
    by_name = {name: reached[:, place] for name, place in each.columns.items()}
    return Followed(
        norms={name: norm(array) for name, array in by_name.items()},
        stopped=first_not_finite(by_name, backwards=True),
        jacobian=StateJacobians(tuple(looked_at), each.columns, rows[list(looked_at), 1:]).norm,
        weights=weights,
    )


def _weights(cell: Cell[Any], run: CellTrace, d_z: FloatArray) -> float:
    """The norm of the gradient of all weights, from that of the pre-activations (T, 1, R)."""
    nothing = cell.state_from(None, 1)
    return norm_of_all(cell.gradients(run, Unwound(d_z, (), nothing)).vector)


def _side_by_side(trace: CellTrace) -> CellTrace:
    """The steps of one sequence (T, 1, ·) as so many sequences of one step (1, T, ·), without copying."""
    arrays: dict[str, Any] = {
        field.name: array.swapaxes(0, 1)
        for field in fields(trace)
        if isinstance(array := getattr(trace, field.name), np.ndarray) and array.ndim > 1
    }
    return replace(trace, kernel=None, **arrays)
