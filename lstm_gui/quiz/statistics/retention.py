"""True retention: of the cards that came back on a later day, how many were recalled."""

import numpy as np

from lstm_gui.quiz.statistics.activity import WEEK, monday
from lstm_gui.quiz.statistics.history import Flags, Ints, Ratings
from lstm_gui.quiz.statistics.shares import Share

# Days since the rating before, the first of each bucket; the last has no end.
INTERVALS = (1, 2, 4, 8, 15, 31, 91, 181, 366)


def overall(ratings: Ratings) -> Share:
    """The true retention of all ratings given."""
    asked = ratings.asked_again
    return Share(0, None, int(asked.sum()), int((asked & ratings.recalled).sum()))


def by_week(ratings: Ratings, first: int, today: int) -> tuple[Share, ...]:
    """Of each week from Monday on, by its study days; the weeks of `first` and of `today` included."""
    start = monday(first)
    weeks = range(start, today + 1, WEEK)
    return _shares(ratings, ratings.day, [*weeks], last=min(today, weeks[-1] + WEEK - 1))


def by_interval(ratings: Ratings) -> tuple[Share, ...]:
    """By the study days since the rating before."""
    return _shares(ratings, ratings.elapsed, [*INTERVALS], last=None)


def _shares(ratings: Ratings, value: Ints, starts: list[int], last: int | None) -> tuple[Share, ...]:
    """The asked and the recalled, in buckets that begin at `starts`; the last ends with `last`, or never."""
    asked = ratings.asked_again
    edges = [*starts, np.iinfo(np.int64).max if last is None else last + 1]

    def count(which: Flags) -> list[int]:
        bins = np.searchsorted(edges, value[which], side="right") - 1
        return [int(number) for number in np.bincount(bins[bins >= 0], minlength=len(edges))]

    of, good = count(asked), count(asked & ratings.recalled)
    ends = [start - 1 for start in starts[1:]] + [last]
    return tuple(Share(*row) for row in zip(starts, ends, of, good, strict=False))
