"""How costs grow: what is measured, drawn on to where it has not been, and said to be so."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lstm_gui.graph.kind import Kind
from lstm_gui.training.cost.measure import Cost

UNITS = (1, 2, 4, 8, 16, 32, 64)
LENGTHS = (5, 10, 20, 50, 100, 200, 500, 1000)
KINDS = (
    Kind.of("rnn"),
    Kind.of("gru"),
    Kind.of("lstm", variant="CIFG"),
    Kind.of("lstm"),
    Kind.of("lstm", variant="peephole"),
    Kind.of("slstm"),
    Kind.of("mlstm"),
)
Size = Callable[[Cost], float]


@dataclass(frozen=True, slots=True)
class Limit:
    """The largest size whose update stays within a bound."""

    size: float
    measured: bool  # False: drawn on from what was measured, beyond its end
    beyond: bool = False  # the largest that can be had stays within the bound
    none: bool = False  # `size` is the smallest that was measured, and is beyond the bound itself


def ordered(costs: Sequence[Cost], size: Size) -> list[tuple[float, float]]:
    """Sizes with their seconds, the smallest first; of one size the last measurement."""
    return sorted({size(cost): cost.seconds for cost in costs}.items())


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """p where seconds grow as size to the power of p, at the upper end; None for fewer than two sizes."""
    if len(points) < 2:
        return None
    (a, s), (b, t) = points[-2:]
    return math.log(t / s) / math.log(b / a)


def doubling(points: Sequence[tuple[float, float]], size: float) -> float | None:
    """How many times longer an update takes when a size is doubled; None where that was not measured."""
    one, two = at(points, size), at(points, 2 * size)
    return None if one is None or two is None else two / one


def at(points: Sequence[tuple[float, float]], size: float) -> float | None:
    """Seconds at a size, on the straight lines between what was measured on axes of powers; else None."""
    for (a, s), (b, t) in pairwise(points):
        if a <= size <= b:
            share = math.log(size / a) / math.log(b / a)
            return math.exp(math.log(s) + share * math.log(t / s))
    return None


def longest_held(cost: Cost, memory: int) -> float:
    """How many steps of its sequences a memory of so many bytes has room for, on the way back."""
    return memory * cost.length / max(1, cost.trace_bytes)


def limit(points: Sequence[tuple[float, float]], seconds: float, most: float) -> Limit | None:
    """The largest size within so many seconds an update, at most `most`; None for fewer than two sizes."""
    power = exponent(points)
    if power is None:
        return None
    last, slowest = points[-1]
    if slowest <= seconds:
        if last >= most:
            return Limit(most, measured=True, beyond=True)
        found = last * (seconds / slowest) ** (1 / max(power, 0.1))
        return Limit(min(found, most), measured=False, beyond=found >= most)
    low, quickest = points[0]
    if quickest > seconds:
        return Limit(low, measured=True, none=True)
    for (a, s), (b, t) in pairwise(points):
        if s <= seconds < t:
            low = a * (b / a) ** (math.log(seconds / s) / math.log(t / s))
    return Limit(low, measured=True)
