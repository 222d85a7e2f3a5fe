"""Two layers, one over time as it is and one over time reversed (Schuster & Paliwal 1997).

    y_t = (y→_t, y←_t)    y→ from x_1 … x_t,    y← from x_T … x_t

Time is reversed within each sequence's length, so that the backward layer's first step is the last of x.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.composite import Composite, joined, prefixed
from lstm_gui.nets.layer import Gradients, Layer, State, Trace
from lstm_gui.nets.shapes import Lengths, check_sequence, check_shape, checked_lengths
from lstm_gui.nets.wrapper import Wrapper


@dataclass(frozen=True, eq=False, kw_only=True)
class ReversedTrace(Trace):
    """A run over time reversed, each quantity put back in the order of x."""

    x: FloatArray  # (T, B, I)
    lengths: Lengths | None  # (B,)
    initial: State
    run: Trace  # over time reversed: its first step is the last of x

    @cached_property
    def output(self) -> FloatArray:
        """(T, B, outputs), in the order of x."""
        return reversed_in_time(self.run.output, self.lengths)

    @property
    def final(self) -> State:
        """The state after the last step that was run, which is the first of x."""
        return self.run.final

    @property
    def quantities(self) -> dict[str, FloatArray]:
        """Every quantity by its name, in the order of x: at index t what was computed at step t + 1 of x."""
        return {name: reversed_in_time(array, self.lengths) for name, array in self.run.quantities.items()}

    def part(self, start: int, stop: int) -> Self:
        """Raises ValueError: steps in the middle of x wait for all that follow."""
        del start, stop
        raise ValueError("a run over reversed time has no parts: each step waits for all that follow it in x")


@dataclass(frozen=True, eq=False)
class Reversed(Wrapper[ReversedTrace]):
    """The layer it holds, run over time reversed within each length; its output is in the order of x."""

    def __post_init__(self) -> None:
        if isinstance(self.layer, BatchFirst):
            raise ValueError("the reversed layer is batch first; wanted it time first, BatchFirst outermost")

    def forward(
        self,
        x: FloatArray,
        state: State | FloatArray | None = None,
        lengths: Lengths | Sequence[int] | None = None,
    ) -> ReversedTrace:
        """Run x (T, B, I) from its last step to its first; see `Layer.forward`."""
        check_sequence(x, self.inputs, self.dtype)
        known = checked_lengths(lengths, *x.shape[:2])
        run = self.layer.forward(reversed_in_time(x, known), self.state_from(state, x.shape[1]), known)
        return ReversedTrace(x=reversed_in_time(run.x, known), lengths=known, initial=run.initial, run=run)

    def backward(self, trace: ReversedTrace, d_output: FloatArray, d_final: State | None = None) -> Gradients:
        """Exact gradients; see `Layer.backward`."""
        check_shape("d_output", d_output, (*trace.x.shape[:2], self.outputs))
        found = self.layer.backward(trace.run, reversed_in_time(d_output, trace.lengths), d_final)
        return Gradients(found.arrays, reversed_in_time(found.x, trace.lengths), found.state)


@dataclass(frozen=True, eq=False, kw_only=True)
class BidirectionalTrace(Trace):
    """The runs in both directions, side by side."""

    x: FloatArray  # (T, B, I)
    lengths: Lengths | None  # (B,)
    initial: State
    forward: Trace
    backward: ReversedTrace

    @cached_property
    def output(self) -> FloatArray:
        """(T, B, outputs of the forward layer, then those of the backward one)."""
        return np.concatenate([self.forward.output, self.backward.output], axis=2)

    @property
    def final(self) -> State:
        """The states after the last step of each direction."""
        return (*self.forward.final, *self.backward.final)

    @property
    def quantities(self) -> dict[str, FloatArray]:
        """`forward.i`, `backward.i` …, all in the order of x."""
        return prefixed({"forward": self.forward.quantities, "backward": self.backward.quantities})

    def part(self, start: int, stop: int) -> Self:
        """Raises ValueError: steps in the middle of x wait for all that follow."""
        del start, stop
        raise ValueError("a bidirectional run has no parts: its backward half waits for all that follow in x")


@dataclass(frozen=True, eq=False)
class Bidirectional(Composite[BidirectionalTrace]):
    """Two layers that read the same x, the second over time reversed; their outputs stand side by side."""

    forward_layer: Layer[Any]
    backward_layer: Layer[Any]

    def __post_init__(self) -> None:
        self.check_members()
        reads, wanted = self.backward_layer.inputs, self.forward_layer.inputs
        if reads != wanted:
            raise ValueError(f"layer backward reads {reads} inputs; wanted {wanted}, as layer forward reads")

    @property
    def members(self) -> dict[str, Layer[Any]]:
        """The forward and the backward layer, the latter as it is over its own time."""
        return {"forward": self.forward_layer, "backward": self.backward_layer}

    def with_members(self, members: Mapping[str, Layer[Any]]) -> Self:
        """See `Composite.with_members`."""
        return type(self)(members["forward"], members["backward"])

    @property
    def inputs(self) -> int:
        """How many numbers both layers read at a step (I)."""
        return self.forward_layer.inputs

    @property
    def outputs(self) -> int:
        """How many numbers both layers give at a step in all."""
        return self.forward_layer.outputs + self.backward_layer.outputs

    def forward(
        self,
        x: FloatArray,
        state: State | FloatArray | None = None,
        lengths: Lengths | Sequence[int] | None = None,
    ) -> BidirectionalTrace:
        """Run x (T, B, I) in both directions; see `Layer.forward`."""
        check_sequence(x, self.inputs, self.dtype)
        own = self.by_member(self.state_from(state, x.shape[1]))
        ahead = self.forward_layer.forward(x, own["forward"], lengths)
        back = Reversed(self.backward_layer).forward(x, own["backward"], lengths)
        initial = joined([ahead.initial, back.initial])
        return BidirectionalTrace(
            x=ahead.x, lengths=ahead.lengths, initial=initial, forward=ahead, backward=back
        )

    def backward(
        self, trace: BidirectionalTrace, d_output: FloatArray, d_final: State | None = None
    ) -> Gradients:
        """Exact gradients; see `Layer.backward`."""
        check_shape("d_output", d_output, (*trace.x.shape[:2], self.outputs))
        own = self.by_member(self.state_from(d_final, trace.x.shape[1], "d_{}_final"))
        d_ahead, d_back = np.split(d_output, [self.forward_layer.outputs], axis=2)
        ahead = self.forward_layer.backward(trace.forward, d_ahead, own["forward"])
        back = Reversed(self.backward_layer).backward(trace.backward, d_back, own["backward"])
        return self.together({"forward": ahead, "backward": back}, ahead.x + back.x)


def reversed_in_time(array: FloatArray, lengths: Lengths | None) -> FloatArray:
    """The steps of each sequence of (T, B, ·) last to first; past its length (B,) all stays where it is."""
    if lengths is None:
        return array[::-1]
    t = np.arange(len(array))[:, np.newaxis]  # (T, 1)
    from_step = np.where(t < lengths, lengths - 1 - t, t)  # (T, B)
    return array[from_step, np.arange(array.shape[1])]
