"""Adding (Hochreiter & Schmidhuber 1997, experiment 4): the sum of the two numbers that are marked."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Score, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Drawn, asked_last

SOLVED = 0.01  # mean squared error


@dataclass(frozen=True)
class Adding(Drawn):
    """Numbers from 0 to 1, one marked in each half: x (T, B, 2), answer (B, 1) at the last step."""

    length: int
    answers = "numbers"
    score_name = "mean squared error"
    inputs = 2
    outputs = 1
    input_names = ("value", "mark")
    output_names = ("sum",)
    judged = 256

    def of(self, rng: np.random.Generator, size: int, part: str) -> Batch:
        """See `Drawn.of`: there are so many numbers that seeds of their own hold them apart."""
        del part
        T, half = self.length, self.length // 2
        x = np.zeros((T, size, 2), dtype=np.float32)
        x[:, :, 0] = rng.random((T, size), dtype=np.float32)
        every = np.arange(size)
        marked = rng.integers(0, half, size), rng.integers(half, T, size)
        target = np.zeros((T, size, 1), dtype=np.float32)
        for place in marked:
            x[place, every, 1] = 1
            target[-1, :, 0] += x[place, every, 0]
        return Batch(x, target, asked_last(T, size))

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Always answering 1, the mean of all sums."""
        found = (np.mean((batch.target[-1] - 1) ** 2) for batch in (self.validation, self.test))
        return (Baseline("chance", *(float(loss) for loss in found)),)

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The mean squared error at the last step."""
        error = self.loss(y, batch)
        return Score(error, solved=error < SOLVED)


def adding(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Adding(int(values["length"]))
