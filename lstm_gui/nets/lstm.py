"""The LSTM cell: its parameters, one step, a whole sequence, and the trace of everything in between.

Equations (Hochreiter & Schmidhuber 1997, with the forget gate of Gers, Schmidhuber & Cummins 2000):

    z = W x_t + U h_{t−1} + b                 four blocks of H rows, in the order i, f, g, o
    i, f, o = σ(z_i), σ(z_f), σ(z_o)          g = tanh(z_g)
    c_t = f ∘ c_{t−1} + i ∘ g                 h_t = o ∘ tanh(c_t)

T time, B batch, I inputs, H units. Sequences are time first.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from lstm_gui.nets.activation import FloatArray, sigmoid

GATES = ("i", "f", "g", "o")


@dataclass(frozen=True, eq=False)
class LstmParameters:
    """Weights and biases of one LSTM layer, the four blocks stacked as PyTorch stacks them (i, f, g, o)."""

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

    @property
    def inputs(self) -> int:
        """How many numbers the cell reads at a step (I)."""
        return int(self.W.shape[1])

    @property
    def units(self) -> int:
        """How many units the cell has (H)."""
        return int(self.U.shape[1])

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
        """A trace with room for every step of x (T, B, I), to be filled by `step`."""
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


def step(
    parameters: LstmParameters, trace: LstmTrace, t: int, h_previous: FloatArray, c_previous: FloatArray
) -> None:
    """Run the cell at index t of `trace`, from the states given (B, H), writing every quantity into it."""
    units = parameters.units
    trace.h_previous[t], trace.c_previous[t] = h_previous, c_previous
    z = trace.z[t]
    z[:] = trace.x[t] @ parameters.W.T + h_previous @ parameters.U.T + parameters.b
    gates = trace.gates[t]
    gates[:] = sigmoid(z)
    gates[:, 2 * units : 3 * units] = np.tanh(z[:, 2 * units : 3 * units])
    i, f, g, o = (gates[:, k * units : (k + 1) * units] for k in range(4))
    trace.c[t] = f * c_previous + i * g
    trace.tanh_c[t] = np.tanh(trace.c[t])
    trace.h[t] = o * trace.tanh_c[t]


def forward(
    parameters: LstmParameters,
    x: FloatArray,
    h_0: FloatArray | None = None,
    c_0: FloatArray | None = None,
) -> LstmTrace:
    """Run a whole sequence x (T, B, I) from h_0 and c_0 (B, H), zero when not given.

    Raises ValueError naming the array, its shape and the shape wanted.
    """
    if x.ndim != 3 or x.shape[2] != parameters.inputs:
        raise ValueError(f"x has shape {x.shape}; wanted (time, batch, {parameters.inputs})")
    h = _state("h_0", h_0, x.shape[1], parameters.units, x.dtype)
    c = _state("c_0", c_0, x.shape[1], parameters.units, x.dtype)
    trace = LstmTrace.empty(x, parameters.units)
    for t in range(x.shape[0]):
        step(parameters, trace, t, h, c)
        h, c = trace.h[t], trace.c[t]
    return trace


def _state(name: str, state: FloatArray | None, batch: int, units: int, dtype: DTypeLike) -> FloatArray:
    if state is None:
        return np.zeros((batch, units), dtype=dtype)
    if state.shape != (batch, units):
        raise ValueError(f"{name} has shape {state.shape}; wanted ({batch}, {units})")
    return state
