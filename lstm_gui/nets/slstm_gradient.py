"""Backpropagation through time for the sLSTM: the way back through one step.

For a loss L, `d_a` is ∂L/∂a. With h = o ∘ h̃, h̃ = c / n, c = f′ ∘ c₋ + i′ ∘ g and n = f′ ∘ n₋ + i′, going
backwards through time:

    d_o = d_h ∘ h̃        d_c += d_h ∘ o / n        d_n −= d_h ∘ o ∘ h̃ / n
    d_i′ = d_c ∘ g + d_n,   d_f′ = d_c ∘ c₋ + d_n ∘ n₋,   d_g = d_c ∘ i′
    d_z_i and d_kept, where kept = log f + m₋, from d_i′, d_f′, d_m (`exponential_gates.py`)
    d_z_f = d_kept ∘ ∂log f/∂z_f,   d_z_g = d_g ∘ (1 − g²),   d_z_o = d_o ∘ o ∘ (1 − o)
    d_h₋ = d_z U,   d_c₋ = d_c ∘ f′,   d_n₋ = d_n ∘ f′,   d_m₋ = d_kept

T time, B batch, H units.
"""

from typing import TYPE_CHECKING

import numpy as np

from lstm_gui.nets.activation import SIGMOID, TANH, FloatArray
from lstm_gui.nets.exponential_gates import log_forget, stabilise_back
from lstm_gui.nets.layer import State
from lstm_gui.nets.slstm_trace import SlstmTrace
from lstm_gui.nets.unwinding import WayBack

if TYPE_CHECKING:
    from lstm_gui.nets.slstm import Slstm


class SlstmWayBack(WayBack):
    """The slopes of all steps at once, and one step back. All (T, B, H)."""

    def __init__(self, cell: "Slstm", trace: SlstmTrace) -> None:
        self.cell, self.trace = cell, trace
        z_i, z_f, z_g, z_o = (trace.pre_activation(gate) for gate in "ifgo")
        self.i, self.f, self.g, o = (trace.gate(gate) for gate in "ifgo")
        # n is 0 only where a sequence had ended before anything was stored, and from there nothing comes back
        self.h_to_c = np.divide(o, trace.n, out=np.zeros_like(o), where=trace.n != 0)
        self.h_to_n = -self.h_to_c * trace.h_tilde
        self.h_to_z_o = trace.h_tilde * SIGMOID.slope(z_o, o)
        self.c_to_z_g = self.i * TANH.slope(z_g, self.g)
        self.kept_to_z_f = log_forget(cell.exponential_forget).slope(z_f, trace.log_f)
        self.newest = trace.m == z_i

    def step(self, t: int, d_state: State, d_z: FloatArray) -> tuple[State, State]:
        """See `WayBack.step`."""
        trace, cell, i, f = self.trace, self.cell, self.i[t], self.f[t]
        d_h, d_c, d_n, d_m = d_state
        d_c = d_c + d_h * self.h_to_c[t]
        d_n = d_n + d_h * self.h_to_n[t]
        d_i = d_c * self.g[t] + d_n
        d_f = d_c * trace.c_previous[t] + d_n * trace.n_previous[t]
        d_z_i, d_kept = stabilise_back(d_i, d_f, d_m, i, f, self.newest[t])
        d_z[:, cell.rows("i")] = d_z_i
        d_z[:, cell.rows("f")] = d_kept * self.kept_to_z_f[t]
        d_z[:, cell.rows("g")] = d_c * self.c_to_z_g[t]
        d_z[:, cell.rows("o")] = d_h * self.h_to_z_o[t]
        return (d_h, d_c, d_n, d_m), (d_z @ cell.U, d_c * f, d_n * f, d_kept)
