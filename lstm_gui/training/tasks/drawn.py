"""A task whose sequences are drawn by a rule: as many as one likes, and three parts of them."""

from abc import abstractmethod
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.task import Score, Task
from lstm_gui.training.tasks.held_out import LEARN, TEST, VALIDATION, Codes, of_part

_SEEDS = {VALIDATION: 1_000_001, TEST: 1_000_002, "probe": 1_000_003}


class Drawn(Task):
    """Its validation and test sets come from seeds of their own and from parts that are not learnt from."""

    judged = 128  # sequences of the validation set
    tested = 512  # sequences of the test set

    @abstractmethod
    def of(self, rng: np.random.Generator, size: int, part: str) -> Batch:
        """Sequences of a part: held_out.LEARN, VALIDATION or TEST."""

    def draw(self, rng: np.random.Generator, size: int, step: int) -> Batch:
        """See `Task.draw`; every batch is new."""
        del step
        return self.of(rng, size, LEARN)

    @cached_property
    def validation(self) -> Batch:
        """See `Task.validation`."""
        return self.of(np.random.default_rng(_SEEDS[VALIDATION]), self.judged, VALIDATION)

    @cached_property
    def test(self) -> Batch:
        """See `Task.test`."""
        return self.of(np.random.default_rng(_SEEDS[TEST]), self.tested, TEST)

    @cached_property
    def probe(self) -> Batch:
        """See `Task.probe`."""
        return self.of(np.random.default_rng(_SEEDS["probe"]), 1, VALIDATION)


class Classified(Drawn):
    """A task that asks for one of several classes, judged by the share of the answers that are right."""

    answers = "classes"
    score_name = "share of answers right"
    solved_at = 0.99

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The share of the steps that count at which the likeliest class is the right one."""
        right = y.argmax(axis=-1) == batch.target
        share = float(right.mean() if batch.weights is None else right[batch.weights > 0].mean())
        return Score(share, share >= self.solved_at)


class Coded(Classified):
    """A task of symbols: codes are drawn, of one part, and from them comes what is read and what is asked."""

    @abstractmethod
    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(T, size) sequences by the rule, of any part."""

    @abstractmethod
    def batch(self, codes: Codes) -> Batch:
        """What is read and asked of sequences (T, B)."""

    def of(self, rng: np.random.Generator, size: int, part: str) -> Batch:
        """See `Drawn.of`."""
        return self.batch(of_part(lambda count: self.codes(rng, count), size, part))


def one_hot(codes: Codes, width: int) -> FloatArray:
    """(…) whole numbers as (…, width) zeros with a 1 each; a code below 0 stays all zero."""
    coded: FloatArray = (codes[..., np.newaxis] == np.arange(width)).astype(np.float32)
    return coded


def asked_last(steps: int, size: int) -> FloatArray:
    """Weights (T, B) where only the last step counts."""
    weights = np.zeros((steps, size), np.float32)
    weights[-1] = 1
    return weights
