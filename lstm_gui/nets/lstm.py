"""The LSTM cell: its parameters and the equations of one step.

Equations (Hochreiter & Schmidhuber 1997, with the forget gate of Gers, Schmidhuber & Cummins 2000):

    z = W x_t + U h_{t−1} + b                 blocks of H rows, in the order i, f, g, o
    i, f, o = σ(z_i), σ(z_f), σ(z_o)          g = tanh(z_g)
    c_t = f ∘ c_{t−1} + i ∘ g                 h_t = o ∘ tanh(c_t)

What three more arrays change (`lstm_variant.py` has what else differs between variants):

    p   peepholes (Gers & Schmidhuber 2000): z_i, z_f also get p ∘ c_{t−1}, and z_o gets p ∘ c_t
    G   full gate recurrence (Greff et al. 2015): z_i, z_f, z_o also get G a_{t−1}, where a = (i, f, o)
    R   projection (Sak, Senior & Beaufays 2014): m = o ∘ tanh(c_t), h_t = R m

T time, B batch, I inputs, H units, k blocks, m of them gates, P outputs (H where there is no R).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import IDENTITY, SIGMOID, TANH, FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.lstm_gradient import LstmWayBack, own_gradients
from lstm_gui.nets.lstm_trace import LstmTrace
from lstm_gui.nets.lstm_variant import GATES, VANILLA, LstmVariant
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.squash import Block, Squash
from lstm_gui.nets.unwinding import Unwound


@dataclass(frozen=True, eq=False)
class Lstm(Cell[LstmTrace]):
    """An LSTM layer, its blocks stacked as PyTorch stacks them: i, f, g, o, those that the variant has.

    float32 or float64, all the same. Raises ValueError naming the array that does not fit.
    """

    W: FloatArray  # (kH, I) reads the input
    U: FloatArray  # (kH, P) reads the previous hidden state
    b: FloatArray  # (kH,)
    b_u: FloatArray | None = None  # (kH,) the second bias that PyTorch and ONNX have beside b
    p: FloatArray | None = None  # (mH,) peepholes of the gates, in the order i, f, o
    G: FloatArray | None = None  # (mH, mH) what the gates read of the gates, both in the order i, f, o
    R: FloatArray | None = None  # (P, H) projection
    variant: LstmVariant = VANILLA

    def __post_init__(self) -> None:
        self.check_shapes(U=(f"{len(self.blocks)}·units", "outputs"), R=("outputs", "units"))
        rows, gates = len(self.blocks) * self.units, len(self.variant.gates) * self.units
        self.check_shapes(U=(rows, self.outputs), W=(rows, "inputs"), b=(rows,), b_u=(rows,))
        self.check(p=(gates,), G=(gates, gates), R=(self.outputs, self.units))

    def step(self, trace: LstmTrace, t: int, state: State) -> State:
        """The equations at the top, in order, for the step at index t."""
        h, c = state[:2]
        z, gates = trace.z[t], trace.gates[t]
        z += h @ self.U.T
        if self.G is not None:
            self.add_to_gates(z, state[2] @ self.G.T)
        for gate in self.peeping_at_old_c:
            z[:, self.rows(gate)] += self.peephole(gate) * c
        self.squash(z, gates)
        i, f, g, o = [gates[:, columns] for columns in self.columns]
        if self.variant.coupled:
            np.subtract(1, i, out=f)
        c = np.add(f * c, i * g, out=trace.c[t])
        if self.peeping_at_new_c:
            z[:, self.rows("o")] += self.peephole("o") * c
            self.squash_late(z, gates)
        m = np.multiply(o, self.squash_cell(c, out=trace.tanh_c[t]), out=trace.m[t])
        h = m if self.R is None else np.matmul(m, self.R.T, out=trace.h[t])
        return (h, c) if trace.a is None else (h, c, self.gates_in(gates, out=trace.a[t]))

    def way_back(self, trace: LstmTrace) -> LstmWayBack:
        """See `Cell.way_back`."""
        return LstmWayBack(self, trace)

    def own_gradients(self, trace: LstmTrace, unwound: Unwound) -> dict[str, FloatArray]:
        """See `Cell.own_gradients`."""
        return own_gradients(self, trace, unwound)

    # Sizes

    @property
    def blocks(self) -> tuple[str, ...]:
        """Those of i, f, g, o that have weights."""
        return self.variant.blocks

    @property
    def units(self) -> int:
        """How many units the cell has (H)."""
        return int((self.U if self.R is None else self.R).shape[1])

    @property
    def outputs(self) -> int:
        """How many numbers h has (P)."""
        return self.units if self.R is None else len(self.R)

    @property
    def state_names(self) -> tuple[str, ...]:
        """h and c; with full gate recurrence also the activations a of the gates."""
        return ("h", "c") if self.G is None else ("h", "c", "a")

    def state_shapes(self, batch: int) -> tuple[tuple[int, ...], ...]:
        """h (B, P), c (B, H) and, with full gate recurrence, a (B, mH)."""
        own = (batch, self.units)
        shapes = own if self.R is None else (batch, len(self.R)), own
        return shapes if self.G is None else (*shapes, (batch, len(self.G)))

    @property
    def kernel_family(self) -> str | None:
        """ "lstm", unless the variant is one that no kernel knows."""
        variant = self.variant
        plain = variant.gate_activation == SIGMOID and variant.clip is None
        smooth = {variant.candidate_activation, variant.cell_activation} <= {TANH, IDENTITY}
        return "lstm" if plain and smooth and self.G is None and self.R is None else None

    def room(
        self, x: FloatArray, lengths: Lengths | None, initial: State, kernel: Kernel | None, apart: bool
    ) -> LstmTrace:
        """See `Cell.room`."""
        return LstmTrace.empty(x, lengths, initial, kernel, apart, self.variant, self.R is not None)

    # The parts of a step

    def peephole(self, gate: str) -> FloatArray:
        """The peepholes (H,) of gate "i", "f" or "o"."""
        assert self.p is not None
        start = self.variant.gates.index(gate) * self.units
        return self.p[start : start + self.units]

    @cached_property
    def peeping_at_old_c(self) -> tuple[str, ...]:
        """The gates that see c_{t−1}."""
        return () if self.p is None else tuple(gate for gate in self.variant.gates if gate != "o")

    @cached_property
    def peeping_at_new_c(self) -> bool:
        """Whether the output gate sees c_t, and so can only be squashed after it."""
        return self.p is not None and self.variant.output_gate

    @cached_property
    def columns(self) -> tuple[slice, ...]:
        """Where i, f, g, o stand in the trace's `gates` (B, 4H)."""
        return tuple(slice(k * self.units, (k + 1) * self.units) for k in range(len(GATES)))

    def block(self, gate: str) -> Block:
        """Where a block's pre-activation and activation stand, and what squashes it."""
        variant = self.variant
        activation = variant.candidate_activation if gate == "g" else variant.gate_activation
        return Block(self.rows(gate), self.columns[GATES.index(gate)], activation)

    @cached_property
    def squash(self) -> Squash:
        """Squashes the blocks that c_t waits for, and the output gate where it does not see c_t."""
        early = [gate for gate in self.blocks if gate != "o" or not self.peeping_at_new_c]
        return Squash([self.block(gate) for gate in early], self.dtype, self.variant.clip)

    @cached_property
    def squash_late(self) -> Squash:
        """Squashes the output gate that sees c_t."""
        return Squash([self.block("o")], self.dtype, self.variant.clip)

    def squash_cell(self, c: FloatArray, out: FloatArray) -> FloatArray:
        """tanh(c_t), or what the variant has in its place."""
        if self.variant.cell_activation == TANH:
            return np.tanh(c, out=out)
        out[:] = self.variant.cell_activation.value(c)
        return out

    def add_to_gates(self, z: FloatArray, seen: FloatArray) -> None:
        """Add (B, mH) to the pre-activations of the gates i, f, o, leaving out g."""
        for k, gate in enumerate(self.variant.gates):
            z[:, self.rows(gate)] += seen[:, self.columns[k]]

    def gates_in(self, gates: FloatArray, out: FloatArray) -> FloatArray:
        """The activations of the gates i, f, o alone (B, mH)."""
        kept = [gates[:, self.columns[GATES.index(gate)]] for gate in self.variant.gates]
        return np.concatenate(kept, axis=1, out=out)
