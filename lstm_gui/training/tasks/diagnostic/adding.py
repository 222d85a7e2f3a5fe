"""Adding (Hochreiter & Schmidhuber 1997, experiment 4): the sum of the two numbers that are marked."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Score, Task
from lstm_gui.training.task_choice import Data

SOLVED = 0.01  # mean squared error
JUDGED = 256  # sequences of the validation set, and of the test set
CHANCE = 1 / 6  # the variance of the sum of two numbers from 0 to 1: what the mean of all answers errs by


@dataclass(frozen=True)
class Adding(Task):
    """Numbers from 0 to 1, one marked in each half: x (T, B, 2), answer (B, 1) at the last step."""

    length: int
    answers = "numbers"
    score_name = "mean squared error"
    more_is_better = False
    inputs = 2
    outputs = 1
    input_names = ("value", "mark")
    output_names = ("sum",)

    def draw(self, rng: np.random.Generator, size: int, step: int) -> Batch:
        """See `Task.draw`."""
        del step  # every batch is new
        T, half = self.length, self.length // 2
        x = np.zeros((T, size, 2), dtype=np.float32)
        x[:, :, 0] = rng.random((T, size), dtype=np.float32)
        every = np.arange(size)
        marked = rng.integers(0, half, size), rng.integers(half, T, size)
        target = np.zeros((T, size, 1), dtype=np.float32)
        for place in marked:
            x[place, every, 1] = 1
            target[-1, :, 0] += x[place, every, 0]
        weights = np.zeros((T, size), dtype=np.float32)
        weights[-1] = 1
        return Batch(x, target, weights)

    @cached_property
    def validation(self) -> Batch:
        """See `Task.validation`."""
        return self.draw(np.random.default_rng(1_000_001), JUDGED, 0)

    @cached_property
    def test(self) -> Batch:
        """See `Task.test`."""
        return self.draw(np.random.default_rng(1_000_002), JUDGED, 0)

    @cached_property
    def probe(self) -> Batch:
        """See `Task.probe`."""
        return self.draw(np.random.default_rng(1_000_003), 1, 0)

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
