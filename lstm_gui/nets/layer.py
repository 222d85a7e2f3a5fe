"""What every recurrent layer can do: name its arrays, run forward into a trace, and run back to gradients."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.named_arrays import NamedArrays, flattened
from lstm_gui.nets.shapes import Lengths, check_dtype, check_shape

State = tuple[FloatArray, ...]
"""What a layer carries from step to step, an array (B, ·) for each of its `state_names`."""


class Trace(ABC):
    """Every named quantity of a run at every step; index t holds step t + 1."""

    x: FloatArray  # (T, B, I)
    lengths: Lengths | None  # (B,); None where every sequence is as long as x
    initial: State

    @property
    @abstractmethod
    def output(self) -> FloatArray:
        """What the layer above reads, (T, B, outputs); zero past a sequence's length."""

    @property
    @abstractmethod
    def final(self) -> State:
        """The state after the last step of each sequence."""

    @property
    @abstractmethod
    def quantities(self) -> dict[str, FloatArray]:
        """Every quantity by its name, each (T, B, ·), in the order in which a step computes them."""

    @abstractmethod
    def part(self, start: int, stop: int) -> Self:
        """The steps at index start … stop − 1 as a trace of their own, without copying."""


TraceT = TypeVar("TraceT", bound=Trace)


@dataclass(frozen=True, eq=False)
class Gradients:
    """∂L/∂ of everything a run depends on, each of the shape of what it is the gradient of."""

    arrays: Mapping[str, FloatArray]  # by the name of the parameter
    x: FloatArray  # (T, B, I)
    state: State  # of the initial state

    def __getitem__(self, name: str) -> FloatArray:
        return self.arrays[name]

    @property
    def vector(self) -> FloatArray:
        """The gradients of the parameters, one after another, as `Layer.vector` has the parameters."""
        return flattened(self.arrays)


class Layer(NamedArrays, Generic[TraceT]):
    """A recurrent layer: frozen, its arrays named."""

    @property
    @abstractmethod
    def inputs(self) -> int:
        """How many numbers the layer reads at a step (I)."""

    @property
    @abstractmethod
    def outputs(self) -> int:
        """How many numbers the layer gives at a step."""

    @property
    @abstractmethod
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64: what the layer computes in, and wants its input in."""

    @property
    @abstractmethod
    def state_names(self) -> tuple[str, ...]:
        """What the layer carries from step to step."""

    @abstractmethod
    def state_shapes(self, batch: int) -> tuple[tuple[int, ...], ...]:
        """The shape of each array of the state."""

    @abstractmethod
    def forward(
        self,
        x: FloatArray,
        state: State | FloatArray | None = None,
        lengths: Lengths | Sequence[int] | None = None,
    ) -> TraceT:
        """Run sequences x (T, B, I) from a state (see `state_from`), zero when not given.

        Past its length (B,) a sequence's state stands still and its output is zero.
        Raises ValueError naming the array, what it is and what was wanted.
        """

    @abstractmethod
    def backward(self, trace: TraceT, d_output: FloatArray, d_final: State | None = None) -> Gradients:
        """Exact gradients of a loss L from ∂L/∂output (T, B, outputs) and ∂L/∂(final state).

        The latter is zero when not given. The trace is one of this layer's `forward`. Raises ValueError
        naming the array that does not fit.
        """

    def state_from(self, given: State | FloatArray | None, batch: int, called: str = "{}_0") -> State:
        """A state, checked: zero for None; one array where there is one; else one for each of `state_names`.

        Layers of several cells of a kind also take each quantity stacked over them, as PyTorch and ONNX have
        it: h (cells, B, H). Raises ValueError naming the array that does not fit.
        """
        wanted = self.state_shapes(batch)
        if given is None:
            dtype = self.dtype
            return tuple([np.zeros(shape, dtype) for shape in wanted])
        if not isinstance(given, np.ndarray | Sequence):
            raise ValueError(f"the state is a {type(given).__name__}; wanted {', '.join(self.state_names)}")
        arrays = (given,) if isinstance(given, np.ndarray) else tuple(given)
        arrays = unstacked(arrays, dict(zip(self.state_names, wanted, strict=True)))
        if len(arrays) != len(wanted):
            names = ", ".join(self.state_names)
            raise ValueError(f"the state has {len(arrays)} arrays; wanted {len(wanted)}: {names}")
        for name, array, shape in zip(self.state_names, arrays, wanted, strict=True):
            check_shape(called.format(name), array, shape)
            check_dtype(called.format(name), array, self.dtype)
        return arrays


def unstacked(arrays: State, wanted: Mapping[str, tuple[int, ...]]) -> State:
    """Quantities stacked over cells, h (cells, B, H), as one array a cell, cell by cell: h, c, h, c, …

    Where the cells, by the names and shapes of what is wanted, are not all of a kind, nothing is stacked.
    """
    names = [name.rpartition(".")[2] for name in wanted]  # "0.forward.h" is an h
    kinds = dict.fromkeys(names)
    cells = len(names) // len(kinds)
    stacked = [(cells, *shape) for shape in list(wanted.values())[: len(kinds)]]
    if names != [*kinds] * cells or [getattr(array, "shape", None) for array in arrays] != stacked:
        return arrays
    return tuple(array[cell] for cell in range(cells) for array in arrays)
