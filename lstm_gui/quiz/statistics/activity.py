"""What was done when: ratings by day, by kind, and the time that they took."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from lstm_gui.quiz.statistics.history import Ints, Ratings

WEEKS = 53  # of the calendar: a year, and the week that it begins in
WEEK = 7
LONGEST_ANSWER_MS = 60_000  # a longer one counts as this: the person was away


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many ratings were given on a study day."""

    day: int
    count: int


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """The time that answers took from a first study day to the last."""

    first_day: int
    last_day: int
    answers: int
    timed: int  # of them, how many were measured
    milliseconds: int  # each answer capped


def calendar(ratings: Ratings, today: int) -> tuple[DayCount, ...]:
    """The ratings of each study day, in whole weeks from Monday, the week of `today` last and up to it."""
    first = monday(today) - (WEEKS - 1) * WEEK
    counts = _per_bin(ratings.day - first, today - first + 1)
    return tuple(DayCount(first + n, int(count)) for n, count in enumerate(counts))


def by_rating(ratings: Ratings) -> tuple[int, int, int, int, int]:
    """How many ratings there were of each kind, 1 to 5."""
    one, two, three, four, five = (int(count) for count in _per_bin(ratings.rating - 1, 5))
    return one, two, three, four, five


def time_spent(ratings: Ratings, first: int, today: int, days: int) -> tuple[TimeSpent, ...]:
    """The time of each `days` study days from the day `first` on; the last may be cut short by today."""
    number = max(1, -(-(today - first + 1) // days))
    period = (ratings.day - first) // days
    timed = ratings.response_ms >= 0
    capped = np.clip(ratings.response_ms, 0, LONGEST_ANSWER_MS)
    answers, measured = _per_bin(period, number), _per_bin(period[timed], number)
    spent = _per_bin(period, number, capped)
    return tuple(
        TimeSpent(
            first + n * days,
            min(first + (n + 1) * days - 1, today),
            int(answers[n]),
            int(measured[n]),
            int(spent[n]),
        )
        for n in range(number)
    )


def monday(day: int) -> int:
    """The study day that the week of a study day begins with."""
    return day - date.fromordinal(day).weekday()


def _per_bin(bins: Ints, number: int, weights: Ints | None = None) -> Ints:
    """How many fall into each of `number` bins, or what they weigh; those outside are left out."""
    inside = (bins >= 0) & (bins < number)
    weighed = None if weights is None else weights[inside]
    counted = np.bincount(bins[inside], weighed, number)
    return np.rint(counted).astype(np.int64)
