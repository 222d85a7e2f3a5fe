"""How well cards are held, and how hard they are: how many cards have which stability and difficulty."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.quiz.statistics.history import Cards, Floats

STABILITIES = (0.0, 1.0, 3.0, 7.0, 14.0, 30.0, 90.0, 180.0, 365.0, 730.0)  # days, the lower edges
DIFFICULTIES = tuple(float(edge) for edge in range(1, 10))  # the last bucket holds 10 as well


@dataclass(frozen=True, slots=True)
class Bucket:
    """How many cards have a value from `low` up to, but not including, `high`; None is no end."""

    low: float
    high: float | None
    count: int


def stabilities(cards: Cards) -> tuple[Bucket, ...]:
    """Of the cards that were rated, by their stability in days."""
    return _buckets(cards.stability[cards.rated], STABILITIES, None)


def difficulties(cards: Cards) -> tuple[Bucket, ...]:
    """Of the cards that were rated, by their difficulty."""
    return _buckets(cards.difficulty[cards.rated], DIFFICULTIES, 10.0)


def _buckets(values: Floats, edges: tuple[float, ...], end: float | None) -> tuple[Bucket, ...]:
    bins = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, len(edges) - 1)
    counts = np.bincount(bins, minlength=len(edges))
    highs = (*edges[1:], end)
    return tuple(Bucket(low, high, int(n)) for low, high, n in zip(edges, highs, counts, strict=True))
