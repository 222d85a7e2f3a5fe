"""What a change of the state at step s makes of the state at step t, in all and along the carousel alone.

    whole     J_s = ∂S_t/∂S_s = ∂S_t/∂S_{t−1} · … · ∂S_{s+1}/∂S_s       for the state S = (h, c, …), flattened
    direct    ∏ f_τ over τ = s+1 … t: what the factor with which a step keeps its old state carries by itself

"The LSTM solves vanishing gradients" is true of the direct path; the whole Jacobian has all the others, by
way of the gates, as well, and may vanish or explode beside it (Pascanu, Mikolov & Bengio 2013). A simple
recurrent cell has no direct path.

T time, B batch, H units, n numbers in the whole state, N steps looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.diagnostics.norm import spectral_norm, spectral_radius
from lstm_gui.nets.diagnostics.way_back import check_step, way_back
from lstm_gui.nets.trace import CellTrace


@dataclass(frozen=True, eq=False)
class StateJacobians:
    """∂(state after the target)/∂(state after s) of one sequence, for each index s of `steps`."""

    steps: tuple[int, ...]
    columns: dict[str, slice]  # where each state stands in rows and columns
    matrices: FloatArray  # (N, n, n)

    def block(self, of: str, by: str) -> FloatArray:
        """∂(one state after the target)/∂(one state after s), such as of "c" by "c": (N, ·, ·)."""
        return self.matrices[:, self.columns[of], self.columns[by]]

    @cached_property
    def norm(self) -> FloatArray:
        """The 2-norms (N,): by how much the largest change grows; infinite where a number is not finite."""
        return spectral_norm(self.matrices)

    @cached_property
    def spectral_radius(self) -> FloatArray:
        """The largest absolute eigenvalues (N,), likewise."""
        return spectral_radius(self.matrices)


def state_jacobians(
    cell: Cell[Any], trace: CellTrace, target: int, steps: Sequence[int] | None = None, sequence: int = 0
) -> StateJacobians:
    """The Jacobians from each index of `steps` to `target`; by default from 0 and all that follow it.

    Index −1 stands for the initial state. All are found in one pass, whichever are kept; as their norms cost
    more than the pass, a view of very many steps does well to look at some of them. Raises ValueError where
    the target is no step of the sequence, or a step comes after it.
    """
    check_step(trace, sequence, target)
    looked_at = tuple(range(target + 1) if steps is None else steps)
    if wrong := [s for s in looked_at if not -1 <= s <= target]:
        raise ValueError(f"a step to start from is {wrong[0]}; wanted −1 to {target}, the target")
    wanted, columns = set(looked_at), state_columns(cell)
    identity = np.eye(max(place.stop for place in columns.values()), dtype=cell.dtype)
    shapes = zip(columns.values(), cell.state_shapes(1), strict=True)
    seeds = tuple(identity[:, place].reshape(-1, *shape[1:]) for place, shape in shapes)
    found = {target: identity}
    with np.errstate(over="ignore", invalid="ignore"):  # an exploding Jacobian is what is to be shown
        for t, _, before in way_back(cell, trace, sequence, target, seeds):
            if t - 1 in wanted:
                found[t - 1] = np.concatenate([d.reshape(len(identity), -1) for d in before], axis=1)
    matrices = np.array([found[s] for s in looked_at]).reshape(-1, *identity.shape)
    return StateJacobians(looked_at, columns, matrices)


def state_columns(cell: Cell[Any]) -> dict[str, slice]:
    """Where each state of a cell stands in all of them, flattened one after another."""
    stops = np.cumsum([prod(shape) for shape in cell.state_shapes(1)]).tolist()
    return {name: slice(*ends) for name, *ends in zip(cell.state_names, [0, *stops], stops, strict=False)}


def direct_path(trace: CellTrace, target: int, sequence: int = 0) -> FloatArray | None:
    """∏ of the factors by which steps s + 1 … target keep their old state: (target + 1, H), 1 at the target.

    As a map from state to state it is diagonal, and its 2-norm the largest of a row. None for a cell without.
    Raises ValueError where the target is no step of the sequence.
    """
    check_step(trace, sequence, target)
    carry: FloatArray | None = getattr(trace, "carry", None)
    if carry is None:
        return None
    factors = carry[: target + 1, sequence]
    backwards = np.concatenate([np.ones_like(factors[:1]), factors[:0:-1]])
    return np.cumprod(backwards, axis=0)[::-1]
