"""A network that learns: recurrent layers of one kind of cell and a read-out on top of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import DTypeLike

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.graph.made import zero_layer
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.initialisers import INITIALISERS, parts
from lstm_gui.nets.layer import Layer, State, Trace
from lstm_gui.nets.memory_bias import memory_gates, with_chrono_bias, with_forget_bias
from lstm_gui.nets.named_arrays import NamedArrays, flattened
from lstm_gui.nets.readout import Readout
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.stacked import Stacked
from lstm_gui.nets.truncation import truncated_gradients
from lstm_gui.nets.zeros import zeros_readout


@dataclass(frozen=True, slots=True)
class NetworkChoice:
    """Which network, before it has learnt anything. Raises ValueError for what makes no sense."""

    kind: Kind = LSTM
    units: int = 8  # of each layer and direction
    layers: int = 1
    bidirectional: bool = False
    initialiser: str = "uniform"  # one of nets.initialisers.INITIALISERS
    forget_bias: float | None = 1.0  # None: as the initialiser has it; passed over where nothing can forget
    longest_memory: int | None = None  # Tmax of chrono initialisation, which then sets the biases

    def __post_init__(self) -> None:
        if self.initialiser not in INITIALISERS:
            raise ValueError(f"there is no initialiser called {self.initialiser!r}")
        for name, value, most in (("units", self.units, 64), ("layers", self.layers, 4)):
            if not 1 <= value <= most:
                raise ValueError(f"{name} is {value}; wanted 1 to {most}")


@dataclass(frozen=True, eq=False)
class Prediction:
    """A run of the layers, and what was read out of it."""

    trace: Trace
    y: FloatArray  # (T, B, K)


@dataclass(frozen=True, eq=False)
class Network(NamedArrays):
    """Layers and a read-out; its parameters are `layer.…`, `readout.V` and `readout.c`."""

    layer: Layer[Any]
    readout: Readout

    @cached_property
    def carries(self) -> bool:
        """Whether its state at the end of a batch is what the next batch goes on from.

        Not where something reads backwards, whose state is that of the beginning.
        """
        members = self.layer.layers if isinstance(self.layer, Stacked) else (self.layer,)
        return not any(isinstance(member, Bidirectional) for member in members)

    @cached_property
    def arrays(self) -> dict[str, FloatArray]:  # asked for at every update
        """The parameters by name."""
        below = {f"layer.{name}": array for name, array in self.layer.arrays.items()}
        return below | {f"readout.{name}": array for name, array in self.readout.arrays.items()}

    def with_arrays(self, arrays: Mapping[str, FloatArray]) -> Self:
        """The same with some of its arrays replaced. Raises ValueError naming one that does not fit."""
        self.check_names(arrays)
        by_part: dict[str, dict[str, FloatArray]] = {"layer": {}, "readout": {}}
        for name, array in arrays.items():
            part, _, own = name.partition(".")
            by_part[part][own] = array
        return type(self)(
            self.layer.with_arrays(by_part["layer"]), self.readout.with_arrays(by_part["readout"])
        )

    def forward(
        self, x: FloatArray, state: State | None = None, lengths: Lengths | None = None
    ) -> Prediction:
        """Read x (T, B, I) from a state, zero when not given."""
        trace = self.layer.forward(x, state, lengths)
        return Prediction(trace, self.readout.forward(trace.output))

    def gradient(self, prediction: Prediction, d_y: FloatArray, window: int | None = None) -> FloatArray:
        """The gradient (count,) of all parameters from ∂L/∂y (T, B, K), in the order of `arrays`.

        With a `window`, truncated backpropagation through time; a bidirectional network cannot be truncated.
        """
        above = self.readout.backward(prediction.trace.output, d_y)
        if window is None or window >= len(d_y):
            below = self.layer.backward(prediction.trace, above.x)
        else:
            below = truncated_gradients(self.layer, prediction.trace, above.x, window)
        return np.concatenate([below.vector, flattened(above.arrays)])


def new_network(
    choice: NetworkChoice, inputs: int, outputs: int, seed: int, dtype: DTypeLike = np.float32
) -> Network:
    """A network that has learnt nothing: the same choice and seed give the same numbers."""
    rng = np.random.default_rng((seed, 0))
    layer = INITIALISERS[choice.initialiser](_layers(choice, inputs, dtype), rng)
    if any(memory_gates(part) for part in parts(layer).values()):
        if choice.longest_memory is not None:
            layer = with_chrono_bias(layer, choice.longest_memory, rng)
        elif choice.forget_bias is not None:
            layer = with_forget_bias(layer, choice.forget_bias)
    readout = INITIALISERS[choice.initialiser](zeros_readout(layer.outputs, outputs, dtype=dtype), rng)
    return Network(layer, readout)


def _layers(choice: NetworkChoice, inputs: int, dtype: DTypeLike) -> Layer[Any]:
    """All layers, zero; a single one as it is."""
    stacked: list[Layer[Any]] = []
    for _ in range(choice.layers):
        reads = stacked[-1].outputs if stacked else inputs
        one: Layer[Any] = zero_layer(choice.kind, reads, choice.units, dtype)
        stacked.append(
            Bidirectional(one, zero_layer(choice.kind, reads, choice.units, dtype))
            if choice.bidirectional
            else one
        )
    return stacked[0] if len(stacked) == 1 else Stacked(tuple(stacked))
