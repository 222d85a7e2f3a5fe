"""A clue at the end decides what every step before it meant: what a network that reads both ways is for.

Bidirectional networks: Schuster & Paliwal 1997, Bidirectional Recurrent Neural Networks. One that reads
forwards alone cannot do better than chance here: nothing that it has read says which way a bit counts.
"""

from functools import cached_property

import numpy as np

from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded, one_hot
from lstm_gui.training.tasks.guess import chance
from lstm_gui.training.tasks.held_out import Codes

SYMBOLS = ("0", "1", "keep", "swap")


class LateClue(Coded):
    """Bits, then "keep" or "swap": x (T, B, 4); asked at each bit: the bit, or the other one (T, B)."""

    inputs = len(SYMBOLS)
    outputs = 2
    input_names = SYMBOLS
    output_names = ("0", "1")

    def __init__(self, length: int) -> None:
        self.length = length

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(T, size) places in SYMBOLS."""
        codes = rng.integers(0, 2, (self.length, size), dtype=np.int8)
        codes[-1] += SYMBOLS.index("keep")
        return codes

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        target = (codes & 1) ^ (codes[-1] & 1)  # "swap" is the odd one of the two clues
        weights = np.ones(codes.shape, np.float32)
        weights[-1] = 0
        return Batch(one_hot(codes, self.inputs), target.astype(np.intp), weights)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """The best that can be said before the clue is read: either bit is as likely."""
        return (chance(self, "without the future"),)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The symbols of the probe."""
        return tuple(SYMBOLS[place] for place in self.probe.x[:, 0].argmax(axis=-1))


def late_clue(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return LateClue(int(values["length"]))
