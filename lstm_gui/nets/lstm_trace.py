"""The trace of an LSTM: every named quantity of every step."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.lstm_variant import GATES, LstmVariant
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.trace import CellTrace, made, state_rows


@dataclass(frozen=True, eq=False, kw_only=True)
class LstmTrace(CellTrace):
    """Every named quantity of a run at every step; index t holds step t + 1."""

    blocks: tuple[str, ...]  # of z
    h_previous: FloatArray  # (T, B, P) what the step read as h_{t−1}
    c_previous: FloatArray  # (T, B, H) what the step read as c_{t−1}
    gates: FloatArray  # (T, B, 4H) activations, blocks i, f, g, o; a gate that the variant lacks is 1
    c: FloatArray  # (T, B, H)
    tanh_c: FloatArray  # (T, B, H)
    m: FloatArray  # (T, B, H) what is projected to h; h itself where nothing is
    projected: bool
    a_previous: FloatArray | None  # (T, B, mH) what the step read as the gates' activations
    a: FloatArray | None  # (T, B, mH) the gates' activations i, f, o, where the next step reads them

    @classmethod
    def empty(
        cls,
        x: FloatArray,
        lengths: Lengths | None,
        initial: State,
        kernel: Kernel | None,
        apart: bool,
        variant: LstmVariant,
        projected: bool,
    ) -> "LstmTrace":
        """A trace with room for every step of x (T, B, I); see `state_rows` for `apart`."""
        steps, batch, _ = x.shape
        units = initial[1].shape[1]
        if kernel is None:
            room = np.zeros
            h_previous, h = state_rows(initial[0], steps, apart)
            c_previous, c = state_rows(initial[1], steps, apart)
            tanh_c = np.zeros((steps, batch, units), x.dtype)
        else:
            room = np.empty  # a kernel writes every number
            h_previous, h, c_previous, c, tanh_c = rows_of_states(initial, steps)
        a_previous, a = state_rows(initial[2], steps, apart) if len(initial) > 2 else (None, None)
        gates = room((steps, batch, 4 * units), x.dtype)
        if len(variant.blocks) < len(GATES):
            for k, gate in enumerate(GATES):
                if gate not in variant.blocks:
                    gates[..., k * units : (k + 1) * units] = 1
        return made(
            cls,
            x=x,
            lengths=lengths,
            initial=initial,
            kernel=kernel,
            blocks=variant.blocks,
            z=room((steps, batch, len(variant.blocks) * units), x.dtype),
            gates=gates,
            h_previous=h_previous,
            h=h,
            c_previous=c_previous,
            c=c,
            tanh_c=tanh_c,
            m=np.zeros((steps, batch, units), dtype=x.dtype) if projected else h,
            projected=projected,
            a_previous=a_previous,
            a=a,
        )

    @property
    def states(self) -> tuple[str, ...]:
        """The names of what is carried from step to step."""
        return ("h", "c") if self.a is None else ("h", "c", "a")

    @property
    def quantities(self) -> dict[str, FloatArray]:
        """z_i … z_o, i, f, g, o, c, tanh_c, h (and m before it, where h is a projection of it)."""
        found = {f"z_{gate}": self.pre_activation(gate) for gate in self.blocks}
        found |= {gate: self.gate(gate) for gate in GATES}
        found |= {"c": self.c, "tanh_c": self.tanh_c}
        return found | ({"m": self.m, "h": self.h} if self.projected else {"h": self.h})

    @property
    def carry(self) -> FloatArray:
        """The factor (T, B, H) by which each step keeps its old cell state: f."""
        return self.gate("f")

    def gate(self, name: str) -> FloatArray:
        """The activations (T, B, H) of gate "i", "f", "g" or "o"."""
        return self._block(self.gates, GATES.index(name))

    def pre_activation(self, name: str) -> FloatArray:
        """The pre-activations (T, B, H) of gate "i", "f", "g" or "o"."""
        return self._block(self.z, self.blocks.index(name))

    def _block(self, stacked: FloatArray, index: int) -> FloatArray:
        units = self.c.shape[-1]
        return stacked[..., index * units : (index + 1) * units]


def rows_of_states(initial: State, steps: int) -> tuple[FloatArray, ...]:
    """What steps read and write of h, what they read and write of c, and tanh_c: each (T, B, H).

    All are parts of one array, h_0 … h_T, c_0 … c_T, tanh c_1 … tanh c_T, which is what a kernel is given.
    """
    h_0, c_0 = initial
    rows: NDArray[Any] = np.empty((3 * steps + 2, *h_0.shape), h_0.dtype)
    c = steps + 1  # where c_0 stands
    rows[0], rows[c] = h_0, c_0
    return rows[:steps], rows[1:c], rows[c : c + steps], rows[c + 1 : c + c], rows[c + c :]
