"""What layers made of layers share: the arrays and states of their members, under the members' names."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, Self, TypeVar

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.layer import Gradients, Layer, State, TraceT

Named = TypeVar("Named")


class Composite(Layer[TraceT]):
    """A layer made of layers. A member's parameter W is `member.W`, its state h is `member.h`."""

    @property
    @abstractmethod
    def members(self) -> dict[str, Layer[Any]]:
        """The layers by name, in the order in which their states are given."""

    @abstractmethod
    def with_members(self, members: Mapping[str, Layer[Any]]) -> Self:
        """The same layer of other members."""

    @property
    def arrays(self) -> dict[str, FloatArray]:
        """The parameters by name."""
        return prefixed({name: layer.arrays for name, layer in self.members.items()})

    def with_arrays(self, arrays: Mapping[str, FloatArray]) -> Self:
        """The same layer with some of its arrays replaced. Raises ValueError naming one that does not fit."""
        self.check_names(arrays)
        members = {}
        for name, layer in self.members.items():
            own = {key.removeprefix(f"{name}."): arrays[key] for key in arrays if key.startswith(f"{name}.")}
            members[name] = layer.with_arrays(own)
        return self.with_members(members)

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64: what all members compute in."""
        return next(iter(self.members.values())).dtype

    @property
    def state_names(self) -> tuple[str, ...]:
        """What the members carry, member by member."""
        return tuple(f"{name}.{state}" for name, layer in self.members.items() for state in layer.state_names)

    def state_shapes(self, batch: int) -> tuple[tuple[int, ...], ...]:
        """The shapes of what the members carry, member by member."""
        return tuple(shape for layer in self.members.values() for shape in layer.state_shapes(batch))

    def by_member(self, state: State) -> dict[str, State]:
        """The part of a state that belongs to each member."""
        cut, start = {}, 0
        for name, layer in self.members.items():
            stop = start + len(layer.state_names)
            cut[name] = state[start:stop]
            start = stop
        return cut

    def together(self, gradients: Mapping[str, Gradients], x: FloatArray) -> Gradients:
        """The gradients of the members as those of the whole; `x` is ∂L/∂x (T, B, I)."""
        in_order = {name: gradients[name] for name in self.members}
        arrays = prefixed({name: found.arrays for name, found in in_order.items()})
        return Gradients(arrays, x, joined(found.state for found in in_order.values()))

    def check_members(self) -> None:
        """Raise ValueError unless all members have one precision and run time first."""
        for name, layer in self.members.items():
            if layer.dtype != self.dtype:
                first = next(iter(self.members))
                raise ValueError(f"layer {name} is {layer.dtype}; wanted {self.dtype}, as layer {first} is")
            if isinstance(layer, BatchFirst):
                raise ValueError(f"layer {name} is batch first; wanted it time first, BatchFirst outermost")


def prefixed(members: Mapping[str, Mapping[str, Named]]) -> dict[str, Named]:
    """What each member has by name, all under the member's name: "0.W" and so on."""
    return {f"{member}.{name}": found for member, own in members.items() for name, found in own.items()}


def joined(states: Iterable[State]) -> State:
    """The states of members as one flat state."""
    return tuple(array for state in states for array in state)
