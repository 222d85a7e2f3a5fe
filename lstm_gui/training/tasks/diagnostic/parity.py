"""Parity: is the number of ones so far odd? Minsky & Papert 1969, Perceptrons.

There are 2^length strings. Those that are judged by are never learnt from as a whole, though their beginnings
may be: where it is asked at every step, the answers to those are no news.
"""

from functools import cached_property

import numpy as np

from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded, asked_last
from lstm_gui.training.tasks.guess import chance
from lstm_gui.training.tasks.held_out import Codes

ASKED = ("every step", "last step")


class Parity(Coded):
    """Bits: x (T, B, 1); asked at every step or at the last: even or odd (T, B)."""

    inputs = 1
    outputs = 2
    input_names = ("bit",)
    output_names = ("even", "odd")

    def __init__(self, length: int, asked: str = ASKED[0]) -> None:
        self.length, self.asked = length, asked

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """See `Coded.codes`."""
        return rng.integers(0, 2, (self.length, size), dtype=np.int8)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        weights = asked_last(*codes.shape) if self.asked == ASKED[1] else None
        target = np.bitwise_xor.accumulate(codes, axis=0).astype(np.intp)
        return Batch(codes[..., np.newaxis].astype(np.float32), target, weights)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Even and odd are as likely, whatever the last bit is."""
        return (chance(self),)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The bits of the probe."""
        return tuple(str(int(bit)) for bit in self.probe.x[:, 0, 0])


def parity(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Parity(int(values["length"]), str(values["asked"]))
