"""How much work a deck means: the limit that holds its new cards back, and what more recall would cost."""

import sqlite3
from datetime import datetime

from lstm_gui.quiz.catch_up import days_to_catch_up
from lstm_gui.quiz.schedule import share_of_stability
from lstm_gui.store.conditions import LATER
from lstm_gui.store.connection import reading
from lstm_gui.store.scope import Limits, Scope

_REVIEWS = (
    "SELECT total(1.0 / max(1.0, memory.stability * :share)) FROM memory "
    "WHERE {where} AND memory.suspended = 0"
)
_COMING = (
    "SELECT memory.due_day, count(*) FROM memory WHERE {where} AND memory.due_day < :end "
    "GROUP BY memory.due_day"
)
_FAR = 366  # days ahead that are looked at


class Workload:
    """Questions to an open collection about a deck with the decks in it, or about all."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def limit_used(
        self, deck_name: str | None, now: datetime, limits: Limits | int
    ) -> tuple[str | None, int]:
        """The deck whose limit lets no new card in today, "" for all together, None for none; that limit."""
        with reading():
            scope = Scope.of(self._connection, deck_name, now, Limits.of(limits))
            return scope.limit_used(self._connection)

    def days_behind(self, deck_name: str | None, now: datetime, limits: Limits, behind: int) -> int | None:
        """After how many days, today not among them, none of `behind` reviews waits any more.

        None where there is no limit of reviews, or where more fall due than the limit lets through.
        """
        limit = limits.reviews_per_day
        if not limit:
            return None
        with reading():
            scope = Scope.of(self._connection, deck_name, now, limits)
            sql = _COMING.format(where=scope.where(LATER))
            found = dict(self._connection.execute(sql, scope.values | {"end": scope.day + _FAR}).fetchall())
        coming = (found.get(scope.day + ahead, 0) for ahead in range(1, _FAR))
        return days_to_catch_up(behind, coming, limit)

    def reviews_per_day(self, deck_name: str | None, now: datetime, retention: float) -> float:
        """The reviews a day that the cards rated so far ask for, were each as stable for ever as it is now.

        A card comes back after the days in which its recall falls to `retention`: the sum of one over those.
        """
        with reading():
            scope = Scope.of(self._connection, deck_name, now, Limits(0))
            sql = _REVIEWS.format(where=scope.where("memory.stability IS NOT NULL"))
            values = scope.values | {"share": share_of_stability(retention)}
            return float(self._connection.execute(sql, values).fetchone()[0])
