"""Calibration: what was said, or predicted, of answers, against what was found."""

import numpy as np

from lstm_gui.quiz.statistics.history import Flags, Floats, Ints, Ratings, recalls
from lstm_gui.quiz.statistics.shares import Share

SAID = (0, 20, 40, 60, 80, 101)  # per cent, the edges of the buckets
TESTED = (3, 4, 5)  # the ratings after which a card comes back on a later day
PREDICTED = (0, 50, 60, 70, 80, 85, 90, 95, 101)


def confidence(ratings: Ratings) -> tuple[Share, ...]:
    """How sure a person was before the reveal, against whether the answer was right; in every mode."""
    asked = ratings.confidence >= 0
    return _buckets(SAID, ratings.confidence / 100, asked, ratings.right)


def tested(ratings: Ratings, chosen: Flags) -> tuple[Share, ...]:
    """What was said of a card, by its rating, against what its next review found; of the chosen reviews.

    It is asked of the reviews that true retention counts. What is expected is the chance of recall that the
    schedule gave.
    """
    asked = ratings.asked_again & chosen
    said, recalled = _rating_before(ratings)[asked], ratings.recalled[asked]
    chance = recalls(ratings.stability[asked], (ratings.day - ratings.last_day)[asked])
    of, good, expected = (np.bincount(said, weights, 6) for weights in (None, recalled, chance))
    return tuple(
        Share(n, n, int(of[n]), round(float(good[n])), float(expected[n] / of[n]) if of[n] else None)
        for n in TESTED
    )


def _rating_before(ratings: Ratings) -> Ints:
    """Of each rating, the one before it of the same card; 0 for the first. Practice says nothing."""
    scheduled = np.flatnonzero(~ratings.practice)
    in_turn = scheduled[np.argsort(ratings.card[scheduled], kind="stable")]
    earlier, later = in_turn[:-1], in_turn[1:]
    same = ratings.card[earlier] == ratings.card[later]
    before = np.zeros(len(ratings.rating), np.int8)
    before[later[same]] = ratings.rating[earlier[same]]
    return before


def predicted(ratings: Ratings) -> tuple[Share, ...]:
    """The chance of recall that the schedule gave, against what the next review found.

    It is asked of the ratings that true retention counts.
    """
    chance = recalls(ratings.stability, ratings.day - ratings.last_day)
    return _buckets(PREDICTED, chance, ratings.asked_again, ratings.recalled)


def together(shares: tuple[Share, ...]) -> Share:
    """All buckets as one."""
    asked = sum(share.asked for share in shares)
    total = sum(share.asked * share.expected for share in shares if share.expected is not None)
    good = sum(share.good for share in shares)
    return Share(0, 100, asked, good, total / asked if asked else None)


def _buckets(edges: tuple[int, ...], chance: Floats, asked: Flags, good: Flags) -> tuple[Share, ...]:
    number = len(edges) - 1
    bins = np.clip(np.searchsorted(np.array(edges) / 100, chance[asked], side="right") - 1, 0, number - 1)
    of = np.bincount(bins, minlength=number)
    found = np.bincount(bins, good[asked], number)
    said = np.bincount(bins, chance[asked], number)
    return tuple(
        Share(
            edges[n],
            min(100, edges[n + 1]),
            int(of[n]),
            round(float(found[n])),
            float(said[n] / of[n]) if of[n] else None,
        )
        for n in range(number)
    )
