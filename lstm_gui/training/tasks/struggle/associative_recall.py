"""Associative recall: a list of facts is read, each a key with its value, and one key is asked for.

After Ba et al. 2016, Using Fast Weights to Attend to the Recent Past, section 4.1, where key and value come
one after the other; here a step brings both, so that what is hard is the list and not the order.
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

KEYS = "ABCDEFGHIJKLMNOP"
VALUES = "1234"


class AssociativeRecall(Coded):
    """`facts` steps with a key and a value, then a key alone: x (facts + 1, B, 20), a value at the end."""

    inputs = len(KEYS) + len(VALUES)
    outputs = len(VALUES)
    input_names = (*KEYS, *VALUES)
    output_names = tuple(VALUES)

    def __init__(self, facts: int) -> None:
        self.facts = facts

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(facts + 1, size) facts, key · len(VALUES) + value, no key twice; the last is the key asked for."""
        keys = rng.random((len(KEYS), size), dtype=np.float32).argsort(axis=0)[: self.facts]
        codes = np.empty((self.facts + 1, size), np.int16)
        codes[:-1] = keys * len(VALUES) + rng.integers(0, len(VALUES), (self.facts, size))
        codes[-1] = keys[rng.integers(0, self.facts, size), np.arange(size)] * len(VALUES)
        return codes

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        keys, values = codes // len(VALUES), codes % len(VALUES)
        x = np.concatenate([one_hot(keys, len(KEYS)), one_hot(values, len(VALUES))], axis=-1)
        x[-1, :, len(KEYS) :] = 0
        asked = (keys[:-1] == keys[-1]).argmax(axis=0)
        target = np.broadcast_to(values[asked, np.arange(codes.shape[1])].astype(np.intp), keys.shape)
        return Batch(x, target, asked_last(*codes.shape))

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Any value at all; any of the list, as often as it stands there, without knowing whose it is."""
        return chance(self), any_listed(self, "a value of the list", -len(VALUES))

    @property
    def step_names(self) -> tuple[str, ...]:
        """The facts of the probe, "A3", and what is asked, "A?"."""
        x = self.probe.x[:, 0]
        keys, values = x[:, : len(KEYS)].argmax(axis=-1), x[:-1, len(KEYS) :].argmax(axis=-1)
        said = [*(VALUES[value] for value in values), "?"]
        return tuple(KEYS[key] + value for key, value in zip(keys, said, strict=True))


def associative_recall(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return AssociativeRecall(int(values["facts"]))
