"""What a network reads at once, and what it should answer."""

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.losses import Loss, binary_cross_entropy, cross_entropy, mean_squared_error

LOSSES = {"numbers": mean_squared_error, "classes": cross_entropy, "bits": binary_cross_entropy}
"""The loss of each kind of answer: numbers, one of K classes, or K answers of yes or no."""


@dataclass(frozen=True, eq=False)
class Batch:
    """Sequences of one length or, with `lengths`, of several. T time, B batch, I inputs, K outputs."""

    x: FloatArray  # (T, B, I) float32
    target: NDArray[Any]  # (T, B, K) numbers or bits, or (T, B) classes as whole numbers
    weights: FloatArray | None = None  # (T, B): what counts; None where every step does
    lengths: NDArray[Any] | None = None  # (B,); None where all are as long as x
    continues: bool = False  # whether its sequences go on where those of the batch before ended

    @property
    def size(self) -> int:
        """How many sequences it holds (B)."""
        return int(self.x.shape[1])


def loss_of(answers: str, y: FloatArray, batch: Batch) -> Loss:
    """The loss of a prediction y (T, B, K) and its gradient; `answers` is one of LOSSES."""
    return LOSSES[answers](y, batch.target, batch.weights, batch.lengths)
