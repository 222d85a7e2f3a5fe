"""The trace of one cell: preallocated arrays, time first, which the steps fill in their turn."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Self, TypeVar

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State, Trace
from lstm_gui.nets.room import Room
from lstm_gui.nets.shapes import Lengths, without_padding


@dataclass(frozen=True, eq=False, kw_only=True)
class CellTrace(Trace):
    """What the traces of all cells have. Each cell adds its own quantities, every one (T, B, ·).

    For each state `s` of `states` there are `s` (what a step wrote) and `s_previous` (what it read).
    """

    x: FloatArray  # (T, B, I)
    lengths: Lengths | None  # (B,)
    initial: State
    kernel: Kernel | None  # what runs it; None for the readable steps
    z: FloatArray  # (T, B, rows of W) pre-activations, block by block
    h: FloatArray  # (T, B, outputs)

    @property
    def states(self) -> tuple[str, ...]:
        """The names of what is carried from step to step."""
        return ("h",)

    @property
    def steps(self) -> int:
        """How many steps there are (T)."""
        return len(self.x)

    @property
    def batch(self) -> int:
        """How many sequences run side by side (B)."""
        return int(self.x.shape[1])

    @cached_property
    def output(self) -> FloatArray:
        """The hidden states (T, B, outputs), zero past a sequence's length."""
        return without_padding(self.h, self.lengths)

    @property
    def final(self) -> State:
        """The state after the last step of each sequence."""
        if not self.steps:
            return self.initial
        return tuple(getattr(self, name)[-1] for name in self.states)

    def __getstate__(self) -> dict[str, Any]:
        """A copy has no kernel: what is one array for a kernel may be several there."""
        return {**self.__dict__, "kernel": None}

    def part(self, start: int, stop: int) -> Self:
        """The steps at index start … stop − 1 as a trace of their own, without copying."""
        lengths = None if self.lengths is None else np.clip(self.lengths - start, 0, stop - start)
        before = (getattr(self, f"{name}_previous") for name in self.states)
        initial = tuple(array[start] for array in before) if start < self.steps else self.final
        return self._mapped(lambda array: array[start:stop], lengths, initial)

    def repeated(self, sequence: int, times: int) -> Self:
        """One sequence of the batch (B) so many times side by side, without copying."""

        def copies(array: FloatArray, axis: int = 1) -> FloatArray:
            one = array[(slice(None),) * axis + (slice(sequence, sequence + 1),)]
            shape = (*one.shape[:axis], times, *one.shape[axis + 1 :])
            return np.broadcast_to(one, shape)

        lengths = None if self.lengths is None else np.repeat(self.lengths[sequence], times)
        return self._mapped(copies, lengths, tuple(copies(array, 0) for array in self.initial))

    def _mapped(
        self, change: Callable[[FloatArray], FloatArray], lengths: Lengths | None, initial: State
    ) -> Self:
        """Every array that has a row for each step, changed; a view is never run, so it has no kernel."""
        own = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "lengths"}
        arrays: dict[str, Any] = {
            name: change(value) for name, value in own.items() if isinstance(value, np.ndarray)
        }
        return replace(self, lengths=lengths, initial=initial, kernel=None, **arrays)


CellTraceT = TypeVar("CellTraceT", bound=CellTrace)


def made(kind: type[CellTraceT], every_field: dict[str, Any]) -> CellTraceT:
    """What the constructor makes, but all fields at once; one by one they take longer than a short run."""
    trace = kind.__new__(kind)
    object.__setattr__(trace, "__dict__", every_field)
    return trace


def block_of(stacked: FloatArray, index: int, units: int) -> FloatArray:
    """One of the blocks of `units` columns that stand side by side (…, blocks · units)."""
    return stacked[..., index * units : (index + 1) * units]


def state_rows(
    first: FloatArray, steps: int, apart: bool, room: Room = np.zeros
) -> tuple[FloatArray, FloatArray]:
    """Room for what each step reads and what it writes of a state: both (T, B, ·), from `first` (B, ·).

    They are two views of one array, one step apart, unless what is read is to be kept `apart` from what the
    step before wrote.
    """
    rows = room((steps + 1, *first.shape), first.dtype)
    rows[0] = first
    return (rows[:-1].copy() if apart else rows[:-1]), rows[1:]
