"""Sorting: digits are read, then said again from the smallest to the largest.

After Vinyals, Bengio & Kudlur 2016, Order Matters: Sequence to Sequence for Sets, section 5.
"""

from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Score, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded, one_hot
from lstm_gui.training.tasks.guess import guess, nothing, the_step
from lstm_gui.training.tasks.held_out import Codes

DIGITS = "01234567"
CUE = "sort"


class Sorting(Coded):
    """`length` digits, then as many cues: x (2 · length, B, 9); asked at the cues: the digits in order."""

    inputs = len(DIGITS) + 1
    outputs = len(DIGITS)
    input_names = (*DIGITS, CUE)
    output_names = tuple(DIGITS)
    score_name = "share of lists all right"
    solved_at = 0.95

    def __init__(self, length: int) -> None:
        self.length = length

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(length, size) digits."""
        return rng.integers(0, len(DIGITS), (self.length, size), dtype=np.int8)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        read = np.concatenate([codes, np.full_like(codes, len(DIGITS))])
        target = np.concatenate([np.zeros_like(codes), np.sort(codes, axis=0)]).astype(np.intp)
        weights = np.zeros(read.shape, np.float32)
        weights[self.length :] = 1
        return Batch(one_hot(read, self.inputs), target, weights)

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The share of the lists that are said again without a mistake."""
        right = (y.argmax(axis=-1) == batch.target)[self.length :].all(axis=0)
        share = float(np.mean(right))
        return Score(share, share >= self.solved_at)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Each digit as often as it comes, at all and at its place: small ones first."""
        return guess(self, "chance", nothing), guess(self, "small first, without reading", the_step)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The digits of the probe, and the cues."""
        return tuple(self.input_names[place] for place in self.probe.x[:, 0].argmax(axis=-1))


def sorting(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Sorting(int(values["length"]))
