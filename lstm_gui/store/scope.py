"""The cards that a question to the queue is about: those of a deck with the decks in it, or all."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from lstm_gui.quiz.catch_up import reviews_left
from lstm_gui.quiz.deck_rules import EVERYTHING, NewCards
from lstm_gui.quiz.deck_tree import in_order, path
from lstm_gui.quiz.exam import LAST_DAYS, next_exam
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store import deck_rows, log
from lstm_gui.store.deck_rows import DeckRow


@dataclass(frozen=True, slots=True)
class Limits:
    """How many new cards and reviews a day, and how many more today by wish, beyond every limit."""

    new_per_day: int  # of all decks together
    extra: int = 0
    reviews_per_day: int | None = None  # of all decks together; None: all that are due
    extra_reviews: int = 0

    @classmethod
    def of(cls, limits: "Limits | int") -> "Limits":
        """A number alone is of new cards."""
        return cls(limits) if isinstance(limits, int) else limits


@dataclass(frozen=True, slots=True)
class Scope:
    """Some decks, the rules that hold for them, and the moment at which is asked."""

    deck: str | None  # the name asked for; None for all decks
    now: datetime
    limits: Limits
    decks: tuple[DeckRow, ...]
    around: tuple[DeckRow, ...]  # the decks around the one asked for

    @classmethod
    def of(cls, connection: sqlite3.Connection, deck: str | None, now: datetime, limits: Limits) -> Self:
        """The decks that a name means. Raises CollectionError when there are none of it."""
        if deck is None:
            return cls(None, now, limits, tuple(deck_rows.every(connection)), ())
        around = (row for row in deck_rows.over(connection, deck) if row.name != deck)
        return cls(deck, now, limits, tuple(deck_rows.within(connection, deck)), tuple(around))

    @property
    def day(self) -> int:
        """The study day."""
        return study_day(self.now)

    @property
    def values(self) -> dict[str, Any]:
        """What the queries' named marks stand for."""
        return {"day": self.day, "decks": _as_list(row.id for row in self.decks)}

    def where(self, condition: str) -> str:
        """A condition narrowed to the decks."""
        return condition if self.deck is None else self.in_some(condition)

    @staticmethod
    def in_some(condition: str) -> str:
        """A condition narrowed to the decks whose ids are in `:decks`."""
        return f"memory.deck IN (SELECT value FROM json_each(:decks)) AND {condition}"

    def in_order(self, row_ids: set[int]) -> list[DeckRow]:
        """Some of the decks as the list of decks has them, which is the order that new cards come in."""
        return sorted((row for row in self.decks if row.id in row_ids), key=lambda row: in_order(row.name))

    def new_today(self, connection: sqlite3.Connection) -> NewCards:
        """How many new cards the day still allows in each deck."""
        return NewCards.of_today(self._limits(), log.introduced(connection, self.day), self.limits.extra)

    def limit_used(self, connection: sqlite3.Connection) -> tuple[str | None, int]:
        """The widest limit that lets no new card in today: the deck it is set for, None for none; and it."""
        left = self.new_today(connection).left
        names = (EVERYTHING, *(path(self.deck) if self.deck is not None else ()))
        used = next((name for name in names if left.get(name) == 0), None)
        return used, 0 if used is None else self._limits()[used] + self.limits.extra

    def reviews_left(self, connection: sqlite3.Connection) -> int | None:
        """How many reviews the day still allows; None: all that are due."""
        limit = self.limits.reviews_per_day
        done = 0 if limit is None else log.reviewed(connection, self.day)
        return reviews_left(limit, done, self.limits.extra_reviews)

    def new_tomorrow(self) -> NewCards:
        """How many new cards a day allows of which none was learnt yet."""
        return NewCards.of_today(self._limits(), {})

    def exams(self, *, in_last_days: bool) -> Iterator[tuple[int, str]]:
        """The exams still to come, each with the decks whose next one it is, as `:decks` of a query."""
        found: dict[int, list[int]] = {}
        days = {row.name: row.rules.exam_day for row in (*self.around, *self.decks)}
        if any(days.values()):
            for row in self.decks:
                exam = next_exam((days.get(name) for name in path(row.name)), self.day)
                if exam is not None and (self.day >= exam - LAST_DAYS or not in_last_days):
                    found.setdefault(exam, []).append(row.id)
        yield from ((exam, _as_list(decks)) for exam, decks in found.items())

    def _limits(self) -> dict[str, int]:
        own = {row.name: row.rules.new_per_day for row in (*self.around, *self.decks)}
        said = {name: limit for name, limit in own.items() if limit is not None}
        return said | {EVERYTHING: self.limits.new_per_day}


def _as_list(row_ids: Iterable[int]) -> str:
    """Row ids as one value, which a query takes apart."""
    return json.dumps(list(row_ids))
