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
    """A box in pixels over the values `low` … `high` and the steps 1 … `steps`, or those in view of them."""

    box: QRectF
    steps: int
    low: float
    high: float
    view: tuple[int, int] | None = None  # the first and the last step in view; None for all

    @property
    def first_step(self) -> int:
        """The first step in view."""
        return self.view[0] if self.view else 1

    @property
    def last_step(self) -> int:
        """The last step in view."""
        return self.view[1] if self.view else self.steps

    @property
    def is_whole(self) -> bool:
        """Whether every step is in view."""
        return (self.first_step, self.last_step) == (1, self.steps)

    @property
    def first(self) -> float:
        """The left edge, in steps."""
        return self.first_step - ROOM

    @property
    def last(self) -> float:
        """The right edge, in steps."""
        return self.last_step + ROOM

    @property
    def apart(self) -> float:
        """How far a step is from the next, in pixels."""
        return self.box.width() / (self.last - self.first)

    @property
    def beside(self) -> slice:
        """The places of the steps in view, and one at each side, to which a line leads."""
        return slice(max(0, self.first_step - 2), self.last_step + 1)

    @property
    def shown(self) -> slice:
        """The places of the steps in view."""
        return slice(self.first_step - 1, self.last_step)

    def shows(self, step: float) -> bool:
        """Whether a step is in view."""
        return self.first <= step <= self.last

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
        held = np.fmin(np.fmax(values, self.low), self.high)  # what is not a number is low
        found = np.empty((len(held), 2))
        found[:, 0] = self.x(1) + self.apart * np.arange(len(held))
        found[:, 1] = self.box.bottom() - (held - self.low) * (self.box.height() / (self.high - self.low))
        return found

    def _held(self, value: float) -> float:
        return max(self.low, min(self.high, value)) if value == value else self.low

    def step(self, x: float) -> int:
        """The step in view that is nearest to a place across."""
        reached = (x - self.box.left()) / self.box.width() * (self.last - self.first) + self.first
        return max(self.first_step, min(self.last_step, round(reached)))

    def value(self, y: float) -> float:
        """The value at a height."""
        return self.low + (self.box.bottom() - y) / self.box.height() * (self.high - self.low)
