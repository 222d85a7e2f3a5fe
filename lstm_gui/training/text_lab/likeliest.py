"""What a network expects to come next, at each character."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.losses import softmax

SHOWN = 5


@dataclass(frozen=True, eq=False)
class Likeliest:
    """The likeliest signs after each of T characters, the likeliest first, and the one that does come."""

    signs: NDArray[Any]  # (T, 5) numbers of a vocabulary; fewer columns where it is smaller
    p: FloatArray  # (T, 5)
    true: NDArray[Any]  # (T,) the number of the next character; −1 after the last
    true_p: FloatArray  # (T,) how likely that was; 0 after the last

    def at(self, place: int) -> tuple[tuple[int, float], ...]:
        """The likeliest after one character: numbers of signs, and probabilities."""
        return tuple(zip(self.signs[place].tolist(), self.p[place].tolist(), strict=True))


def likeliest(y: FloatArray, numbers: NDArray[Any]) -> Likeliest:
    """From the answers y (T, K) of a network that read the characters with these numbers (T,)."""
    p = softmax(y)
    order = np.argsort(-p, axis=1, kind="stable")[:, :SHOWN]
    true = np.append(numbers[1:], -1)
    true_p = np.where(true < 0, 0, np.take_along_axis(p, np.maximum(true, 0)[:, np.newaxis], axis=1)[:, 0])
    return Likeliest(
        order.astype(np.int16), np.take_along_axis(p, order, axis=1), true, true_p.astype(p.dtype)
    )
