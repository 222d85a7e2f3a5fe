"""Axes that change in steps, and say so: 1, 2, 3, 5, 10 … and back only when most of an axis stands empty."""

import math
from dataclasses import dataclass, field

import numpy as np

from lstm_gui.nets.activation import FloatArray

_EMPTY = 0.3  # of an axis: where numbers fill less, it becomes shorter


_STEPS, _FINE = (1, 2, 3, 5, 10), (1, 1.5, 2, 3, 4, 5, 6, 8, 10)


def rounded_up(value: float, *, fine: bool = False) -> float:
    """The least of 1, 2, 3, 5, 10, 20 … and 0.5, 0.3 … that is no smaller; 1 for what is not finite.

    `fine` steps lie nearer to each other: for colours, of which an empty half is a loss.
    """
    if not 0 < value < math.inf:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (_FINE if fine else _STEPS) if step * power >= value * (1 - 1e-9))


def largest(*arrays: FloatArray) -> float:
    """The largest absolute number of some arrays that is finite; 0 where there is none."""
    found = [np.abs(array[np.isfinite(array)]).max(initial=0) for array in arrays]
    return float(max(found, default=0.0))


@dataclass
class Scales:
    """The ends of axes by name, as they stand, and which of them changed when numbers came in last."""

    limits: dict[str, float] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """New numbers come in."""
        self.changed = set()

    def limit(self, name: str, most: float, least: float = 1.0, *, fine: bool = False) -> float:
        """The end of an axis that holds `most`, and is no shorter than `least`."""
        wanted = max(least, rounded_up(most, fine=fine))
        before = self.limits.get(name)
        if before is not None and _EMPTY * before <= most <= before:
            return before
        if before is not None and before != wanted:
            self.changed.add(name)
        self.limits[name] = wanted
        return wanted

    def ends(self, name: str, low: float, high: float) -> tuple[float, float]:
        """The ends of an axis that holds numbers from low to high: multiples of one round step."""
        before = self.limits.get(f"{name} low"), self.limits.get(f"{name} high")
        if before[0] is not None and before[1] is not None:
            room = before[1] - before[0]
            if before[0] <= low and high <= before[1] and high - low >= _EMPTY * room:
                return before[0], before[1]
        step = rounded_up(max(high - low, 1e-6 * max(abs(low), abs(high)), 1e-12) / 4)
        found = math.floor(low / step) * step, math.ceil(high / step) * step
        found = found if found[0] < found[1] else (found[0] - step, found[1] + step)
        if None not in before and before != found:
            self.changed.add(name)
        self.limits[f"{name} low"], self.limits[f"{name} high"] = found
        return found
