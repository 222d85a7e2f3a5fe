"""What can be reached without memory: the best answer that depends on the input of the same step alone."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.task import Baseline, Task

_SEED = 1_000_004
_STREAMS = 512  # sequences from which the guesses are made
_SEEN_BEFORE = 0.01  # answers of each kind, so that none is ever impossible


def chance(task: Task, name: str = "chance") -> Baseline:
    """Always the same answer, the best one: the mean, or each class as often as it comes."""
    return _guessed(task, name, by_input=False)


def memoryless(task: Task, name: str = "without memory") -> Baseline:
    """The best answer to each input, whatever was read before it. For inputs of which there are few."""
    return _guessed(task, name, by_input=True)


def _guessed(task: Task, name: str, *, by_input: bool) -> Baseline:
    """Made from sequences to learn from, and measured on the others."""
    learnt = task.draw(np.random.default_rng(_SEED), _STREAMS, 0)
    inputs, answers = _rows(learnt, by_input), _answers(task, learnt)
    kinds, places = np.unique(inputs, axis=0, return_inverse=True)
    sums = np.zeros((len(kinds) + 1, answers.shape[1]))
    counts = np.zeros((len(kinds) + 1, 1))
    np.add.at(sums, places.ravel(), answers)
    np.add.at(counts, places.ravel(), 1)
    sums[-1], counts[-1] = answers.sum(axis=0), len(answers)  # for an input that was never read
    table = _said(task, sums, counts)
    return Baseline(
        name,
        *(task.loss(_told(table, kinds, batch, by_input), batch) for batch in (task.validation, task.test)),
    )


def _counts(batch: Batch) -> NDArray[np.bool_]:
    """(T, B): what the loss counts."""
    T, B = batch.x.shape[:2]
    counted = np.ones((T, B), np.bool_) if batch.weights is None else batch.weights > 0
    return counted if batch.lengths is None else counted & (np.arange(T)[:, np.newaxis] < batch.lengths)


def _rows(batch: Batch, by_input: bool) -> FloatArray:
    """The inputs (N, I) of the steps that count; all alike where they are not to be looked at."""
    rows: FloatArray = batch.x[_counts(batch)]
    return rows if by_input else np.zeros((len(rows), 1), np.float32)


def _answers(task: Task, batch: Batch) -> FloatArray:
    """The answers (N, K) of the steps that count."""
    asked: NDArray[Any] = batch.target[_counts(batch)]
    return np.eye(task.outputs)[asked] if task.answers == "classes" else asked


def _said(task: Task, sums: FloatArray, counts: FloatArray) -> FloatArray:
    """What is answered to each kind of input: a mean, or the logits of how often it was so."""
    said: FloatArray = sums / counts
    if task.answers == "classes":
        said = np.log(sums + _SEEN_BEFORE)
    elif task.answers == "bits":
        said = np.log(sums + _SEEN_BEFORE) - np.log(counts - sums + _SEEN_BEFORE)
    return said


def _told(table: FloatArray, kinds: FloatArray, batch: Batch, by_input: bool) -> FloatArray:
    """The answers (T, B, K) of the table to a batch."""
    shape = (*batch.x.shape[:2], table.shape[1])
    if not by_input:
        return np.broadcast_to(table[0], shape).astype(np.float32)
    same = (batch.x[..., np.newaxis, :] == kinds).all(axis=-1)  # (T, B, kinds)
    place = np.where(same.any(axis=-1), same.argmax(axis=-1), len(kinds))
    return table[place].astype(np.float32)
