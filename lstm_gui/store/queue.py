"""What is to be reviewed: the next card, how many are waiting, and when the next one comes."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.memory import Memory
from lstm_gui.quiz.session import Candidate, Candidates, choose, new_cards_left
from lstm_gui.quiz.study_day import day_start, study_day
from lstm_gui.store import log
from lstm_gui.store.rows import CARD, SCHEDULE, card_of, columns, from_ms, memory_of

_LOOK_AHEAD = 12  # candidates of each kind among which topics are interleaved

# What the search means by them as well. The conditions of the partial indexes in the schema stand in them
# word for word, so that SQLite takes those.
_ASKED = "memory.suspended = 0 AND memory.buried_day <> :day"
NEW = f"memory.stability IS NULL AND {_ASKED}"
DUE = f"memory.stability IS NOT NULL AND memory.due_at_ms IS NULL AND {_ASKED} AND memory.due_day <= :day"
WAITING = f"memory.due_at_ms IS NOT NULL AND {_ASKED}"
BURIED = "memory.buried_day = :day"


@dataclass(frozen=True, slots=True)
class Queued:
    """A card to be shown, with its schedule and the name of its deck."""

    card: Card
    memory: Memory
    deck: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards a session still holds today."""

    due: int  # reviews
    new: int  # within the day's limit
    relearning: int  # failed cards that wait to come back

    @property
    def total(self) -> int:
        """All of them."""
        return self.due + self.new + self.relearning


@dataclass(frozen=True, slots=True)
class Scope:
    """The cards that a question is about: those of one deck, or all; and the moment it is asked."""

    deck: int | None  # row id
    now: datetime
    new_per_day: int

    @property
    def day(self) -> int:
        """The study day."""
        return study_day(self.now)

    @property
    def values(self) -> dict[str, Any]:
        """What the queries' named marks stand for."""
        return {"deck": self.deck, "day": self.day, "limit": _LOOK_AHEAD}

    def where(self, condition: str) -> str:
        """A condition narrowed to the deck."""
        return condition if self.deck is None else f"memory.deck = :deck AND {condition}"


def next_card(connection: sqlite3.Connection, scope: Scope, last_topic: str) -> Queued | None:
    """The card to show now, or None when the day's work is done."""
    last = log.last(connection)
    found = choose(
        _candidates(connection, scope), scope.now, last_topic=last_topic, last_uid=last.uid if last else ""
    )
    return None if found is None else queued(connection, found.uid)


def queued(connection: sqlite3.Connection, uid: str) -> Queued | None:
    """A card with its schedule and deck, or None when there is no such card."""
    row = connection.execute(
        f"SELECT deck.name, {columns(CARD, 'card.')}, {columns(SCHEDULE, 'memory.')} FROM card "
        "JOIN memory ON memory.card = card.id JOIN deck ON deck.id = card.deck WHERE card.uid = ?",
        (uid,),
    ).fetchone()
    if row is None:
        return None
    split = 1 + len(CARD)
    return Queued(card_of(row[1:split]), memory_of(uid, row[split:]), row[0])


def counts(connection: sqlite3.Connection, scope: Scope) -> Counts:
    """How many cards of each kind are left today."""
    return Counts(
        due=_count(connection, scope, DUE),
        new=_count(connection, scope, NEW, at_most=_new_left(connection, scope)),
        relearning=_count(connection, scope, WAITING),
    )


def next_due(connection: sqlite3.Connection, scope: Scope) -> datetime | None:
    """When the next card can be reviewed: `now` when one can at once, None when there will be none."""
    here = counts(connection, scope)
    if here.due or here.new:
        return scope.now
    moments = [
        from_ms(_first(connection, scope, "min(memory.due_at_ms)", WAITING)),
        _start_of(_first(connection, scope, "min(memory.due_day)", _LATER), scope),
        _start_of(scope.day + 1 if _count(connection, scope, NEW, at_most=1) else None, scope),
    ]
    first = min((moment for moment in moments if moment is not None), default=None)
    return None if first is None else max(first.astimezone(scope.now.tzinfo), scope.now)


_LATER = f"memory.stability IS NOT NULL AND memory.due_at_ms IS NULL AND {_ASKED} AND memory.due_day > :day"


def _candidates(connection: sqlite3.Connection, scope: Scope) -> Candidates:
    due_order = "memory.due_day, memory.shuffle"
    new_left = _new_left(connection, scope)
    return Candidates(
        failed=_some(connection, scope, WAITING, "memory.due_at_ms"),
        due=_some(connection, scope, DUE, due_order),
        new=_some(connection, scope, NEW, "memory.deck, memory.position") if new_left else [],
    )


def _some(connection: sqlite3.Connection, scope: Scope, condition: str, order: str) -> list[Candidate]:
    rows = connection.execute(
        f"SELECT card.uid, card.topic, memory.due_at_ms FROM memory CROSS JOIN card ON card.id = memory.card "
        f"WHERE {scope.where(condition)} ORDER BY {order} LIMIT :limit",
        scope.values,
    )
    return [Candidate(uid, topic, from_ms(due_at)) for uid, topic, due_at in rows]


def _count(connection: sqlite3.Connection, scope: Scope, condition: str, *, at_most: int = -1) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM memory WHERE {scope.where(condition)} LIMIT :limit)"
    return int(connection.execute(sql, scope.values | {"limit": at_most}).fetchone()[0])


def _first(connection: sqlite3.Connection, scope: Scope, what: str, condition: str) -> int | None:
    sql = f"SELECT {what} FROM memory WHERE {scope.where(condition)}"
    found: int | None = connection.execute(sql, scope.values).fetchone()[0]
    return found


def _new_left(connection: sqlite3.Connection, scope: Scope) -> int:
    return new_cards_left(scope.new_per_day, log.introduced(connection, scope.day))


def _start_of(day: int | None, scope: Scope) -> datetime | None:
    return None if day is None else day_start(day, scope.now.tzinfo)
