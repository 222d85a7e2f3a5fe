"""Timing of spikes: at each spike, how much later than usual did it come?

Gers, Schraudolph & Schmidhuber 2002, Learning Precise Timing with LSTM Recurrent Networks, the task of
measuring spike delays. An answer is right when it is less than 0.49 steps off.
"""

from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Score, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded
from lstm_gui.training.tasks.guess import chance
from lstm_gui.training.tasks.held_out import Codes

USUAL = 10  # steps from one spike to the next, at least
SPIKES = 8  # that are asked about, after a first one
NEAR = 0.49  # steps


class Spikes(Coded):
    """x (T, B, 1) is 1 at a spike, else 0; asked at each but the first: its delay, 0 … `delay` steps."""

    answers = "numbers"
    score_name = "share of delays right"
    inputs = 1
    outputs = 1
    input_names = ("spike",)
    output_names = ("delay",)

    def __init__(self, delay: int) -> None:
        self.delay = delay

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(SPIKES, size) delays."""
        return rng.integers(0, self.delay + 1, (SPIKES, size), dtype=np.int8)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        size = codes.shape[1]
        at = np.cumsum(codes.astype(np.intp) + USUAL, axis=0)
        x = np.zeros((int(at.max()) + 1, size, 1), np.float32)
        target, weights = np.zeros_like(x), np.zeros(x.shape[:2], np.float32)
        every = np.arange(size)
        x[0] = x[at, every] = 1
        target[at, every, 0], weights[at, every] = codes, 1
        return Batch(x, target, weights, at[-1] + 1)

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The share of the delays told to less than `NEAR` steps."""
        right = (np.abs(y - batch.target) < NEAR)[..., 0]
        share = float(right.mean() if batch.weights is None else right[batch.weights > 0].mean())
        return Score(share, share >= self.solved_at)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Always the mean delay."""
        return (chance(self, "the mean delay"),)


def spikes(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Spikes(int(values["delay"]))
