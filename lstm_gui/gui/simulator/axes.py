"""The axes of one plot through time: which place stands for which step and value."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

ROOM = 0.6  # of a step, before the first and after the last


Places = NDArray[np.float64]  # (n, 2), across and down, in pixels


@dataclass(frozen=True)
class Axes:
    """A box in pixels over the steps 1 … `steps` and the values `low` … `high`."""

    box: QRectF
    steps: int
    low: float
    high: float

    @property
    def first(self) -> float:
        """The step at the left edge."""
        return 1.0 - ROOM

    @property
    def last(self) -> float:
        """The step at the right edge."""
        return self.steps + ROOM

    def x(self, step: float) -> float:
        """Where a step stands across."""
        return self.box.left() + (step - self.first) / (self.last - self.first) * self.box.width()

    def y(self, value: float) -> float:
        """Where a value stands, held within the box so that what explodes stays in sight."""
        return self.box.bottom() - (self._held(value) - self.low) / (self.high - self.low) * self.box.height()

    def point(self, step: float, value: float) -> QPointF:
        """Where a step and a value meet."""
        return QPointF(self.x(step), self.y(value))

    def places(self, values: Sequence[float]) -> Places:
        """Where a curve passes, one value a step: (steps, 2), across and down."""
        held = np.nan_to_num(np.asarray(values), nan=self.low).clip(self.low, self.high)
        found = np.empty((len(held), 2))
        apart = self.box.width() / (self.last - self.first)
        found[:, 0] = self.x(1) + apart * np.arange(len(held))
        found[:, 1] = self.box.bottom() - (held - self.low) * (self.box.height() / (self.high - self.low))
        return found

    def _held(self, value: float) -> float:
        return max(self.low, min(self.high, value)) if value == value else self.low

    def step(self, x: float) -> int:
        """The step nearest to a place across."""
        reached = (x - self.box.left()) / self.box.width() * (self.last - self.first) + self.first
        return max(1, min(self.steps, round(reached)))

    def value(self, y: float) -> float:
        """The value at a height."""
        return self.low + (self.box.bottom() - y) / self.box.height() * (self.high - self.low)
