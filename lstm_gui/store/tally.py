"""How many ratings there were of each kind on each day: counted by SQLite, for a log of any length."""

import sqlite3
from dataclasses import dataclass

from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import PRACTICE_MODES
from lstm_gui.store.rows import marks


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the ratings that stand are alike."""

    study_day: int
    rating: Rating
    asked_again: bool  # a review of a card known before: neither new, nor failed a moment ago, nor practice
    count: int


# Reading the log once, and the few taken back once more, is quicker than asking of each whether it was.
_KINDS = f"""
    study_day, rating,
    before_stability IS NOT NULL AND before_due_at_ms IS NULL AND mode NOT IN ({marks(len(PRACTICE_MODES))})
"""
_TALLY = f"""
    SELECT study_day, rating, asked_again, sum(number) FROM (
        SELECT {_KINDS} AS asked_again, count(*) AS number FROM event WHERE voids IS NULL GROUP BY 1, 2, 3
        UNION ALL
        SELECT {_KINDS} AS asked_again, -count(*) FROM event
        WHERE id IN (SELECT voids FROM event WHERE voids IS NOT NULL) GROUP BY 1, 2, 3
    ) GROUP BY 1, 2, 3 HAVING sum(number) > 0 ORDER BY 1, 2, 3
"""


def tally(connection: sqlite3.Connection) -> list[Tally]:
    """The ratings that stand, counted by day, rating and whether the card was asked again; by day."""
    modes = sorted(PRACTICE_MODES)
    rows = connection.execute(_TALLY, (*modes, *modes))
    return [Tally(day, Rating(rating), bool(again), count) for day, rating, again, count in rows]
