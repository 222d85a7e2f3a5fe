"""The LSTM cell: its parameters, one step, a whole sequence, and the trace of everything in between.

Equations (Hochreiter & Schmidhuber 1997, with the forget gate of Gers, Schmidhuber & Cummins 2000):

    z = W x_t + U h_{t−1} + b                 four blocks of H rows, in the order i, f, g, o
    i, f, o = σ(z_i), σ(z_f), σ(z_o)          g = tanh(z_g)
    c_t = f ∘ c_{t−1} + i ∘ g                 h_t = o ∘ tanh(c_t)

T time, B batch, I inputs, H units. Sequences are time first.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray

GATES = ("i", "f", "g", "o")


@dataclass(frozen=True, eq=False)
class LstmParameters:
    """Weights and biases of one LSTM layer, the four blocks stacked as PyTorch stacks them (i, f, g, o).

    float32 or float64, all three the same. Raises ValueError naming the array that does not fit.
    """

    W: FloatArray  # (4H, I) reads the input
    U: FloatArray  # (4H, H) reads the previous hidden state
    b: FloatArray  # (4H,)

    def __post_init__(self) -> None:
        rows, units = self.U.shape if self.U.ndim == 2 else (0, 0)
        if rows != 4 * units or units == 0:
            raise ValueError(f"U has shape {self.U.shape}; wanted (4·units, units)")
        if self.W.ndim != 2 or self.W.shape[0] != rows:
            raise ValueError(f"W has shape {self.W.shape}; wanted ({rows}, inputs)")
        if self.b.shape != (rows,):
            raise ValueError(f"b has shape {self.b.shape}; wanted ({rows},)")
        for name, array in (("W", self.W), ("U", self.U), ("b", self.b)):
            if array.dtype != self.U.dtype or array.dtype not in (np.float32, np.float64):
                raise ValueError(f"{name} is {array.dtype}; wanted one of float32 and float64 for W, U and b")

    @property
    def inputs(self) -> int:
        """How many numbers the cell reads at a step (I)."""
        return int(self.W.shape[1])

    @property
    def units(self) -> int:
        """How many units the cell has (H)."""
        return int(self.U.shape[1])

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64: what the cell computes in, and wants its input in."""
        return self.U.dtype

    def rows(self, gate: str) -> slice:
        """The rows of W, U and b that belong to gate "i", "f", "g" or "o"."""
        start = GATES.index(gate) * self.units
        return slice(start, start + self.units)


@dataclass(frozen=True, eq=False)
class LstmTrace:
    """Every named quantity of a run at every step; index t holds step t + 1."""

    x: FloatArray  # (T, B, I)
    h_previous: FloatArray  # (T, B, H) what the step read as h_{t−1}
    c_previous: FloatArray  # (T, B, H) what the step read as c_{t−1}
    z: FloatArray  # (T, B, 4H) pre-activations, blocks i, f, g, o
    gates: FloatArray  # (T, B, 4H) activations, blocks i, f, g, o
    c: FloatArray  # (T, B, H)
    tanh_c: FloatArray  # (T, B, H)
    h: FloatArray  # (T, B, H)

    @classmethod
    def empty(cls, x: FloatArray, units: int) -> "LstmTrace":
        """A trace with room for every step of x (T, B, I), to be filled by `run`."""
        steps, batch, _ = x.shape

        def room(width: int) -> NDArray[Any]:
            return np.zeros((steps, batch, width), dtype=x.dtype)

        return cls(
            x=x,
            h_previous=room(units),
            c_previous=room(units),
            z=room(4 * units),
            gates=room(4 * units),
            c=room(units),
            tanh_c=room(units),
            h=room(units),
        )

    def gate(self, name: str) -> FloatArray:
        """The activations (T, B, H) of gate "i", "f", "g" or "o"."""
        return self._block(self.gates, name)

    def pre_activation(self, name: str) -> FloatArray:
        """The pre-activations (T, B, H) of gate "i", "f", "g" or "o"."""
        return self._block(self.z, name)

    def _block(self, stacked: FloatArray, name: str) -> FloatArray:
        units = self.c.shape[-1]
        start = GATES.index(name) * units
        return stacked[..., start : start + units]


def begin(parameters: LstmParameters, x: FloatArray) -> LstmTrace:
    """A trace of x (T, B, I) in which z holds W x + b so far: the part that waits for no state.

    Raises ValueError naming the array, what it is and what was wanted.
    """
    if x.ndim != 3 or x.shape[2] != parameters.inputs:
        raise ValueError(f"x has shape {x.shape}; wanted (time, batch, {parameters.inputs})")
    _same_type("x", x, parameters)
    trace = LstmTrace.empty(x, parameters.units)
    # A stacked product multiplies step by step, so that T single steps and one run of T agree to the bit.
    np.matmul(x, parameters.W.T, out=trace.z)
    np.add(trace.z, parameters.b, out=trace.z)
    return trace


def run(
    parameters: LstmParameters, trace: LstmTrace, start: int, stop: int, h: FloatArray, c: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Run steps start … stop − 1 of a trace from `begin`, each once and in order, from states h and c (B, H).

    Writes every quantity into the trace and returns the last states. What a step reads can be replaced by
    running up to it and going on from other states.
    """
    recurrent = parameters.U.T
    inner, offset = _squashing(parameters.units, parameters.dtype)
    blocks = [parameters.rows(gate) for gate in GATES]
    for t in range(start, stop):
        trace.h_previous[t], trace.c_previous[t] = h, c
        z, gates = trace.z[t], trace.gates[t]
        z += h @ recurrent
        np.multiply(z, inner, out=gates)
        np.tanh(gates, out=gates)
        gates *= inner
        gates += offset
        i, f, g, o = [gates[:, rows] for rows in blocks]
        c = np.add(f * c, i * g, out=trace.c[t])
        h = np.multiply(o, np.tanh(c, out=trace.tanh_c[t]), out=trace.h[t])
    return h, c


def forward(
    parameters: LstmParameters,
    x: FloatArray,
    h_0: FloatArray | None = None,
    c_0: FloatArray | None = None,
) -> LstmTrace:
    """Run a whole sequence x (T, B, I) from h_0 and c_0 (B, H), zero when not given.

    Raises ValueError naming the array, what it is and what was wanted.
    """
    trace = begin(parameters, x)
    h = _state("h_0", h_0, x.shape[1], parameters)
    c = _state("c_0", c_0, x.shape[1], parameters)
    run(parameters, trace, 0, len(x), h, c)
    return trace


@lru_cache(maxsize=64)
def _squashing(units: int, dtype: np.dtype[Any]) -> tuple[FloatArray, FloatArray]:
    """The (4H,) numbers k and s with which k·tanh(k z) + s is σ(z) for i, f, o and tanh(z) for g.

    σ(z) = ½ tanh(z/2) + ½, so one tanh over the four blocks serves them all, and none can overflow.
    """
    is_candidate = np.repeat([gate == "g" for gate in GATES], units)
    inner = np.where(is_candidate, 1.0, 0.5).astype(dtype)
    offset = np.where(is_candidate, 0.0, 0.5).astype(dtype)
    inner.flags.writeable = offset.flags.writeable = False
    return inner, offset


def _state(name: str, state: FloatArray | None, batch: int, parameters: LstmParameters) -> FloatArray:
    wanted = (batch, parameters.units)
    if state is None:
        return np.zeros(wanted, dtype=parameters.dtype)
    if state.shape != wanted:
        raise ValueError(f"{name} has shape {state.shape}; wanted {wanted}")
    _same_type(name, state, parameters)
    return state


def _same_type(name: str, array: FloatArray, parameters: LstmParameters) -> None:
    if array.dtype != parameters.dtype:
        raise ValueError(f"{name} is {array.dtype}; wanted {parameters.dtype}, as the weights are")
