"""The trace of an LSTM: every named quantity of every step."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.lstm_variant import GATES, LstmVariant
from lstm_gui.nets.room import room_for
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.trace import CellTrace, block_of, made, state_rows


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
    rows: FloatArray | None  # (3T + 2, B, H) h_0 … h_T, c_0 … c_T, tanh c_1 … tanh c_T, if a kernel runs it

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
        room = room_for(kernel, steps * batch * units)
        if kernel is None:
            h_previous, h = state_rows(initial[0], steps, apart)
            c_previous, c = state_rows(initial[1], steps, apart)
            tanh_c, rows = room((steps, batch, units), x.dtype), None
        else:
            rows = room((3 * steps + 2, batch, units), x.dtype)
            h_previous, h, c_previous, c, tanh_c = parts_of(rows, initial, steps)
        a_previous, a = state_rows(initial[2], steps, apart) if len(initial) > 2 else (None, None)
        gates = room((steps, batch, 4 * units), x.dtype)
        if len(variant.blocks) < len(GATES):
            for k, gate in enumerate(GATES):
                if gate not in variant.blocks:
                    gates[..., k * units : (k + 1) * units] = 1
        return made(
            cls,
            {
                "x": x,
                "lengths": lengths,
                "initial": initial,
                "kernel": kernel,
                "blocks": variant.blocks,
                "z": room((steps, batch, len(variant.blocks) * units), x.dtype),
                "gates": gates,
                "h_previous": h_previous,
                "h": h,
                "c_previous": c_previous,
                "c": c,
                "tanh_c": tanh_c,
                "m": room((steps, batch, units), x.dtype) if projected else h,
                "projected": projected,
                "a_previous": a_previous,
                "a": a,
                "rows": rows,
            },
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
        return block_of(self.gates, GATES.index(name), self.c.shape[-1])

    def pre_activation(self, name: str) -> FloatArray:
        """The pre-activations (T, B, H) of gate "i", "f", "g" or "o"."""
        return block_of(self.z, self.blocks.index(name), self.c.shape[-1])

    def _mapped(
        self, change: Callable[[FloatArray], FloatArray], lengths: Lengths | None, initial: State
    ) -> Self:
        return replace(super()._mapped(change, lengths, initial), rows=None)


def parts_of(rows: FloatArray, initial: State, steps: int) -> tuple[FloatArray, ...]:
    """Of a trace's rows: h as steps read it and as they write it, c likewise, and tanh_c, each (T, B, H)."""
    c = steps + 1  # where c_0 stands
    rows[0], rows[c] = initial
    return rows[:steps], rows[1:c], rows[c : c + steps], rows[c + 1 : c + c], rows[c + c :]
