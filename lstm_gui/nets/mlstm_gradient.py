"""Backpropagation through time for the mLSTM: the way back through one step.

For a loss L, `d_a` is ∂L/∂a; D is max(abs(nᵀ q), exp(−m)). With h = o ∘ h̃, h̃ = C q / D, C = f′ C₋ + i′ v kᵀ
and n = f′ n₋ + i′ k, going backwards through time:

    d_o = d_h ∘ h̃        d_h̃ = d_h ∘ o        d_Cq = d_h̃ / D        d_D = −d_h̃ᵀ h̃ / D
    d_C += d_Cq qᵀ       d_q = Cᵀ d_Cq
    where D = abs(nᵀ q)      d_nq = ± d_D, the sign that of nᵀ q;   d_n += d_nq q,   d_q += d_nq n
    where D = exp(−m)        d_m −= d_D D
    d_f′ = ⟨d_C, C₋⟩ + d_nᵀ n₋,   d_i′ = vᵀ d_C k + d_nᵀ k,   d_v = i′ d_C k,   d_k = i′ (d_Cᵀ v + d_n)
    d_z_i and d_kept, where kept = log f + m₋, from d_i′, d_f′, d_m (`exponential_gates.py`)
    d_z_f = d_kept ∂log f/∂z_f,   d_z_o = d_o ∘ o ∘ (1 − o),   d_z_k = d_k / √H
    d_C₋ = f′ d_C,   d_n₋ = f′ d_n,   d_m₋ = d_kept,   d_h₋ = 0

At a tie of the two in D, where the maximum has a kink, D counts as abs(nᵀ q).

T time, B batch, H units.
"""

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from lstm_gui.nets.activation import SIGMOID, FloatArray
from lstm_gui.nets.exponential_gates import log_forget, stabilise_back, store_back
from lstm_gui.nets.layer import State
from lstm_gui.nets.mlstm_trace import MlstmTrace
from lstm_gui.nets.unwinding import WayBack

if TYPE_CHECKING:
    from lstm_gui.nets.mlstm import Mlstm


class MlstmWayBack(WayBack):
    """The slopes of all steps at once, and one step back."""

    def __init__(self, cell: "Mlstm", trace: MlstmTrace) -> None:
        self.cell, self.trace = cell, trace
        z_i, z_f, z_o = (trace.pre_activation(gate) for gate in "ifo")
        self.q, self.v = trace.pre_activation("q"), trace.pre_activation("v")  # (T, B, H)
        self.h_to_Cq = trace.o / trace.divisor  # (T, B, H)
        self.h_to_z_o = trace.h_tilde * SIGMOID.slope(z_o, trace.o)  # (T, B, H)
        self.floored = trace.divisor > np.abs(trace.n_q)  # (T, B, 1) whether exp(−m) divides
        self.kept_to_z_f = log_forget(cell.exponential_forget).slope(z_f, trace.log_f)  # (T, B, 1)
        self.newest = trace.m == z_i  # (T, B, 1)

    def step(self, t: int, d_state: State, d_z: FloatArray) -> tuple[State, State]:
        """See `WayBack.step`."""
        cell, trace = self.cell, self.trace
        d_h = d_state[0]
        d_C, d_n, d_m, d_q = self._through_h(t, d_state)
        k, v, i, f = trace.k[t], self.v[t], trace.i_prime[t], trace.f_prime[t]
        d_C_k = np.einsum("bvk,bk->bv", d_C, k)
        d_f = np.einsum("bvk,bvk->b", d_C, trace.C_previous[t])[:, np.newaxis] + dot(d_n, trace.n_previous[t])
        d_i = dot(v, d_C_k) + dot(d_n, k)
        d_z_i, d_kept = stabilise_back(d_i, d_f, d_m, i, f, self.newest[t])
        d_k = i * (np.einsum("bvk,bv->bk", d_C, v) + d_n)
        d_z_f, d_z_o = d_kept * self.kept_to_z_f[t], d_h * self.h_to_z_o[t]
        d_z[:] = np.concatenate([d_q, d_k / sqrt(cell.units), i * d_C_k, d_z_i, d_z_f, d_z_o], axis=1)
        before = np.zeros_like(d_h), store_back(d_C, f[..., np.newaxis]), store_back(d_n, f), d_kept
        return (d_h, d_C, d_n, d_m), before

    def _through_h(self, t: int, d_state: State) -> State:
        """d_C, d_n, d_m with what reaches them through h_t, and d_q."""
        d_h, d_C, d_n, d_m = d_state
        trace, q, floored = self.trace, self.q[t], self.floored[t]
        d_Cq = d_h * self.h_to_Cq[t]
        d_D_times_D = -dot(d_h * trace.o[t], trace.h_tilde[t])
        d_nq = np.where(floored, 0, d_D_times_D) / trace.divisor[t] * np.sign(trace.n_q[t])
        d_C = d_C + np.einsum("bv,bk->bvk", d_Cq, q)
        d_q = np.einsum("bvk,bv->bk", trace.C[t], d_Cq) + d_nq * trace.n[t]
        return d_C, d_n + d_nq * q, d_m - np.where(floored, d_D_times_D, 0), d_q


def dot(a: FloatArray, b: FloatArray) -> FloatArray:
    """aᵀ b for each sequence: (B, n) and (B, n) to (B, 1)."""
    product: FloatArray = np.einsum("bn,bn->b", a, b)[:, np.newaxis]
    return product
