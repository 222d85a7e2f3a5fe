"""Sorting: letters are read, then said again in the order of the alphabet.

After Vinyals, Bengio & Kudlur 2016, Order Matters: Sequence to Sequence for Sets. Of eight letters sixteen
units sort lists of 64, as they need only count how often each came; of 26 they do not.
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

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CUE = "sort"


class Sorting(Coded):
    """`length` letters, then as many cues: x (2 · length, B, 27); asked at the cues: the letters in order."""

    inputs = len(LETTERS) + 1
    outputs = len(LETTERS)
    input_names = (*LETTERS, CUE)
    output_names = tuple(LETTERS)
    score_name = "share of lists all right"
    solved_at = 0.97

    def __init__(self, length: int) -> None:
        self.length = length

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(length, size) places in LETTERS."""
        return rng.integers(0, len(LETTERS), (self.length, size), dtype=np.int8)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        read = np.concatenate([codes, np.full_like(codes, len(LETTERS))])
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
        """Each letter as often as it comes, at all and at its place: early ones first."""
        return guess(self, "chance", nothing), guess(self, "early ones first", the_step)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The letters of the probe, and the cues."""
        return tuple(self.input_names[place] for place in self.probe.x[:, 0].argmax(axis=-1))


def sorting(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Sorting(int(values["length"]))
