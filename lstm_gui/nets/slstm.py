"""The sLSTM cell: its parameters and the equations of one step.

Equations (Beck et al. 2024, "xLSTM: Extended Long Short-Term Memory", arXiv 2405.04517, section 2.2; our g is
their z):

    z = W x_t + U h_{t−1} + b                       blocks of H rows, in the order i, f, g, o
    i = exp(z_i)        f = σ(z_f) or exp(z_f)      g = tanh(z_g)        o = σ(z_o)
    c_t = f ∘ c_{t−1} + i ∘ g                       the cell state
    n_t = f ∘ n_{t−1} + i                           the normaliser: the sum of the weights of g in c_t
    h_t = o ∘ h̃_t        h̃_t = c_t / n_t

An exponential may overflow, so c and n are stored divided by exp(m), and i′, f′ take the place of i, f
(`exponential_gates.py`); h̃ does not notice:

    m_t = max(log f + m_{t−1}, z_i)        i′ = exp(z_i − m_t)        f′ = exp(log f + m_{t−1} − m_t)

With c_0 and n_0 zero nothing is stored at the start, and m_0 does not matter. Else n_0 is wanted positive.

T time, B batch, I inputs, H units.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import SIGMOID, TANH, FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.exponential_gates import log_forget, stabilise
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.slstm_gradient import SlstmWayBack
from lstm_gui.nets.slstm_trace import SlstmTrace
from lstm_gui.nets.squash import Block, Squash
from lstm_gui.nets.unwinding import Unwound, over_steps


@dataclass(frozen=True, eq=False)
class Slstm(Cell[SlstmTrace]):
    """An sLSTM layer, its blocks stacked as those of the LSTM are: i, f, g, o.

    float32 or float64, all the same. Raises ValueError naming the array that does not fit.
    """

    W: FloatArray  # (4H, I) reads the input
    U: FloatArray  # (4H, H) reads the previous hidden state
    b: FloatArray  # (4H,)
    exponential_forget: bool = False  # f = exp(z_f) in the place of σ(z_f)

    def __post_init__(self) -> None:
        self.check_shapes(U=("4·units", "units"))
        rows = 4 * self.units
        self.check(U=(rows, self.units), W=(rows, "inputs"), b=(rows,))

    def step(self, trace: SlstmTrace, t: int, state: State) -> State:
        """The equations at the top, in order, for the step at index t."""
        h, c, n, m = state
        z, gates = trace.z[t], trace.gates[t]
        z += h @ self.U.T
        self.squash(z, gates)
        i, f, g, o = [gates[:, self.rows(gate)] for gate in self.blocks]
        log_f = trace.log_f[t]
        log_f[:] = log_forget(self.exponential_forget).value(z[:, self.rows("f")])
        m = stabilise(z[:, self.rows("i")], log_f + m, n == 0, trace.m[t], i, f)
        c = np.add(f * c, i * g, out=trace.c[t])
        n = np.add(f * n, i, out=trace.n[t])
        h_tilde = np.divide(c, n, out=trace.h_tilde[t])
        h = np.multiply(o, h_tilde, out=trace.h[t])
        return h, c, n, m

    def way_back(self, trace: SlstmTrace) -> SlstmWayBack:
        """See `Cell.way_back`."""
        return SlstmWayBack(self, trace)

    def own_gradients(self, trace: SlstmTrace, unwound: Unwound) -> dict[str, FloatArray]:
        """See `Cell.own_gradients`."""
        return {"U": over_steps(unwound.d_z, trace.h_previous)}

    @property
    def blocks(self) -> tuple[str, ...]:
        """i, f, g, o."""
        return GATES

    @property
    def units(self) -> int:
        """How many units the cell has (H)."""
        return int(self.U.shape[1])

    @property
    def state_names(self) -> tuple[str, ...]:
        """h, c, n and m, each (B, H)."""
        return ("h", "c", "n", "m")

    @cached_property
    def squash(self) -> Squash:
        """Squashes the candidate g and the output gate."""
        g, o = self.rows("g"), self.rows("o")
        return Squash([Block(g, g, TANH), Block(o, o, SIGMOID)], self.dtype)

    def room(
        self, x: FloatArray, lengths: Lengths | None, initial: State, kernel: Kernel | None, apart: bool
    ) -> SlstmTrace:
        """See `Cell.room`."""
        return SlstmTrace.empty(x, lengths, initial, kernel, apart)
