"""What a picture shows: values by place across, on axes that are fixed and named."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """How values are drawn."""

    BARS = auto()  # standing, one a place
    LYING = auto()  # bars from the left, one a row, for long names
    POINTS = auto()  # joined by a line, with the range in which chance could have moved them
    DAYS = auto()  # a square a day, a week a column


@dataclass(frozen=True, slots=True)
class Chart:
    """The contents of a picture; every tuple has an entry for each place, or is empty."""

    kind: Kind
    labels: tuple[str, ...]
    values: tuple[float | None, ...]  # None: nothing to tell
    top: float  # where the axis ends; it begins with 0
    ticks: tuple[tuple[float, str], ...]
    across: str  # what the places are
    upwards: str  # what the values are
    told: tuple[str, ...]  # each place in words
    bounds: tuple[tuple[float, float] | None, ...] = ()
    expected: tuple[float | None, ...] = ()  # a mark beside each value
    apart: frozenset[int] = frozenset()  # places that are another thing than the others: hatched

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(self.values)


def round_top(highest: float) -> float:
    """A round number at or above the highest value, for the end of an axis."""
    step = 1.0
    while True:
        for factor in (1, 2, 5):
            if highest <= 4 * step * factor:
                return 4 * step * factor
        step *= 10
