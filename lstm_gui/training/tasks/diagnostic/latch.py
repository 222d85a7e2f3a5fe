"""Latch: the first three numbers say which of two classes it is, and noise follows.

Bengio, Simard & Frasconi 1994, Learning Long-Term Dependencies with Gradient Descent is Difficult; numbers
and noise as in Hochreiter & Schmidhuber 1997, experiment 3a ("2-sequence problem").
"""

from functools import cached_property

import numpy as np

from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Classified, asked_last
from lstm_gui.training.tasks.guess import chance

SAID = 3  # steps that bring the class
NOISE = 0.2**0.5  # the standard deviation of what follows


class Latch(Classified):
    """Numbers: x (T, B, 1), three times −1 or 1 and then noise; asked at the last step: which was it?"""

    inputs = 1
    outputs = 2
    input_names = ("value",)
    output_names = ("−1", "1")

    def __init__(self, length: int) -> None:
        self.length = length

    def of(self, rng: np.random.Generator, size: int, part: str) -> Batch:
        """See `Drawn.of`: there is so much noise that seeds of their own hold it apart."""
        del part
        x = NOISE * rng.standard_normal((self.length, size, 1), dtype=np.float32)
        kind = rng.integers(0, 2, size)
        x[:SAID, :, 0] = 2 * kind - 1
        return Batch(x, np.broadcast_to(kind, (self.length, size)), asked_last(self.length, size))

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Either class is as likely, and the noise at the end says nothing."""
        return (chance(self),)


def latch(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Latch(int(values["length"]))
