"""The axes of one plot through time: which place stands for which step and value."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

ROOM = 0.6  # of a step, before the first and after the last


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

    def points(self, values: Sequence[float]) -> list[QPointF]:
        """Where a curve passes, one value a step."""
        apart = self.box.width() / (self.last - self.first)
        start, foot = self.x(1), self.box.bottom()
        low, high = self.low, self.high
        tall = self.box.height() / (high - low)
        held = (value if low <= value <= high else self._held(value) for value in values)
        return [QPointF(start + n * apart, foot - (value - low) * tall) for n, value in enumerate(held)]

    def _held(self, value: float) -> float:
        return max(self.low, min(self.high, value)) if value == value else self.low

    def step(self, x: float) -> int:
        """The step nearest to a place across."""
        reached = (x - self.box.left()) / self.box.width() * (self.last - self.first) + self.first
        return max(1, min(self.steps, round(reached)))

    def value(self, y: float) -> float:
        """The value at a height."""
        return self.low + (self.box.bottom() - y) / self.box.height() * (self.high - self.low)
