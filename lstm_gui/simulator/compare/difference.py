"""How the states of one run differ from those of another, step by step."""

import math
from collections.abc import Mapping

from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.limits import ladder

Curve = tuple[float, ...]
COMPARED = ("c", "h")  # of the states
_FINEST = 100.0  # the axis of differences begins at one part in so many


def difference(run: TimelinePart, other: TimelinePart) -> Mapping[str, Curve]:
    """The states of a run less those of another, those that both have, over the steps that both have."""
    return {
        name: tuple(a - b for a, b in zip(run.curves[name], other.curves[name], strict=False))
        for name in COMPARED
        if name in run.curves and name in other.curves
    }


def difference_limit(differences: Mapping[str, Curve] | None) -> float:
    """A round number that no difference exceeds: 0.01, 0.02, 0.05 …"""
    found = [number for curve in (differences or {}).values() for number in curve]
    return ladder(_FINEST * max((abs(n) for n in found if math.isfinite(n)), default=0.0)) / _FINEST
