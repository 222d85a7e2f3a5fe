"""How far a gradient reaches: ∂L/∂h_s and ∂L/∂c_s of a loss at one step t, for all earlier steps s.

    ∂L/∂S_{τ−1} = ∂L/∂S_τ · ∂S_τ/∂S_{τ−1}        for the state S = (h, c, …), from τ = t back to 1

Each step multiplies by one more matrix: the norm shrinks or grows about exponentially with t − s (Hochreiter
1991; Bengio, Simard & Frasconi 1994). Numbers are as they come: one too small for its type is 0, and one too
large is infinite.

T time, B batch, H units.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.diagnostics.norm import norm
from lstm_gui.nets.diagnostics.not_finite import NotFinite, first_not_finite
from lstm_gui.nets.diagnostics.way_back import check_step, way_back
from lstm_gui.nets.shapes import check_dtype, check_shape
from lstm_gui.nets.trace import CellTrace
from lstm_gui.nets.truncation import windows


@dataclass(frozen=True, eq=False)
class StateGradients:
    """∂L/∂ of each state after each step up to the target, of one sequence; index s holds step s + 1."""

    states: dict[str, FloatArray]  # (target + 1, …) by name: all that reaches a state, within its step too
    initial: dict[str, FloatArray]  # (…) of the initial state

    @cached_property
    def norms(self) -> dict[str, FloatArray]:
        """The 2-norms (target + 1,), float64; infinite where a number is not finite any more."""
        return {name: norm(array.reshape(len(array), -1)) for name, array in self.states.items()}

    @property
    def not_finite(self) -> NotFinite | None:
        """The first number on the way back that is not finite, or None."""
        return first_not_finite(self.states, backwards=True)


def state_gradients(
    cell: Cell[Any],
    trace: CellTrace,
    target: int,
    d_output: FloatArray | None = None,
    sequence: int = 0,
    window: int | None = None,
) -> StateGradients:
    """Where the gradient of a loss at index `target` of one sequence goes.

    `d_output` (outputs,) is ∂L/∂ of the output there. When not given it is that of the sum of all outputs,
    divided so that its norm is 1: L = Σ h_t / √outputs. Then every other norm is at once the share that is
    left, whatever the cell and its size. With a `window`, truncated backpropagation through time: nothing
    reaches the steps before the start of that window of so many steps in which the target stands.
    Raises ValueError where the target is no step of the sequence, or d_output or the window does not fit.
    """
    check_step(trace, sequence, target)
    if d_output is None:
        d_output = np.full(cell.outputs, cell.outputs**-0.5, dtype=cell.dtype)
    check_shape("d_output", d_output, (cell.outputs,))
    check_dtype("d_output", d_output, cell.dtype)
    seed = (d_output[np.newaxis], *cell.state_from(None, 1)[1:])
    start = 0 if window is None else windows(target + 1, window)[-1].start
    states = tuple(np.zeros((target + 1, *array.shape[1:]), dtype=cell.dtype) for array in seed)
    initial = cell.state_from(None, 1)
    with np.errstate(over="ignore", invalid="ignore"):  # an exploding gradient is what is to be shown
        for t, reached, before in way_back(cell, trace, sequence, target, seed, start):
            for rows, array in zip(states, reached, strict=True):
                rows[t] = array[0]
            initial = before if t == 0 else initial
    by_name = dict(zip(cell.state_names, zip(states, initial, strict=True), strict=True))
    return StateGradients(
        states={name: rows for name, (rows, _) in by_name.items()},
        initial={name: array[0] for name, (_, array) in by_name.items()},
    )


def effective_depth(norms: FloatArray, share: float = 0.01) -> int | None:
    """How many steps back a gradient first falls under a share of its norm at the target (the last of them).

    None where it stays above that as far as the run goes, and 0 where nothing arrives at the target at all.
    """
    if norms[-1] == 0:
        return 0
    under = np.flatnonzero(norms[::-1] < share * norms[-1])
    return int(under[0]) if under.size else None
