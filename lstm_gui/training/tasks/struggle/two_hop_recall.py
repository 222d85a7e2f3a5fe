"""Two-hop recall: who has which box, which box holds which number; what has A?

After the questions with two supporting facts of Weston et al. 2015, Towards AI-Complete Question Answering.
"""

from functools import cached_property

import numpy as np

from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded, asked_last, one_hot
from lstm_gui.training.tasks.guess import chance
from lstm_gui.training.tasks.held_out import Codes
from lstm_gui.training.tasks.struggle.listed import any_listed

OWNERS = "ABCDEFGH"
BOXES = "stuvwxyz"
NUMBERS = "1234"


class TwoHopRecall(Coded):
    """Facts in any order, owner with box or box with number, then an owner: x (2 · pairs + 1, B, 20)."""

    inputs = len(OWNERS) + len(BOXES) + len(NUMBERS)
    outputs = len(NUMBERS)
    input_names = (*OWNERS, *BOXES, *NUMBERS)
    output_names = tuple(NUMBERS)

    def __init__(self, pairs: int) -> None:
        self.pairs = pairs

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(5 · pairs + 1, size): owners, their boxes, the boxes' numbers, the order, who is asked for."""
        pairs = self.pairs
        owners, boxes = (rng.random((8, size), dtype=np.float32).argsort(axis=0)[:pairs] for _ in range(2))
        numbers = rng.integers(0, len(NUMBERS), (pairs, size))
        order = rng.random((2 * pairs, size), dtype=np.float32).argsort(axis=0)
        asked = rng.integers(0, pairs, (1, size))
        return np.concatenate([owners, boxes, numbers, order, asked]).astype(np.int8)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        n, size = self.pairs, codes.shape[1]
        owners, boxes, numbers = codes[:n], codes[n : 2 * n], codes[2 * n : 3 * n]
        none, every = np.full_like(owners, -1), np.arange(size)
        facts = np.stack(
            [np.concatenate(rows) for rows in ((owners, none), (boxes, boxes), (none, numbers))]
        )  # (3, 2 · pairs, B)
        told = np.take_along_axis(facts, codes[np.newaxis, 3 * n : 5 * n].astype(np.intp), axis=1)
        asked = np.full((3, 1, size), -1, np.int8)
        asked[0, 0] = owners[codes[-1], every]
        owner, box, number = np.concatenate([told, asked], axis=1)
        x = np.concatenate([one_hot(owner, 8), one_hot(box, 8), one_hot(number, len(NUMBERS))], axis=-1)
        target = np.broadcast_to(numbers[codes[-1], every].astype(np.intp), owner.shape)
        return Batch(x, target, asked_last(2 * n + 1, size))

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Any number at all; any of the list, as often as it stands there, without knowing whose it is."""
        return chance(self), any_listed(self, "a number of the list", -len(NUMBERS))

    @property
    def step_names(self) -> tuple[str, ...]:
        """The facts of the probe, "As" and "s3", and what is asked, "A?"."""
        said = ["".join(np.array(self.input_names)[row > 0]) for row in self.probe.x[:, 0]]
        return (*said[:-1], said[-1] + "?")


def two_hop_recall(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return TwoHopRecall(int(values["pairs"]))
