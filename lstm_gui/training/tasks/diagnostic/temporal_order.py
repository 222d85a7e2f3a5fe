"""Temporal order: was it X then Y, or Y then X? Hochreiter & Schmidhuber 1997, experiment 6a.

There the first of the two stands in the second tenth of the string and the other one in the sixth: this is
"far apart". Anywhere in their halves, some of them stand near each other, and near the end.
"""

from functools import cached_property

import numpy as np

from lstm_gui.sequences.recall import ORDER_CLASSES, ORDER_SYMBOLS
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded, asked_last, one_hot
from lstm_gui.training.tasks.guess import chance
from lstm_gui.training.tasks.held_out import Codes

FIRST, LAST = ORDER_SYMBOLS.index("B"), ORDER_SYMBOLS.index("E")
NOISE = ORDER_SYMBOLS.index("a"), ORDER_SYMBOLS.index("d")
X = ORDER_SYMBOLS.index("X")  # Y comes after it
PLACES = ("anywhere", "far apart")


class TemporalOrder(Coded):
    """B, letters, E, and in each half an X or a Y: x (T, B, 8), one of four classes at the last step."""

    inputs = len(ORDER_SYMBOLS)
    outputs = len(ORDER_CLASSES)
    input_names = ORDER_SYMBOLS
    output_names = ORDER_CLASSES

    def __init__(self, length: int, places: str = PLACES[0]) -> None:
        self.length, self.places = length, places

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(T, size) places in ORDER_SYMBOLS, as in `sequences.recall.temporal_order` or further apart."""
        low, high = NOISE
        codes = rng.integers(low, high + 1, (self.length, size), dtype=np.int8)
        codes[0], codes[-1] = FIRST, LAST
        every = np.arange(size)
        for start, stop in self._between():
            codes[rng.integers(start, stop, size), every] = rng.integers(X, X + 2, size)
        return codes

    def _between(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the first may stand, and the second: from a step on, up to one that is left out."""
        T, half = self.length, self.length // 2
        if self.places == PLACES[0]:
            return (1, half), (half, T - 1)
        return (T // 10, T // 5 + 1), (half, 3 * T // 5 + 1)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        met = codes >= X
        met &= codes < LAST
        first, second = met.argmax(axis=0), self.length - 1 - met[::-1].argmax(axis=0)
        every = np.arange(codes.shape[1])
        asked = 2 * (codes[first, every] - X) + codes[second, every] - X
        target = np.broadcast_to(asked.astype(np.intp), codes.shape)
        return Batch(one_hot(codes, self.inputs), target, asked_last(*codes.shape))

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Each of the four as often as it comes."""
        return (chance(self),)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The symbols of the probe."""
        return tuple(ORDER_SYMBOLS[place] for place in self.probe.x[:, 0].argmax(axis=-1))


def temporal_order(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return TemporalOrder(int(values["length"]), str(values["places"]))
