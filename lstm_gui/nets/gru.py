"""The GRU cell (Cho et al. 2014): its parameters and the equations of one step.

    z_r, z_z = W x_t + U h_{t−1} + b          the gates' two blocks of H rows, in the order r, z
    r, z = σ(z_r), σ(z_z)
    z_n = W x_t + b + r ∘ (U h_{t−1} + b_u)   the third block of rows
    n = tanh(z_n)                             h_t = (1 − z) ∘ n + z ∘ h_{t−1}

Where r stands, and what z means, differ in the literature:

    reset after     as above (cuDNN, PyTorch, Keras)
    reset before    z_n = W x_t + b + U (r ∘ h_{t−1})      (Cho et al. 2014, ONNX's default)
    z keeps         as above: z says how much of the old is kept
    z writes        h_t = z ∘ n + (1 − z) ∘ h_{t−1}: z says how much of the new is written

T time, B batch, I inputs, H units.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import SIGMOID, TANH, Activation, FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.gru_gradient import GruWayBack, own_gradients
from lstm_gui.nets.gru_trace import GATES, GruTrace
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.squash import Block, Squash
from lstm_gui.nets.unwinding import Unwound


@dataclass(frozen=True, eq=False)
class Gru(Cell[GruTrace]):
    """A GRU layer, its blocks stacked as PyTorch stacks them: r, z, n.

    float32 or float64, all the same. Raises ValueError naming the array that does not fit.
    """

    W: FloatArray  # (3H, I) reads the input
    U: FloatArray  # (3H, H) reads the previous hidden state
    b: FloatArray  # (3H,)
    b_u: FloatArray | None = None  # (3H,) the second bias, which stands beside U h_{t−1}; zero when not given
    reset_after: bool = True
    z_keeps: bool = True
    gate_activation: Activation = SIGMOID  # of r and z
    candidate_activation: Activation = TANH  # of n
    clip: float | None = None  # bounds every |z| before it is squashed, as ONNX has it

    def __post_init__(self) -> None:
        self.check_shapes(U=("3·units", "units"))
        rows = 3 * self.units
        self.check(U=(rows, self.units), W=(rows, "inputs"), b=(rows,), b_u=(rows,))

    def step(self, trace: GruTrace, t: int, state: State) -> State:
        """The equations at the top, in order, for the step at index t."""
        h_before = state[0]
        pre, gates, let_through = trace.z[t], trace.gates[t], trace.let_through[t]
        r, z, n = [gates[:, columns] for columns in self.columns]
        z_rz, z_n = pre[:, self.columns_rz], pre[:, self.columns[2]]

        z_rz += h_before @ self.U_rz.T
        self.squash(pre, gates)
        if self.reset_after:
            np.matmul(h_before, self.U_n.T, out=let_through)
            if self.b_u is not None:
                let_through += self.b_u[self.rows("n")]
            z_n += r * let_through
        else:
            np.multiply(r, h_before, out=let_through)
            z_n += let_through @ self.U_n.T
        self.squash_candidate(pre, gates)
        keep, write = (z, 1 - z) if self.z_keeps else (1 - z, z)
        return (np.add(write * n, keep * h_before, out=trace.h[t]),)

    def way_back(self, trace: GruTrace) -> GruWayBack:
        """See `Cell.way_back`."""
        return GruWayBack(self, trace)

    def own_gradients(self, trace: GruTrace, unwound: Unwound) -> dict[str, FloatArray]:
        """See `Cell.own_gradients`."""
        return own_gradients(self, trace, unwound)

    # Sizes

    @property
    def blocks(self) -> tuple[str, ...]:
        """r, z, n."""
        return GATES

    @property
    def units(self) -> int:
        """How many units the cell has (H)."""
        return int(self.U.shape[1])

    @property
    def kernel_family(self) -> str | None:
        """ "gru", unless the cell is one that no kernel knows."""
        usual = self.gate_activation == SIGMOID and self.candidate_activation == TANH
        return "gru" if usual and self.clip is None else None

    def room(
        self, x: FloatArray, lengths: Lengths | None, initial: State, kernel: Kernel | None, apart: bool
    ) -> GruTrace:
        """See `Cell.room`."""
        return GruTrace.empty(x, lengths, initial, kernel, apart, self.z_keeps)

    # The parts of a step

    @property
    def input_bias(self) -> FloatArray:
        """b, with the second bias (3H,), but for n's where r is applied after it: that one waits for r."""
        if self.b_u is None:
            return self.b
        early = self.b_u.copy()
        if self.reset_after:
            early[self.rows("n")] = 0
        return self.b + early

    @cached_property
    def columns(self) -> tuple[slice, ...]:
        """Where r, z, n stand in the trace's `z` and `gates` (B, 3H)."""
        return tuple(self.rows(gate) for gate in GATES)

    @cached_property
    def columns_rz(self) -> slice:
        """Where the gates r and z stand together."""
        return slice(0, 2 * self.units)

    @cached_property
    def U_rz(self) -> FloatArray:
        """The rows (2H, H) of U that belong to the gates."""
        return self.U[self.columns_rz]

    @cached_property
    def U_n(self) -> FloatArray:
        """The rows (H, H) of U that belong to the candidate."""
        return self.U[self.rows("n")]

    def block(self, gate: str) -> Block:
        """Where a block's pre-activation and activation stand, and what squashes it."""
        activation = self.candidate_activation if gate == "n" else self.gate_activation
        return Block(self.rows(gate), self.rows(gate), activation)

    @cached_property
    def squash(self) -> Squash:
        """Squashes r and z, which n waits for."""
        return Squash([self.block("r"), self.block("z")], self.dtype, self.clip)

    @cached_property
    def squash_candidate(self) -> Squash:
        """Squashes n."""
        return Squash([self.block("n")], self.dtype, self.clip)
