"""A stroke drawn over the dots of the input: which steps it passes, and at which heights."""

from PySide6.QtCore import QPointF, Qt

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.quantity import Quantity

DRAWING_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier  # held, the mouse draws


class Stroke:
    """From where the mouse was pressed to where it is let go, by the axes as they were at the press."""

    def __init__(self, where: QPointF, axes: Axes, reach: float) -> None:
        self.first = axes.step(where.x())
        self._axes, self._limits = axes, limits(Quantity("x", self.first), reach)
        self._last = self._point(where)

    def begin(self) -> dict[int, float]:
        """What the press puts in: step -> value."""
        return dict((self._last,))

    def to(self, where: QPointF) -> dict[int, float]:
        """What moving there puts in: every step on the way, on a straight line."""
        (start, low), (end, high) = self._last, self._point(where)
        self._last = end, high
        way = 1 if end >= start else -1
        count = abs(end - start)
        rise = (high - low) / count if count else 0.0
        passed = {start + way * n: self._held(low + rise * n) for n in range(1, count)}
        return {**passed, end: high}

    def _point(self, where: QPointF) -> tuple[int, float]:
        return self._axes.step(where.x()), self._held(self._axes.value(where.y()))

    def _held(self, value: float) -> float:
        return self._limits.hold(round(value, self._limits.decimals))
