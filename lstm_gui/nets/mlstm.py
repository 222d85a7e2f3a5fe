"""The mLSTM cell with one head: its parameters and the equations of one step.

Equations (Beck et al. 2024, "xLSTM: Extended Long Short-Term Memory", arXiv 2405.04517, section 2.3):

    q = W_q x_t + b_q        k = W_k x_t / √H + b_k        v = W_v x_t + b_v        query, key and value
    i = exp(w_i x_t + b_i)   f = σ or exp of w_f x_t + b_f                          one number each
    o = σ(W_o x_t + b_o)
    C_t = f C_{t−1} + i v kᵀ                               the memory: values by keys
    n_t = f n_{t−1} + i k                                  the normaliser
    h_t = o ∘ h̃_t        h̃_t = C_t q / max(abs(n_tᵀ q), 1)

No step reads h_{t−1}. An exponential may overflow, so C and n are stored divided by exp(m), and i′, f′ take
the place of i, f (`exponential_gates.py`); the 1 is divided with them, so that h̃ does not notice:

    m_t = max(log f + m_{t−1}, z_i)        i′ = exp(z_i − m_t)        f′ = exp(log f + m_{t−1} − m_t)
    h̃_t = C_t q / max(abs(n_tᵀ q), exp(−m_t))

With C_0 and n_0 zero nothing is stored at the start, and m_0 does not matter.

T time, B batch, I inputs, H units.
"""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import SIGMOID, FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.exponential_gates import log_forget, log_of_largest, stabilise
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.mlstm_gradient import MlstmWayBack
from lstm_gui.nets.mlstm_trace import BLOCKS, MlstmTrace, rows_of
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.squash import Block, Squash
from lstm_gui.nets.unwinding import Unwound


@dataclass(frozen=True, eq=False)
class Mlstm(Cell[MlstmTrace]):
    """An mLSTM layer with one head, its blocks in the order q, k, v, i, f, o: H rows, for i and f one each.

    float32 or float64, all the same. Raises ValueError naming the array that does not fit.
    """

    W: FloatArray  # (4H + 2, I) reads the input
    b: FloatArray  # (4H + 2,)
    exponential_forget: bool = False  # f = exp(z_f) in the place of σ(z_f)

    def __post_init__(self) -> None:
        self.check_shapes(W=("4·units + 2", "inputs"))
        rows = 4 * max(self.units, 1) + 2
        self.check(W=(rows, "inputs"), b=(rows,))

    def step(self, trace: MlstmTrace, t: int, state: State) -> State:
        """The equations at the top, in order, for the step at index t."""
        _, C, n, m = state
        q, z_k, v, z_i, z_f, _ = [trace.z[t][:, rows] for rows in self.columns]
        k = np.add(z_k / sqrt(self.units), self.b[self.rows("k")], out=trace.k[t])
        log_f, i, f = trace.log_f[t], trace.i_prime[t], trace.f_prime[t]
        log_f[:] = log_forget(self.exponential_forget).value(z_f)
        m = stabilise(z_i, log_f + m, nothing_stored(C, n), trace.m[t], i, f)
        written = (i * v)[..., np.newaxis] * k[:, np.newaxis]
        C = np.add(f[..., np.newaxis] * C, written, out=trace.C[t])
        n = np.add(f * n, i * k, out=trace.n[t])
        n_q = np.sum(n * q, axis=1, keepdims=True, out=trace.n_q[t])
        divisor = np.maximum(np.abs(n_q), exp_of_minus(m), out=trace.divisor[t])
        h_tilde = np.divide((C @ q[..., np.newaxis])[..., 0], divisor, out=trace.h_tilde[t])
        self.squash(trace.z[t], trace.o[t])
        h = np.multiply(trace.o[t], h_tilde, out=trace.h[t])
        return h, C, n, m

    def way_back(self, trace: MlstmTrace) -> MlstmWayBack:
        """See `Cell.way_back`."""
        return MlstmWayBack(self, trace)

    def own_gradients(self, trace: MlstmTrace, unwound: Unwound) -> dict[str, FloatArray]:
        """b, of which the part that belongs to k is added after the division by √H."""
        del trace
        d_b = unwound.d_z.sum(axis=(0, 1))
        d_b[self.rows("k")] *= sqrt(self.units)
        return {"b": d_b}

    @property
    def blocks(self) -> tuple[str, ...]:
        """q, k, v, i, f, o."""
        return BLOCKS

    @property
    def units(self) -> int:
        """How many units the cell has (H)."""
        return (len(self.W) - 2) // 4

    def rows(self, block: str) -> slice:
        """The rows of W and b that belong to one of the `blocks`."""
        return rows_of(block, self.units)

    @cached_property
    def columns(self) -> tuple[slice, ...]:
        """Where q, k, v, i, f, o stand in the trace's `z` (B, 4H + 2)."""
        return tuple(self.rows(block) for block in self.blocks)

    @property
    def state_names(self) -> tuple[str, ...]:
        """h, which no step reads, C, n and m."""
        return ("h", "C", "n", "m")

    def state_shapes(self, batch: int) -> tuple[tuple[int, ...], ...]:
        """h (B, H), C (B, H, H), n (B, H), m (B, 1)."""
        units = self.units
        return (batch, units), (batch, units, units), (batch, units), (batch, 1)

    @property
    def input_bias(self) -> FloatArray:
        """b without the part that belongs to k (4H + 2,)."""
        bias = self.b.copy()
        bias[self.rows("k")] = 0
        return bias

    @cached_property
    def squash(self) -> Squash:
        """Squashes the output gate."""
        return Squash([Block(self.rows("o"), slice(0, self.units), SIGMOID)], self.dtype)

    def room(
        self, x: FloatArray, lengths: Lengths | None, initial: State, kernel: Kernel | None, apart: bool
    ) -> MlstmTrace:
        """See `Cell.room`."""
        return MlstmTrace.empty(x, lengths, initial, kernel, apart)


def nothing_stored(C: FloatArray, n: FloatArray) -> NDArray[np.bool_]:
    """Whether the memory (B, H, H) and the normaliser (B, H) of each sequence are zero: (B, 1)."""
    stored: NDArray[np.bool_] = np.any(C, axis=(1, 2)) | np.any(n, axis=1)
    return ~stored[:, np.newaxis]


def exp_of_minus(m: FloatArray) -> FloatArray:
    """exp(−m), no larger than floats go, and no smaller than what can divide without overflow."""
    largest = log_of_largest(m.dtype)
    bounded: FloatArray = np.exp(np.clip(-m, -largest / 2, largest))
    return bounded
