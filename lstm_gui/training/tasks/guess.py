"""What can be reached without learning: the best answer that depends on little of what is read."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.task import Baseline, Task

_SEED = 1_000_004
_READ = 512  # sequences from which the guesses are made
_SEEN_BEFORE = 0.01  # answers of each kind, so that none is ever impossible

Seen = Callable[[Batch], NDArray[Any]]
"""What a guess may look at: (T, B, …) numbers of which few differ."""


def nothing(batch: Batch) -> NDArray[Any]:
    """All steps alike."""
    return np.zeros((*batch.x.shape[:2], 1), np.float32)


def the_input(batch: Batch) -> NDArray[Any]:
    """What is read at the step itself."""
    return batch.x


def the_step(batch: Batch) -> NDArray[Any]:
    """The number of the step."""
    T, B = batch.x.shape[:2]
    return np.broadcast_to(np.arange(T)[:, np.newaxis, np.newaxis], (T, B, 1))


def guess(task: Task, name: str, seen: Seen) -> Baseline:
    """The best answer to each thing that may be seen: the mean, or each class as often as it comes.

    Made from sequences to learn from, and measured on the others.
    """
    learnt = task.draw(np.random.default_rng(_SEED), _READ, 0)
    counted = _counts(learnt)
    kinds, places = np.unique(seen(learnt)[counted], axis=0, return_inverse=True)
    table = _said(task, _answers(task, learnt)[counted], places.ravel(), len(kinds))
    told = (task.loss(table[_place(kinds, seen(batch))], batch) for batch in (task.validation, task.test))
    return Baseline(name, *told)


def chance(task: Task, name: str = "chance") -> Baseline:
    """Always the same answer, the best one there is."""
    return guess(task, name, nothing)


def memoryless(task: Task, name: str) -> Baseline:
    """The best answer to each input, whatever was read before it."""
    return guess(task, name, the_input)


def _counts(batch: Batch) -> NDArray[np.bool_]:
    """(T, B): what the loss counts."""
    T, B = batch.x.shape[:2]
    counted = np.ones((T, B), np.bool_) if batch.weights is None else batch.weights > 0
    return counted if batch.lengths is None else counted & (np.arange(T)[:, np.newaxis] < batch.lengths)


def _answers(task: Task, batch: Batch) -> FloatArray:
    """The answers (T, B, K)."""
    asked: FloatArray = np.eye(task.outputs)[batch.target] if task.answers == "classes" else batch.target
    return asked


def _said(task: Task, answers: FloatArray, places: NDArray[np.intp], kinds: int) -> FloatArray:
    """(kinds + 1, K) what is answered to each kind, the last for one never seen: means, or logits."""
    sums = np.zeros((kinds + 1, answers.shape[1]))
    np.add.at(sums, places, answers)
    counts = np.bincount(places, minlength=kinds + 1)[:, np.newaxis]
    sums[-1], counts[-1] = answers.sum(axis=0), len(answers)
    said: FloatArray = sums / counts
    if task.answers == "classes":
        said = np.log(sums + _SEEN_BEFORE)
    elif task.answers == "bits":
        said = np.log(sums + _SEEN_BEFORE) - np.log(counts - sums + _SEEN_BEFORE)
    return said.astype(np.float32)


def _place(kinds: NDArray[Any], seen: NDArray[Any]) -> NDArray[np.intp]:
    """(T, B): which kind each is, or `len(kinds)`."""
    same = (seen[..., np.newaxis, :] == kinds).all(axis=-1)
    return np.where(same.any(axis=-1), same.argmax(axis=-1), len(kinds))
