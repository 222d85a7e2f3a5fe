"""Backpropagation through time for the GRU: the way back through one step.

For a loss L, `d_a` is ∂L/∂a. With h = (1 − z) ∘ n + z ∘ h₋, going backwards through time:

    d_n = d_h ∘ (1 − z)                       d_z = d_h ∘ (h₋ − n)         to the gate z
    d_z_n = d_n ∘ (1 − n²)                    and, from z_n = … + r ∘ (U_n h₋ + b_u), for u = U_n h₋ + b_u:
    d_r = d_z_n ∘ u                           d_u = d_z_n ∘ r
    d_z_r, d_z_z = d_r, d_z ∘ (the slope of its squashing: a(1 − a) for σ)
    d_h₋ = d_h ∘ z + d_u U_n + d_z_r U_r + d_z_z U_z

With the reset before, z_n = … + U_n v for v = r ∘ h₋: d_v = d_z_n U_n, d_r = d_v ∘ h₋, and d_h₋ gets d_v ∘ r
in the place of d_u U_n. Where z writes, z and 1 − z change places, and d_z its sign.

T time, B batch, H units.
"""

from typing import TYPE_CHECKING

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.gru_trace import GATES, GruTrace
from lstm_gui.nets.layer import State
from lstm_gui.nets.unwinding import Unwound, WayBack, over_steps

if TYPE_CHECKING:
    from lstm_gui.nets.gru import Gru


class GruWayBack(WayBack):
    """The slopes of all steps at once, and one step back."""

    def __init__(self, cell: "Gru", trace: GruTrace) -> None:
        self.cell = cell
        r, z, n = (trace.gate(gate) for gate in GATES)
        slope_r, slope_z, slope_n = (
            cell.squash.slope(cell.block(gate), trace.z, trace.gates) for gate in GATES
        )
        self.r = r
        self.keep, write = (z, 1 - z) if cell.z_keeps else (1 - z, z)  # (T, B, H), as all below
        gained = trace.h_previous - n if cell.z_keeps else n - trace.h_previous
        self.h_to_z_z = gained * slope_z
        self.h_to_z_n = write * slope_n
        self.to_z_r = slope_r * (trace.let_through if cell.reset_after else trace.h_previous)

    def step(self, t: int, d_state: State, d_z: FloatArray) -> tuple[State, State]:
        """See `WayBack.step`."""
        cell, d_h = self.cell, d_state[0]
        d_z_r, d_z_z, d_z_n = [d_z[:, columns] for columns in cell.columns]
        np.multiply(d_h, self.h_to_z_z[t], out=d_z_z)
        np.multiply(d_h, self.h_to_z_n[t], out=d_z_n)
        if cell.reset_after:
            np.multiply(d_z_n, self.to_z_r[t], out=d_z_r)
            through_n = (d_z_n * self.r[t]) @ cell.U_n
        else:
            d_let_through = d_z_n @ cell.U_n
            np.multiply(d_let_through, self.to_z_r[t], out=d_z_r)
            through_n = d_let_through * self.r[t]
        through_gates = d_z[:, cell.columns_rz] @ cell.U_rz
        return d_state, (d_h * self.keep[t] + through_gates + through_n,)


def own_gradients(cell: "Gru", trace: GruTrace, unwound: Unwound) -> dict[str, FloatArray]:
    """The gradients of U and b_u."""
    d_gates, d_n = unwound.d_z[..., cell.columns_rz], unwound.d_z[..., cell.rows("n")]
    if cell.reset_after:  # what U_n reads is h₋, and r stands between U_n h₋ + b_u and z_n
        d_n, read = d_n * trace.gate("r"), trace.h_previous
    else:
        read = trace.let_through
    d_u = np.concatenate([over_steps(d_gates, trace.h_previous), over_steps(d_n, read)])
    return {"U": d_u, "b_u": np.concatenate([d_gates.sum(axis=(0, 1)), d_n.sum(axis=(0, 1))])}
