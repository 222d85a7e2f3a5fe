"""Which place in the chart of losses stands for which update and which loss."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF

from lstm_gui.nets.activation import FloatArray

LEAST_STEPS = 100  # updates that the axis shows at least
DECADES = 2  # of losses that a logarithmic axis shows at least
MOST_DECADES = 16  # of what must be seen: beyond is the rounding of numbers
MOST_TICKS = 8  # that are written at an axis of losses
ROOM = 1.25  # above the highest of what must be seen


def round_up(number: float) -> float:
    """The next of 1, 2 and 5 times a power of ten."""
    if not number > 0 or not math.isfinite(number):
        return 1.0
    power = 10.0 ** math.floor(math.log10(number))
    return next(power * step for step in (1, 2, 5, 10) if number <= power * step * (1 + 1e-9))


def last_shown(step: int) -> int:
    """How far the axis of updates goes for a run of so many: it grows seldom, and by much."""
    return round(round_up(max(step, LEAST_STEPS)))


def loss_limits(must: Iterable[float], lowest: float, *, log: bool) -> tuple[float, float]:
    """The lowest and highest loss shown: what `must` be seen, and on a logarithmic axis the `lowest` too.

    They move by whole decades, so that a curve that falls does not drag its axis along.
    """
    known = [number for number in must if math.isfinite(number) and number > 0]
    high = round_up(max(known, default=1.0) * ROOM)
    if not log:
        return 0.0, high
    top = math.log10(high)
    floor = min(top - DECADES, max(top - MOST_DECADES, math.log10(min(known, default=high))))
    if math.isfinite(lowest) and lowest > 0:
        floor = min(floor, math.log10(lowest))
    return 10.0 ** math.floor(floor + 1e-9), high


@dataclass(frozen=True)
class LossAxes:
    """A box in pixels over the updates 0 … `last` and the losses `low` … `high`."""

    box: QRectF
    last: int
    low: float
    high: float
    log: bool

    def x(self, step: float) -> float:
        """Where an update stands across."""
        return self.box.left() + step / self.last * self.box.width()

    def y(self, loss: float) -> float:
        """Where a loss stands, held within the box so that what explodes stays in sight."""
        return float(self.ys(np.array([loss]))[0])

    def xs(self, steps: FloatArray) -> FloatArray:
        """Where updates stand across."""
        found: FloatArray = self.box.left() + steps * (self.box.width() / self.last)
        return found

    def ys(self, losses: FloatArray) -> FloatArray:
        """Where losses stand, each held within the box."""
        held = np.fmin(np.fmax(losses, self.low), self.high)
        if self.log:
            low, high = math.log10(self.low), math.log10(self.high)
            share = (np.log10(held) - low) / (high - low)
        else:
            share = (held - self.low) / (self.high - self.low)
        found: FloatArray = self.box.bottom() - share * self.box.height()
        return found

    def step(self, x: float) -> int:
        """The update that stands nearest to a place across."""
        return max(0, min(self.last, round((x - self.box.left()) / self.box.width() * self.last)))

    @property
    def step_ticks(self) -> list[int]:
        """The updates that are written at the axis."""
        return [round(self.last * part / 5) for part in range(6)]

    @property
    def loss_ticks(self) -> list[float]:
        """The losses that are written at the axis."""
        if not self.log:
            return [self.high * part / 4 for part in range(5)]
        first, last = round(math.log10(self.low)), math.floor(math.log10(self.high) + 1e-9)
        every = 1 + (last - first) // MOST_TICKS
        return [10.0**power for power in range(first, last + 1, every)]
