"""A series cut in time: first what is learnt from, then what is judged by, last what nothing is chosen by.

A point is a step t at which steps t + 1 … t + h are forecast. It belongs to the part in which all of these
lie, so that no number is an answer in two parts; what is read before it may lie in the part before.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lstm_gui.training.tasks.forecasting.choices import LEAST_WINDOW

Index = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Split:
    """Three parts of N steps. Raises ValueError, in words for the person, where they are too short."""

    steps: int  # N
    validation_share: float  # of all steps
    test_share: float
    window: int  # steps that are read one after another
    horizon: int  # h

    def __post_init__(self) -> None:
        shortest = min(self.stop - self.train, self.steps - self.stop)
        if self.train < self.window + self.horizon or shortest < self.horizon:
            longest = self.train - self.horizon
            window = f"a window of at most {longest}, " if LEAST_WINDOW <= longest < self.window else ""
            raise ValueError(
                f"{self.steps} steps are too few for a window of {self.window} and a horizon of "
                f"{self.horizon}: the training part has {self.train}, the shortest other {shortest}. "
                f"Choose {window}a shorter horizon, other shares, or a longer series."
            )

    @property
    def train(self) -> int:
        """Where the training part ends and validation begins."""
        return self.stop - round(self.steps * self.validation_share)

    @property
    def stop(self) -> int:
        """Where validation ends and the test part begins."""
        return self.steps - round(self.steps * self.test_share)

    @property
    def warm_up(self) -> int:
        """Steps at the start of a window that are read and not judged: half of it."""
        return self.window // 2

    @property
    def starts(self) -> int:
        """How many windows begin in the training part and have all their answers in it."""
        return self.train - self.horizon - self.window + 1

    def points(self, first: int, stop: int) -> range:
        """The points of a part that begins at step `first` and ends before `stop`."""
        return range(max(first - 1, self.window - 1), stop - self.horizon)

    def windows(self, first: int, stop: int) -> tuple[Index, NDArray[np.float32]]:
        """The steps (T, B) of windows that judge each point of a part once, and what counts there (T, B)."""
        points = self.points(first, stop)
        judged = self.window - self.warm_up
        ends = [*range(points.start + judged - 1, points.stop - 1, judged), points.stop - 1]
        steps = np.arange(self.window)[:, np.newaxis] + (np.array(ends) - self.window + 1)  # (T, B)
        before = np.array([points.start - 1, *ends[:-1]])  # the last point judged by the window before
        return steps, (steps > before).astype(np.float32)
