"""A share of answers, with how far chance alone could have moved it."""

import math
from dataclasses import dataclass

_Z = 1.959964  # of a normal distribution, for 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some answers were good, in a range `low` ≤ … ≤ `high` of something."""

    low: int
    high: int | None  # None: no end
    asked: int
    good: int
    expected: float | None = None  # the mean of what was said or predicted of them, 0 … 1

    @property
    def share(self) -> float | None:
        """0 … 1; None where there was no answer."""
        return self.good / self.asked if self.asked else None

    @property
    def bounds(self) -> tuple[float, float]:
        """Wilson's interval: the true share lies in it in 95 of 100 such cases. 0 … 1 for no answer."""
        if not self.asked:
            return 0.0, 1.0
        share, square = self.good / self.asked, _Z * _Z / self.asked
        middle = (share + square / 2) / (1 + square)
        aside = math.sqrt(share * (1 - share) * square + square * square / 4) / (1 + square)
        return max(0.0, middle - aside), min(1.0, middle + aside)
