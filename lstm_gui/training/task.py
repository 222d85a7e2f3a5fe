"""A task: what is read, what should be answered, and how good one is without learning anything."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch, loss_of


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is reached without a network: the line in the picture of the losses."""

    name: str  # "persistence", "linear autoregression", "bigrams", "chance"
    loss: float  # of the validation set, in the unit of the task's loss
    test: float  # of the test set


@dataclass(frozen=True, slots=True)
class Score:
    """How good answers are, in words of the task: the share that is right, say."""

    value: float
    solved: bool  # whether it is good enough to say that the task was learnt


class Task(ABC):
    """Data, loss, split and baseline. Everything drawn depends on the seeds given alone.

    `cached_property` keeps the fixed sets; a task is made anew from its `TaskChoice` in another process.
    """

    answers: str  # one of batch.LOSSES: "numbers", "classes", "bits"
    score_name: str  # "share of answers right", "mean squared error"
    continual: bool = False  # whether batches may go on where the one before ended: see `Batch.continues`
    reads_what_it_foretells: bool = False  # whether each answer is what is read at the next step
    feeds_back: bool = False  # whether a network can read its own answers: see `fed_back`

    @property
    @abstractmethod
    def inputs(self) -> int:
        """How many numbers are read at a step (I)."""

    @property
    @abstractmethod
    def outputs(self) -> int:
        """How many numbers are answered at a step (K)."""

    @abstractmethod
    def draw(self, rng: np.random.Generator, size: int, step: int) -> Batch:
        """Sequences to learn from, of the training part alone; `step` counts updates from 0.

        The same generator state, size and step give the same batch to the bit.
        """

    @cached_property
    @abstractmethod
    def validation(self) -> Batch:
        """The sequences on which progress is judged while it learns."""

    @cached_property
    @abstractmethod
    def test(self) -> Batch:
        """The sequences that nothing is chosen by: looked at last."""

    @cached_property
    @abstractmethod
    def probe(self) -> Batch:
        """One sequence (B = 1) to look at while it learns."""

    @cached_property
    @abstractmethod
    def baselines(self) -> tuple[Baseline, ...]:
        """What there is to beat, the best last."""

    @abstractmethod
    def score(self, y: FloatArray, batch: Batch) -> Score:
        """How good predictions y (T, B, K) are."""

    def fed_back(self, x: FloatArray, y: FloatArray) -> FloatArray:
        """What is read at the next step by a network that reads its own answers.

        From what it would read else, x (B, I), and what it answered the step before, y (B, K). Asked for only
        where the task `feeds_back`.
        """
        raise ValueError(f"{type(self).__name__} has no way from answers {y.shape} to inputs {x.shape}")

    @property
    def warm_up(self) -> int:
        """How many steps of truth a network reads before the one after which it may read its own answers."""
        return 0

    @property
    def step_names(self) -> tuple[str, ...]:
        """What the steps of the probe are called: symbols, dates; () where they have no names."""
        return ()

    @property
    def input_names(self) -> tuple[str, ...]:
        """What the inputs are called; () where they have no names."""
        return ()

    @property
    def output_names(self) -> tuple[str, ...]:
        """What the outputs are called: classes, columns; () where they have no names."""
        return ()

    def loss(self, y: FloatArray, batch: Batch) -> float:
        """The loss of predictions y (T, B, K)."""
        return loss_of(self.answers, y, batch).value
