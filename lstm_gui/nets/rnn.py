"""The simple recurrent cell (Elman 1990): its parameters, the equations of one step, and the way back.

    z = W x_t + U h_{t−1} + b                 h_t = φ(z), with φ = tanh or another activation

For a loss L, `d_a` is ∂L/∂a. Going backwards through time (Werbos 1990):

    d_z = d_h ∘ φ′(z)                         d_h₋ = d_z U

T time, B batch, I inputs, H units.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import RELU, TANH, Activation, FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.room import room_for
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.squash import Block, Squash
from lstm_gui.nets.trace import CellTrace, state_rows
from lstm_gui.nets.unwinding import Unwound, WayBack, over_steps


@dataclass(frozen=True, eq=False, kw_only=True)
class RnnTrace(CellTrace):
    """Every named quantity of a run at every step; index t holds step t + 1."""

    h_previous: FloatArray  # (T, B, H) what the step read as h_{t−1}

    @property
    def quantities(self) -> dict[str, FloatArray]:
        """z_h, h."""
        return {"z_h": self.z, "h": self.h}


@dataclass(frozen=True, eq=False)
class Rnn(Cell[RnnTrace]):
    """A simple recurrent layer, with one block of rows, "h".

    float32 or float64, all the same. Raises ValueError naming the array that does not fit.
    """

    W: FloatArray  # (H, I) reads the input
    U: FloatArray  # (H, H) reads the previous hidden state
    b: FloatArray  # (H,)
    b_u: FloatArray | None = None  # (H,) the second bias that PyTorch and ONNX have beside b
    activation: Activation = TANH
    clip: float | None = None  # bounds every |z| before it is squashed, as ONNX has it

    def __post_init__(self) -> None:
        self.check_shapes(U=("units", "units"))
        self.check(U=(self.units, self.units), W=(self.units, "inputs"), b=(self.units,), b_u=(self.units,))

    def step(self, trace: RnnTrace, t: int, state: State) -> State:
        """The equations at the top, in order, for the step at index t."""
        z, h = trace.z[t], trace.h[t]
        z += state[0] @ self.U.T
        self.squash(z, h)
        return (h,)

    def way_back(self, trace: RnnTrace) -> "RnnWayBack":
        """See `Cell.way_back`."""
        return RnnWayBack(self, trace)

    def own_gradients(self, trace: RnnTrace, unwound: Unwound) -> dict[str, FloatArray]:
        """The gradients of U and b_u."""
        return {"U": over_steps(unwound.d_z, trace.h_previous), "b_u": unwound.d_z.sum(axis=(0, 1))}

    @property
    def blocks(self) -> tuple[str, ...]:
        """One, of the name of what it becomes."""
        return ("h",)

    @property
    def units(self) -> int:
        """How many units the cell has (H)."""
        return len(self.U)

    @property
    def kernel_family(self) -> str | None:
        """ "rnn", unless the cell is one that no kernel knows."""
        return "rnn" if self.activation in (TANH, RELU) and self.clip is None else None

    def room(
        self, x: FloatArray, lengths: Lengths | None, initial: State, kernel: Kernel | None, apart: bool
    ) -> RnnTrace:
        """See `Cell.room`."""
        room = room_for(kernel, len(x) * initial[0].size)
        h_previous, h = state_rows(initial[0], len(x), apart, room)
        z = room(h.shape, h.dtype)
        return RnnTrace(x=x, lengths=lengths, initial=initial, kernel=kernel, z=z, h_previous=h_previous, h=h)

    @cached_property
    def block(self) -> Block:
        """Where z and h stand, all of their columns, and what is between them."""
        return Block(self.rows("h"), self.rows("h"), self.activation)

    @cached_property
    def squash(self) -> Squash:
        """φ."""
        return Squash([self.block], self.dtype, self.clip)


class RnnWayBack(WayBack):
    """The slopes φ′ of all steps at once, and one step back."""

    def __init__(self, cell: Rnn, trace: RnnTrace) -> None:
        self.U = cell.U
        self.slope = cell.squash.slope(cell.block, trace.z, trace.h)  # (T, B, H)

    def step(self, t: int, d_state: State, d_z: FloatArray) -> tuple[State, State]:
        """See `WayBack.step`."""
        np.multiply(d_state[0], self.slope[t], out=d_z)
        return d_state, (d_z @ self.U,)
