"""The median and the spread of the runs of a setting: here as everywhere, from the least to the most."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lstm_gui.training.comparison.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the median and the most of several numbers, any of which may be infinite."""

    low: float
    median: float
    high: float

    def below(self, other: "Spread") -> bool:
        """Whether it lies below the other as a whole, without touching it."""
        return self.high < other.low


def spread(values: Sequence[float]) -> Spread | None:
    """Of numbers that are not NaN; None where there are none. Between two middle ones, their mean."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    median = ordered[middle]
    if len(ordered) % 2 == 0:
        below = ordered[middle - 1]
        median = below + (median - below) / 2 if math.isfinite(median) else median
    return Spread(ordered[0], median, ordered[-1])


@dataclass(frozen=True, eq=False)
class Band:
    """The validation loss of a setting's runs as they learn, at steps that all share. S steps."""

    steps: NDArray[np.int64]  # (S,) updates done
    low: NDArray[np.float64]  # (S,) the least
    median: NDArray[np.float64]  # (S,)
    high: NDArray[np.float64]  # (S,) the most; infinite from where a run diverged


def band(outcomes: Sequence[Outcome]) -> Band | None:
    """The band of several runs; None as long as none was validated.

    A run that has ended stays where it ended, one that diverged is infinite from there on, and one under way
    counts as far as it has come.
    """
    steps = sorted({step for outcome in outcomes for step, _ in outcome.curve})
    if not steps:
        return None
    rows = [found for outcome in outcomes if (found := _held(outcome, steps)) is not None]
    columns = [
        spread([value for value in column if not math.isnan(value)]) for column in zip(*rows, strict=True)
    ]
    known = [(step, found) for step, found in zip(steps, columns, strict=True) if found is not None]
    return Band(
        np.array([step for step, _ in known], np.int64),
        *(np.array([getattr(found, name) for _, found in known]) for name in ("low", "median", "high")),
    )


def _held(outcome: Outcome, steps: Sequence[int]) -> list[float] | None:
    """The last validation loss at each step, NaN where there is none; None for a run without any."""
    diverged = outcome.ended == "diverged"
    if not outcome.curve and not diverged:
        return None
    rest, value, row = list(reversed(outcome.curve)), math.nan, []
    last = outcome.curve[-1][0] if outcome.curve else 0
    for step in steps:
        while rest and rest[-1][0] <= step:
            value = rest.pop()[1]
        over = step > last
        if over and diverged and step > outcome.step:
            row.append(math.inf)
        else:
            row.append(math.nan if over and not outcome.finished else value)
    return row
