"""Backpropagation through time for the LSTM: the way back through one step.

For a loss L, `d_a` is ∂L/∂a. With h = o ∘ tanh c and c = f ∘ c₋ + i ∘ g, going backwards through time:

    d_c += d_h ∘ o ∘ (1 − tanh² c)         d_o = d_h ∘ tanh c
    d_i = d_c ∘ g,   d_f = d_c ∘ c₋,   d_g = d_c ∘ i
    d_z = d_gate ∘ (the slope of its squashing: a(1 − a) for σ, 1 − a² for tanh)
    d_h₋ = d_z U,    d_c₋ = d_c ∘ f         (Werbos 1990; for the LSTM, Greff et al. 2015, appendix A)

A projection comes first: d_m = d_h R takes the place of d_h. Peepholes carry d_z ∘ p to the c they saw.
With f = 1 − i, d_i = d_c ∘ (g − c₋). Full gate recurrence adds what reaches the gates' activations to d_i,
d_f and d_o.

T time, B batch, H units.
"""

from typing import TYPE_CHECKING

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import State
from lstm_gui.nets.lstm_trace import LstmTrace
from lstm_gui.nets.unwinding import Unwound, WayBack, over_steps

if TYPE_CHECKING:
    from lstm_gui.nets.lstm import Lstm


class LstmWayBack(WayBack):
    """The slopes of all steps at once, and one step back."""

    def __init__(self, cell: "Lstm", trace: LstmTrace) -> None:
        self.cell, self.trace = cell, trace
        self.early = tuple(gate for gate in cell.blocks if gate != "o")
        i, f, g, o = (trace.gate(gate) for gate in "ifgo")
        slope = {gate: cell.squash.slope(cell.block(gate), trace.z, trace.gates) for gate in cell.blocks}
        multiplier = {"i": g - trace.c_previous if cell.variant.coupled else g, "f": trace.c_previous, "g": i}
        # (T, B, blocks, H): d_c times this is d_z of the blocks that c depends on
        self.c_to_z = np.stack([multiplier[gate] * slope[gate] for gate in self.early], axis=2)
        self.h_to_c = o * cell.variant.cell_activation.slope(trace.c, trace.tanh_c)  # (T, B, H)
        self.h_to_z_o = trace.tanh_c * slope["o"] if "o" in slope else None  # (T, B, H)
        self.f = f
        self.slope = slope

    def step(self, t: int, d_state: State, d_z: FloatArray) -> tuple[State, State]:
        """See `WayBack.step`."""
        cell = self.cell
        d_h, d_c = d_state[:2]
        d_m = d_h if cell.R is None else d_h @ cell.R
        d_c = d_c + d_m * self.h_to_c[t]
        if self.h_to_z_o is not None:
            np.multiply(d_m, self.h_to_z_o[t], out=d_z[:, cell.rows("o")])
        self._add_from_gates(("o",), t, d_state, d_z)
        if cell.peeping_at_new_c:
            d_c += d_z[:, cell.rows("o")] * cell.peephole("o")
        early = d_z[:, : len(self.early) * cell.units].reshape(len(d_z), len(self.early), cell.units)
        np.multiply(d_c[:, np.newaxis], self.c_to_z[t], out=early)
        self._add_from_gates(self.early, t, d_state, d_z)
        d_c_before = d_c * self.f[t]
        for gate in cell.peeping_at_old_c:
            d_c_before += d_z[:, cell.rows(gate)] * cell.peephole(gate)
        reached, before = (d_h, d_c), (d_z @ cell.U, d_c_before)
        if cell.G is None:
            return reached, before
        return (*reached, d_state[2]), (*before, of_gates(cell, d_z) @ cell.G)

    def _add_from_gates(self, among: tuple[str, ...], t: int, d_state: State, d_z: FloatArray) -> None:
        """Full gate recurrence: what reaches the activations of gates goes on to their pre-activations."""
        if self.cell.G is None:
            return
        for k, gate in enumerate(self.cell.variant.gates):
            if gate in among:
                d_z[:, self.cell.rows(gate)] += d_state[2][:, self.cell.columns[k]] * self.slope[gate][t]


def own_gradients(cell: "Lstm", trace: LstmTrace, unwound: Unwound) -> dict[str, FloatArray]:
    """The gradients of U, b_u, p, G and R."""
    d_z = unwound.d_z
    found = {"U": over_steps(d_z, trace.h_previous), "b_u": d_z.sum(axis=(0, 1))}
    if cell.p is not None:
        seen = {"i": trace.c_previous, "f": trace.c_previous, "o": trace.c}
        each = [(d_z[..., cell.rows(gate)] * seen[gate]).sum(axis=(0, 1)) for gate in cell.variant.gates]
        found["p"] = np.concatenate(each)
    if trace.a_previous is not None:
        found["G"] = over_steps(of_gates(cell, d_z), trace.a_previous)
    if cell.R is not None:
        found["R"] = over_steps(unwound.d_states[0], trace.m)
    return found


def of_gates(cell: "Lstm", d_z: FloatArray) -> FloatArray:
    """The columns of the gates i, f, o alone (…, mH), of columns of all blocks."""
    return np.concatenate([d_z[..., cell.rows(gate)] for gate in cell.variant.gates], axis=-1)
