"""aⁿbⁿ and aⁿbⁿcⁿ: as many of each, and which symbols may come next?

Gers & Schmidhuber 2001, LSTM Recurrent Networks Learn Simple Context-Free and Context-Sensitive Languages.

There are only as many strings as n has values, so none is held out among those that are learnt from: judged
are longer strings than any of them, for which a network must count further than it ever had to.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Score, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.diagnostic.reber import wrong
from lstm_gui.training.tasks.drawn import Drawn, one_hot
from lstm_gui.training.tasks.guess import chance, memoryless
from lstm_gui.training.tasks.held_out import LEARN, TEST


class CountingLanguage(Drawn):
    """Symbols one-hot: x (T, B, letters); asked at every step, for each symbol and the end: may it come next?

    Learnt from n = 1 … `longest`; judged by those up to twice as long, tested on those up to four times.
    """

    answers = "bits"
    score_name = "longest n that is right, and all below"

    def __init__(self, letters: str, longest: int) -> None:
        self.letters, self.longest = letters, longest

    @property
    def inputs(self) -> int:
        """One number a letter."""
        return len(self.letters)

    @property
    def outputs(self) -> int:
        """One number a letter, and one for the end."""
        return len(self.letters) + 1

    @property
    def input_names(self) -> tuple[str, ...]:
        """The letters."""
        return tuple(self.letters)

    @property
    def output_names(self) -> tuple[str, ...]:
        """The letters, and the end."""
        return (*self.letters, "end")

    def of(self, rng: np.random.Generator, size: int, part: str) -> Batch:
        """See `Drawn.of`: one string for each n, where it is judged."""
        if part == LEARN:
            return self.strings(rng.integers(1, self.longest + 1, size))
        start = self.longest * (2 if part == TEST else 1)
        return self.strings(np.arange(start, 2 * start) + 1)

    @cached_property
    def probe(self) -> Batch:
        """See `Task.probe`: the longest string that is learnt from."""
        return self.strings(np.array([self.longest]))

    def strings(self, n: NDArray[np.integer]) -> Batch:
        """The string of each n (B,)."""
        lengths = n * self.inputs
        t = np.arange(lengths.max())[:, np.newaxis]
        letter = np.minimum(t // n, self.inputs - 1)
        target = one_hot(letter + (t % n == n - 1), self.outputs)  # the last of each letter brings the next
        target[..., 0] = letter == 0
        target[..., 1] = np.where(letter == 0, 1, target[..., 1])  # among the first letters, either may come
        return Batch(one_hot(letter, self.inputs), target, None, lengths)

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The longest n of the batch up to which all strings are right."""
        failed = wrong(y, batch).any(axis=0)
        n = np.asarray(batch.lengths) // self.inputs
        limit = int(n[failed].min()) if failed.any() else int(n.max()) + 1
        return Score(float(limit - 1), not failed.any())

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """How often each may come next at all, and after the symbol that is read."""
        return chance(self, "the same at every step"), memoryless(self, "the last symbol alone")

    @property
    def step_names(self) -> tuple[str, ...]:
        """The symbols of the probe."""
        return tuple(self.letters[place] for place in self.probe.x[:, 0].argmax(axis=-1))


def two_letters(values: dict[str, Value], data: Data | None) -> Task:
    """aⁿbⁿ, for the catalogue."""
    del data
    return CountingLanguage("ab", int(values["longest"]))


def three_letters(values: dict[str, Value], data: Data | None) -> Task:
    """aⁿbⁿcⁿ, for the catalogue."""
    del data
    return CountingLanguage("abc", int(values["longest"]))
