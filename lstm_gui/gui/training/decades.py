"""Axes of powers of ten: losses fall by as many times in equal heights."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

_SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NEARLY = 1e-9  # of a power of ten: what is a power itself is its own end
_LEAST, _MOST = -12, 12  # powers of ten that are shown at all


@dataclass(frozen=True, slots=True)
class Decades:
    """From 10^low to 10^high."""

    low: int
    high: int

    @property
    def powers(self) -> range:
        """Every power of ten on the axis, its ends too."""
        return range(self.low, self.high + 1)

    def share(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """How far up numbers stand, from 0 to 1; what lies beyond an end stands at that end."""
        with np.errstate(divide="ignore"):
            logs = np.log10(np.maximum(values, 0.0))
        return np.clip((logs - self.low) / (self.high - self.low), 0.0, 1.0)


def decades_of(values: Iterable[float], before: Decades | None = None) -> Decades:
    """The least axis for numbers above 0, which never becomes shorter than one before."""
    known = [value for value in values if 0 < value < math.inf]
    low = math.floor(math.log10(min(known)) + _NEARLY) if known else -1
    high = math.ceil(math.log10(max(known)) - _NEARLY) if known else 0
    low, high = max(_LEAST, low), min(_MOST, high)
    if before is not None:
        low, high = min(low, before.low), max(high, before.high)
    if high <= low:
        low, high = low - 1, low + 1
    return Decades(low, high)


def power_words(power: int) -> str:
    """A power of ten as it is read best: "0.01", "1", "10⁶"."""
    if -3 <= power <= 3:
        return f"{10.0**power:g}"
    digits = "".join(_SMALL[int(digit)] for digit in str(abs(power)))
    return f"10{'⁻' if power < 0 else ''}{digits}"


def height(box: QRectF, share: float) -> float:
    """Where a share of the axis stands in a box, in pixels."""
    return box.bottom() - share * box.height()
