"""Copy: symbols are read, kept for a while, and said again in their order.

Arjovsky, Shah & Bengio 2016, Unitary Evolution Recurrent Neural Networks, after Hochreiter &
Schmidhuber 1997. Here only the answers count, not the blanks before them.
"""

from functools import cached_property

import numpy as np

from lstm_gui.sequences.recall import BLANK, CUE, LETTERS
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded, one_hot
from lstm_gui.training.tasks.guess import chance
from lstm_gui.training.tasks.held_out import Codes

COPIED = LETTERS[:6]
SYMBOLS = (*COPIED, BLANK, CUE)


class Copying(Coded):
    """Symbols, blanks, a cue, blanks: x (2 · symbols + delay, B, 8); asked after the cue: the symbols."""

    inputs = len(SYMBOLS)
    outputs = len(COPIED)
    input_names = SYMBOLS
    output_names = tuple(COPIED)

    def __init__(self, symbols: int, delay: int) -> None:
        self.symbols, self.delay = symbols, delay

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(T, size) places in SYMBOLS, by the rule of `sequences.recall.copy`."""
        codes = np.full((2 * self.symbols + self.delay, size), SYMBOLS.index(BLANK), np.int8)
        codes[: self.symbols] = rng.integers(0, len(COPIED), (self.symbols, size))
        codes[self.symbols + self.delay - 1] = SYMBOLS.index(CUE)
        return codes

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        target, weights = np.zeros(codes.shape, np.intp), np.zeros(codes.shape, np.float32)
        target[-self.symbols :], weights[-self.symbols :] = codes[: self.symbols], 1
        return Batch(one_hot(codes, self.inputs), target, weights)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Each letter is as likely at every step."""
        return (chance(self),)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The symbols of the probe."""
        return tuple(SYMBOLS[place] for place in self.probe.x[:, 0].argmax(axis=-1))


def copying(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Copying(int(values["symbols"]), int(values["delay"]))
