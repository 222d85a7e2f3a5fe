"""The trace of a GRU: every named quantity of every step."""

from dataclasses import dataclass

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.room import room_for
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.trace import CellTrace, block_of, state_rows

GATES = ("r", "z", "n")


@dataclass(frozen=True, eq=False, kw_only=True)
class GruTrace(CellTrace):
    """Every named quantity of a run at every step; index t holds step t + 1.

    `z` are the pre-activations of all three blocks, as in every trace; the gate z is `gate("z")`.
    """

    z_keeps: bool  # whether z says how much of h_{t−1} is kept, or how much of n is written
    h_previous: FloatArray  # (T, B, H) what the step read as h_{t−1}
    gates: FloatArray  # (T, B, 3H) activations, blocks r, z, n
    let_through: (
        FloatArray  # (T, B, H) reset after: U_n h_{t−1} + b_u, before r is applied; before: r ∘ h_{t−1}
    )

    @classmethod
    def empty(
        cls,
        x: FloatArray,
        lengths: Lengths | None,
        initial: State,
        kernel: Kernel | None,
        apart: bool,
        z_keeps: bool,
    ) -> "GruTrace":
        """A trace with room for every step of x (T, B, I); see `state_rows` for `apart`."""
        steps, batch, units = len(x), *initial[0].shape
        room = room_for(kernel, steps * batch * units)
        h_previous, h = state_rows(initial[0], steps, apart, room)
        return cls(
            x=x,
            lengths=lengths,
            initial=initial,
            kernel=kernel,
            z_keeps=z_keeps,
            z=room((steps, batch, 3 * units), x.dtype),
            gates=room((steps, batch, 3 * units), x.dtype),
            let_through=room((steps, batch, units), x.dtype),
            h_previous=h_previous,
            h=h,
        )

    @property
    def quantities(self) -> dict[str, FloatArray]:
        """z_r, z_z, r, z, let_through, z_n, n, h."""
        found = {f"z_{gate}": self.pre_activation(gate) for gate in "rz"}
        found |= {gate: self.gate(gate) for gate in "rz"}
        found |= {"let_through": self.let_through}
        return found | {"z_n": self.pre_activation("n"), "n": self.gate("n"), "h": self.h}

    @property
    def carry(self) -> FloatArray:
        """The factor (T, B, H) by which each step keeps its old hidden state: z or 1 − z."""
        return self.gate("z") if self.z_keeps else 1 - self.gate("z")

    def gate(self, name: str) -> FloatArray:
        """The activations (T, B, H) of "r", "z" or "n"."""
        return block_of(self.gates, GATES.index(name), self.h.shape[-1])

    def pre_activation(self, name: str) -> FloatArray:
        """The pre-activations (T, B, H) of "r", "z" or "n"."""
        return block_of(self.z, GATES.index(name), self.h.shape[-1])
