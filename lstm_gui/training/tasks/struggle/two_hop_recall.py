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

OWNERS = "ABCD"
BOXES = "wxyz"
NUMBERS = "1234"
ORDERS = ("owners first", "any")
ABSENT = -1


class TwoHopRecall(Coded):
    """Facts, each an owner with a box or a box with a number, then an owner: x (2 · pairs + 1, B, 12)."""

    inputs = len(OWNERS) + len(BOXES) + len(NUMBERS)
    outputs = len(NUMBERS)
    input_names = (*OWNERS, *BOXES, *NUMBERS)
    output_names = tuple(NUMBERS)

    def __init__(self, pairs: int, order: str = ORDERS[0]) -> None:
        self.pairs, self.order = pairs, order

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(3 · T, size): the owners of all steps, then the boxes, then the numbers; ABSENT where none is."""
        pairs, every = self.pairs, np.arange(size)
        owners, boxes = (
            rng.random((len(OWNERS), size), dtype=np.float32).argsort(axis=0)[:pairs] for _ in range(2)
        )
        numbers = rng.integers(0, len(NUMBERS), (pairs, size))
        late = rng.random((2 * pairs, size), dtype=np.float32)
        if self.order == ORDERS[0]:
            late[pairs:] += 1
        order = late.argsort(axis=0)
        codes = np.full((3, 2 * pairs + 1, size), ABSENT, np.int8)
        for row, facts in enumerate(((owners, None), (boxes, boxes), (None, numbers))):
            parts = [np.full_like(owners, ABSENT) if part is None else part for part in facts]
            codes[row, :-1] = np.take_along_axis(np.concatenate(parts), order, axis=0)
        codes[0, -1] = owners[rng.integers(0, pairs, size), every]
        return codes.reshape(-1, size)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        steps, size = len(codes) // 3, codes.shape[1]
        owner, box, number = codes.reshape(3, steps, size)
        every = np.arange(size)
        asked = box[(owner[:-1] == owner[-1]).argmax(axis=0), every]
        found = number[((box == asked) & (number != ABSENT)).argmax(axis=0), every]
        coded = ((owner, OWNERS), (box, BOXES), (number, NUMBERS))
        x = np.concatenate([one_hot(code, len(names)) for code, names in coded], axis=-1)
        target = np.broadcast_to(found.astype(np.intp), owner.shape)
        return Batch(x, target, asked_last(steps, size))

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
    return TwoHopRecall(int(values["pairs"]), str(values["order"]))
