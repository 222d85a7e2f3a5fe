"""A curve of any length as few numbers as there are pixels: what is drawn then takes no longer."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray

SMOOTHED = 60  # a mean goes over one part in so many of the run
LEAST = 5  # updates, and over so many at least


@dataclass(frozen=True, eq=False)
class Thinned:
    """Of a curve, for each of at most so many stretches of it: where it ends, its extremes, its mean."""

    steps: FloatArray  # (M,) the last update of each stretch
    low: FloatArray  # (M,)
    high: FloatArray  # (M,)
    smooth: FloatArray  # (M,) the mean of the updates that lead to it


def thinned(steps: FloatArray, losses: FloatArray, most: int) -> Thinned:
    """A curve (N,) in at most `most` stretches."""
    count = len(losses)
    if not count:
        nothing = np.empty(0)
        return Thinned(nothing, nothing, nothing, nothing)
    starts = np.unique(np.linspace(0, count, min(count, max(1, most)), endpoint=False).astype(int))
    ends = np.append(starts[1:], count)
    window = max(LEAST, count // SMOOTHED)
    sums = np.concatenate([[0.0], np.cumsum(losses)])
    first = np.maximum(ends - window, 0)
    return Thinned(
        steps[ends - 1],
        np.minimum.reduceat(losses, starts),
        np.maximum.reduceat(losses, starts),
        (sums[ends] - sums[first]) / (ends - first),
    )
