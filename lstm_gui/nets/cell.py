"""A layer that is one cell repeated through time: what all cells share, whatever their equations are.

A cell gives its equations as `step` and the way back as a `WayBack`; here are the loops over time, the
lengths, and the gradients that follow from those of the pre-activations z = W x + b + …: ∂L/∂W = Σ_t d_z xᵀ.
"""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import cached_property
from typing import Any, Self, TypeVar

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.choice import Kernel, kernel_for, worth_compiling
from lstm_gui.nets.kernels.layout import ready
from lstm_gui.nets.layer import Gradients, Layer, State
from lstm_gui.nets.shapes import (
    Lengths,
    alive,
    check_dtype,
    check_parameters,
    check_sequence,
    check_shape,
    checked_lengths,
    without_padding,
)
from lstm_gui.nets.trace import CellTrace
from lstm_gui.nets.unwinding import Unwound, WayBack, hold, over_steps, unwound_by

CellTraceT = TypeVar("CellTraceT", bound=CellTrace)


class Cell(Layer[CellTraceT]):
    """A layer that is one cell repeated through time. Its arrays are the fields that are not None."""

    W: FloatArray  # (rows, I) reads the input; the rows come block by block
    b: FloatArray  # (rows,)
    b_u: FloatArray | None = None  # (rows,) a second bias, in cells that may have one

    # What a cell says of itself

    @property
    @abstractmethod
    def blocks(self) -> tuple[str, ...]:
        """The names of the blocks of rows in W and b, in order."""

    @property
    @abstractmethod
    def units(self) -> int:
        """How many units the cell has (H)."""

    @property
    def kernel_family(self) -> str | None:
        """The family of compiled kernels that knows this cell's form, if any does."""
        return None

    @cached_property
    def kernel(self) -> Kernel | None:
        """What runs long sequences of this cell in compiled code, where its form and this Python allow it."""
        return kernel_for(self.kernel_family, self)

    @abstractmethod
    def room(
        self, x: FloatArray, lengths: Lengths | None, initial: State, kernel: Kernel | None, apart: bool
    ) -> CellTraceT:
        """A trace with room for every step of x; `apart` is for `state_rows`."""

    @abstractmethod
    def step(self, trace: CellTraceT, t: int, state: State) -> State:
        """The cell's equations: write every quantity of the step at index t; return the state after it."""

    @abstractmethod
    def way_back(self, trace: CellTraceT) -> WayBack:
        """The way back through a trace of this cell."""

    @abstractmethod
    def own_gradients(self, trace: CellTraceT, unwound: Unwound) -> dict[str, FloatArray]:
        """The gradients of every array but W and b."""

    # What follows for all cells

    @property
    def arrays(self) -> dict[str, FloatArray]:
        """The parameters by name."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]
        return {name: value for name, value in values.items() if isinstance(value, np.ndarray)}

    def with_arrays(self, arrays: Mapping[str, FloatArray]) -> Self:
        """The same cell with some of its arrays replaced. Raises ValueError naming one that does not fit."""
        self.check_names(arrays)
        return replace(self, **arrays)  # type: ignore[type-var]

    @property
    def inputs(self) -> int:
        """How many numbers the cell reads at a step (I)."""
        return int(self.W.shape[1])

    @property
    def outputs(self) -> int:
        """How many numbers the cell gives at a step: its units."""
        return self.units

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64: what the cell computes in, and wants its input in."""
        return self.W.dtype

    @property
    def state_names(self) -> tuple[str, ...]:
        """What the cell carries from step to step."""
        return ("h",)

    def state_shapes(self, batch: int) -> tuple[tuple[int, ...], ...]:
        """(B, H) for each state."""
        return tuple((batch, self.units) for _ in self.state_names)

    def rows(self, block: str) -> slice:
        """The rows of W and b that belong to one of the `blocks`."""
        start = self.blocks.index(block) * self.units
        return slice(start, start + self.units)

    def check_shapes(self, **wanted: Sequence[int | str]) -> None:
        """Raise ValueError unless each array given by name, where the cell has it, has its shape."""
        for name, shape in wanted.items():
            if getattr(self, name) is not None:
                check_shape(name, getattr(self, name), shape)

    def check(self, **wanted: Sequence[int | str]) -> None:
        """As `check_shapes`; then raise ValueError unless all arrays have one precision."""
        self.check_shapes(**wanted)
        check_parameters(self.arrays)

    def forward(
        self,
        x: FloatArray,
        state: State | FloatArray | None = None,
        lengths: Lengths | Sequence[int] | None = None,
    ) -> CellTraceT:
        """Run whole sequences; see `Layer.forward`."""
        trace = self.begin(x, state, lengths)
        if trace.kernel is None:
            self.advance(trace, 0, trace.steps, trace.initial)
        else:
            trace.kernel.run(self, trace, 0, trace.steps)
        return trace

    def begin(
        self,
        x: FloatArray,
        state: State | FloatArray | None = None,
        lengths: Lengths | Sequence[int] | None = None,
        *,
        edited: bool = False,
    ) -> CellTraceT:
        """A trace of x (T, B, I) in which z holds W x + b so far: the part that waits for no state.

        Where a kernel runs it, it makes that part as it goes.

        `edited` says that states will be replaced on the way: then what a step read is kept apart from what
        the step before wrote, and the readable steps run it. Errors as in `forward`.
        """
        check_sequence(x, self.inputs, self.dtype)
        steps, batch = x.shape[:2]
        known = checked_lengths(lengths, steps, batch)
        x = without_padding(x, known)
        kernel = self.kernel if worth_compiling(steps, batch) and not edited else None
        if kernel is not None:
            return self.room(ready(x), known, self.state_from(state, batch), kernel, edited)
        trace = self.room(x, known, self.state_from(state, batch), None, edited)
        # A stacked product multiplies step by step, so that T single steps and one run of T agree to the bit.
        np.matmul(x, self.W.T, out=trace.z)
        np.add(trace.z, self.input_bias, out=trace.z)
        return trace

    @property
    def input_bias(self) -> FloatArray:
        """What is added before any state is known (rows,): b, and the second bias where there is one."""
        return self.b if self.b_u is None else self.b + self.b_u

    def advance(self, trace: CellTraceT, start: int, stop: int, state: State) -> State:
        """Run the steps at index start … stop − 1 of a trace from `begin`, each once and in order.

        Writes every quantity into the trace and returns the last state. One step at a time gives the same as
        all at once, to the bit.
        """
        read = [getattr(trace, f"{name}_previous") for name in self.state_names]
        if trace.kernel is not None and start < stop:
            for rows, array in zip(read, state, strict=True):
                rows[start] = array
            trace.kernel.run(self, trace, start, stop)
            return tuple(getattr(trace, name)[stop - 1] for name in self.state_names)
        dead = None if trace.lengths is None else ~alive(trace.lengths, trace.steps)
        for t in range(start, stop):
            for rows, array in zip(read, state, strict=True):
                rows[t] = array
            after = self.step(trace, t, state)
            if dead is not None:
                hold(dead[t], state, after)
            state = after
        return state

    def backward(self, trace: CellTraceT, d_output: FloatArray, d_final: State | None = None) -> Gradients:
        """Exact gradients; see `Layer.backward`."""
        check_shape("d_output", d_output, trace.h.shape)
        check_dtype("d_output", d_output, self.dtype)
        d_output = without_padding(d_output, trace.lengths)
        d_last = self.state_from(d_final, trace.batch, "d_{}_final")
        if trace.kernel is not None:
            own = d_last if d_final is None else tuple(array.copy() for array in d_last)
            found: Gradients = trace.kernel.gradients(self, trace, d_output, own)
            return found
        return self.gradients(trace, self.unwind(trace, d_output, d_last))

    def unwind(self, trace: CellTraceT, d_output: FloatArray, d_final: State) -> Unwound:
        """Go back through every step, from ∂L/∂output (T, B, outputs) and ∂L/∂(final state)."""
        return unwound_by(self.way_back(trace), trace, d_output, d_final)

    def gradients(self, trace: CellTraceT, unwound: Unwound) -> Gradients:
        """What follows from the gradients of the pre-activations."""
        d_z = unwound.d_z
        own = self.own_gradients(trace, unwound)
        found = {"W": over_steps(d_z, trace.x), "b": d_z.sum(axis=(0, 1)), **own}
        return Gradients({name: found[name] for name in self.arrays}, d_z @ self.W, unwound.d_initial)
