"""Brackets of three kinds, one inside the other: which must be closed next?

Strings of the Dyck language up to a depth, cut off somewhere: Suzgun et al. 2019, LSTM Networks Can Perform
Dynamic Counting, and Hewitt et al. 2020, RNNs Can Generate Bounded Hierarchical Languages.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded, one_hot
from lstm_gui.training.tasks.guess import chance, memoryless
from lstm_gui.training.tasks.held_out import Codes

OPENING, CLOSING = "([{", ")]}"
KINDS = len(OPENING)
NONE = "none"


class Brackets(Coded):
    """Brackets one-hot: x (T, B, 6); asked at every step: the bracket that closes the innermost, or none."""

    inputs = 2 * KINDS
    outputs = KINDS + 1
    input_names = tuple(OPENING + CLOSING)
    output_names = (*CLOSING, NONE)

    def __init__(self, length: int, depth: int) -> None:
        self.length, self.depth = length, depth

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(length, size) places in OPENING + CLOSING: up or down as likely, except where only one is left."""
        steps = 2 * rng.integers(0, 2, (self.length, size), dtype=np.int16) - 1
        depth = self._folded(np.cumsum(steps, axis=0, dtype=np.int16))
        kinds = rng.integers(0, KINDS, (self.length, size), dtype=np.int8)
        opens = np.diff(depth, axis=0, prepend=np.zeros((1, size), np.int16)) > 0
        level = depth + ~opens  # that a bracket opens, or closes
        return np.where(opens, kinds, KINDS + innermost(kinds, opens, level, level)).astype(np.int8)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        opens = codes < KINDS
        depth = np.cumsum(2 * opens.astype(np.int16) - 1, axis=0, dtype=np.int16)
        target = np.where(depth > 0, innermost(codes, opens, depth, depth), KINDS)
        return Batch(one_hot(codes, self.inputs), target.astype(np.intp))

    def _folded(self, walk: NDArray[np.int16]) -> NDArray[np.int16]:
        """A walk up and down without end, turned back at 0 and at the greatest depth."""
        around: NDArray[np.int16] = walk % (2 * self.depth)
        return np.minimum(around, 2 * self.depth - around)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Each answer as often as it comes, at all and after the bracket that is read."""
        return chance(self), memoryless(self, "the last bracket alone")

    @property
    def step_names(self) -> tuple[str, ...]:
        """The brackets of the probe."""
        return tuple(self.input_names[place] for place in self.probe.x[:, 0].argmax(axis=-1))


def innermost(
    kinds: Codes, opens: NDArray[np.bool_], opened: NDArray[np.int16], asked: NDArray[np.int16]
) -> Codes:
    """(T, B) the kind of the bracket that was last opened at the level that is asked for, 0 where none was.

    `opened` is the level of each bracket that opens.
    """
    steps = np.arange(len(kinds), dtype=np.int16)[:, np.newaxis]
    found = np.zeros_like(kinds)
    for level in range(1, int(asked.max()) + 1):
        last = np.maximum.accumulate(np.where(opens & (opened == level), steps, 0), axis=0)
        found = np.where(asked == level, np.take_along_axis(kinds, last.astype(np.intp), axis=0), found)
    return found


def brackets(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Brackets(int(values["length"]), int(values["depth"]))
