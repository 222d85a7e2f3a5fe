"""What the programs ask of Keras, as its documentation gives it: enough to run them where Keras is not."""

from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.nets.convert.keras_by_hand import ByHand

Array = NDArray[Any]


class Layer:
    """keras.layers.Layer: weights of its own, all zero at first."""

    def __init__(self, dtype: str) -> None:
        assert dtype == "float64"

    def add_weight(self, name: str, shape: tuple[int, ...]) -> "Weight":
        """A weight."""
        assert name.isidentifier()
        return Weight(shape)

    def __call__(self, x: Array, states: list[Any]) -> tuple[Array, list[Array]]:
        """Build, then call."""
        self.build(x.shape)  # type: ignore[attr-defined]
        found: tuple[Array, list[Array]] = self.call(x, states)  # type: ignore[attr-defined]
        return found


class Weight:
    """keras.Variable: taken for an array wherever one is wanted."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.value = np.zeros(shape)

    def assign(self, value: Array) -> None:
        """Put in numbers of the same shape."""
        assert value.shape == self.value.shape
        self.value = value

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        """The numbers."""
        return np.array(self.value, dtype)

    def __radd__(self, other: Array) -> Array:
        return other + self.value

    def __rmul__(self, other: Array) -> Array:
        return other * self.value

    def __mul__(self, other: Array) -> Array:
        return self.value * other


class Recurrent:
    """keras.layers.RNN of a cell, (1, T, I) -> the outputs (1, T, H) and the last states."""

    def __init__(self, cell: Any, *, return_sequences: bool, return_state: bool, dtype: str) -> None:
        assert return_sequences
        assert return_state
        assert dtype == "float64"
        self.cell = cell

    def __call__(self, x: Array, initial_state: list[Array]) -> tuple[Array, ...]:
        assert [state.shape[1] for state in initial_state] == self.cell.state_size
        rows, states = [], initial_state
        for t in range(x.shape[1]):
            output, states = self.cell(x[:, t], states)
            rows.append(output)
        return np.stack(rows, axis=1), *states


class Named:
    """A cell of Keras's own, worked out number by number."""

    def __init__(self, step: str, units: int, options: dict[str, Any]) -> None:
        self.step, self.options = step, options
        self.state_size = [units] * (2 if step == "lstm" else 1)
        self.by_hand: ByHand | None = None

    def take(self, weights: list[Array]) -> None:
        """The weights, in Keras's order."""
        names = ("kernel", "recurrent_kernel", "bias")[: 2 + self.options.get("use_bias", True)]
        self.by_hand = ByHand({**self.options, **dict(zip(names, weights, strict=True))})

    def __call__(self, x: Array, states: list[Array]) -> tuple[Array, list[Array]]:
        rows = [state[0].tolist() for state in states]
        h, c = getattr(self.by_hand, self.step)(x[0].tolist(), rows[0], rows[-1])
        new = [np.array([row]) for row in ((h, c) if len(states) > 1 else (h,))]
        return new[0], new


class NamedLayer(Recurrent):
    """SimpleRNN, LSTM, GRU."""

    step = ""

    def __init__(
        self, units: int, *, return_sequences: bool, return_state: bool, dtype: str, **options: Any
    ) -> None:
        cell = Named(self.step, units, options)
        super().__init__(cell, return_sequences=return_sequences, return_state=return_state, dtype=dtype)

    def build(self, shape: tuple[int, ...]) -> None:
        """Know how many numbers a step has."""
        assert shape[0] == 1

    def set_weights(self, weights: list[Array]) -> None:
        """Take the weights."""
        self.cell.take(weights)


def _named(step: str) -> type[NamedLayer]:
    return type(step, (NamedLayer,), {"step": step})


def stand_in() -> Any:
    """The module `keras`."""
    layers = SimpleNamespace(
        Layer=Layer, RNN=Recurrent, SimpleRNN=_named("simple_rnn"), LSTM=_named("lstm"), GRU=_named("gru")
    )
    ops = SimpleNamespace(
        matmul=lambda a, b: np.asarray(a) @ np.asarray(b),
        sigmoid=lambda z: 0.5 * (1 + np.tanh(0.5 * z)),
        tanh=np.tanh,
        relu=lambda z: np.maximum(z, 0),
        exp=np.exp,
        log_sigmoid=lambda z: -np.logaddexp(0, -z),
        minimum=np.minimum,
        maximum=np.maximum,
        where=np.where,
        convert_to_numpy=np.asarray,
    )
    return SimpleNamespace(layers=layers, ops=ops)
