"""What is to be reviewed: the next card, and when the next one comes."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.deck_rules import EVERYTHING, DeckRules
from lstm_gui.quiz.memory import Memory
from lstm_gui.quiz.session import Candidate, Candidates, choose
from lstm_gui.quiz.study_day import day_start
from lstm_gui.store import deck_rows, log
from lstm_gui.store.conditions import (
    BACK_TOMORROW,
    BURIED,
    DUE,
    EXAMINED,
    LAST_LOOK,
    LATER,
    NEW,
    TOO_LATE,
    UNSEEN,
    WAITING,
)
from lstm_gui.store.counting import Counts, counts, new_of
from lstm_gui.store.rows import CARD, SCHEDULE, card_of, columns, from_ms, memory_of
from lstm_gui.store.scope import Limits, Scope

__all__ = [
    "BURIED", "DUE", "NEW", "WAITING", "Counts", "Limits", "Queued", "Scope", "counts", "next_card",
    "next_due", "queued",
]  # fmt: skip

_LOOK_AHEAD = 12  # candidates of each kind among which topics are interleaved
_BY_DAY = "memory.due_day, memory.shuffle"
_CARDS = (
    "SELECT memory.due_day, memory.shuffle, card.uid, card.topic, memory.due_at_ms "
    "FROM memory CROSS JOIN card ON card.id = memory.card WHERE {condition} {order} LIMIT :limit"
)
_WITH_NEW = f"""
    SELECT each.value FROM json_each(:decks) AS each
    WHERE EXISTS (SELECT 1 FROM memory WHERE memory.deck = each.value AND {NEW})
"""
# The decks whose first due card comes first: none of the first few cards is in any other.
_FIRST_DECKS = f"""
    SELECT first.deck FROM json_each(:decks) AS each CROSS JOIN memory AS first ON first.card = (
        SELECT memory.card FROM memory WHERE memory.deck = each.value AND {DUE} ORDER BY {_BY_DAY} LIMIT 1
    ) ORDER BY first.due_day, first.shuffle LIMIT :limit
"""
_Found = tuple[int, int, str, str, int | None]


@dataclass(frozen=True, slots=True)
class Queued:
    """A card to be shown, with its schedule, its deck, and the rules of that and of those around it."""

    card: Card
    memory: Memory
    deck: str
    rules: tuple[DeckRules, ...] = ()  # the outermost deck's first


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
    rules = tuple(deck.rules for deck in deck_rows.over(connection, row[0]))
    return Queued(card_of(row[1:split]), memory_of(uid, row[split:]), row[0], rules)


def next_due(connection: sqlite3.Connection, scope: Scope) -> datetime | None:
    """When the next card can be reviewed: `now` when one can at once, None when there will be none."""
    here = counts(connection, scope)
    if here.due or here.new:
        return scope.now
    days = (scope.day + 1,) if here.later else _days_to_come(connection, scope)
    day = min((day for day in days if day is not None), default=None)
    moments = [
        from_ms(_first(connection, "min(memory.due_at_ms)", scope.where(WAITING), scope.values)),
        None if day is None else day_start(day, scope.now.tzinfo),
    ]
    first = min((moment for moment in moments if moment is not None), default=None)
    return None if first is None else max(first.astimezone(scope.now.tzinfo), scope.now)


def _days_to_come(connection: sqlite3.Connection, scope: Scope) -> Iterator[int | None]:
    """The first days on which scheduled cards come, those before an exam, those buried now, and new ones."""
    values, tomorrow = scope.values, scope.day + 1
    yield _first(connection, "min(memory.due_day)", scope.where(LATER), values)
    for exam, decks in scope.exams(in_last_days=False):
        coming = f"min(max({LAST_LOOK}, :day + 1))"
        yield _first(connection, coming, scope.in_some(TOO_LATE), values | {"decks": decks, "exam": exam})
    yield tomorrow if _first(connection, "max(1)", scope.where(BACK_TOMORROW), values) else None
    yield tomorrow if new_of(connection, scope, scope.new_tomorrow(), UNSEEN) else None


def _candidates(connection: sqlite3.Connection, scope: Scope) -> Candidates:
    failed = _cards(connection, scope.where(WAITING), "ORDER BY memory.due_at_ms", scope.values)
    due = [] if scope.reviews_left(connection) == 0 else list(islice(_due(connection, scope), _LOOK_AHEAD))
    # A new card comes when no review is left: only then are they looked for.
    new = [] if due else list(islice(_new(connection, scope), _LOOK_AHEAD))
    return Candidates(*([_candidate(row) for row in rows] for rows in (failed, due, new)))


def _due(connection: sqlite3.Connection, scope: Scope) -> Iterator[_Found]:
    """Reviews by their day, mixed within it; then what an exam brings forward."""
    order = f"ORDER BY {_BY_DAY}"
    if scope.deck is None:
        yield from _cards(connection, DUE, order, scope.values)
    else:
        decks = connection.execute(_FIRST_DECKS, scope.values | {"limit": _LOOK_AHEAD}).fetchall()
        condition = f"memory.deck = :deck AND {DUE}"
        yield from merge(
            *(_cards(connection, condition, order, scope.values | {"deck": deck}) for (deck,) in decks)
        )
    for exam, chosen in scope.exams(in_last_days=True):
        values = scope.values | {"decks": chosen, "exam": exam}
        yield from _cards(connection, scope.in_some(EXAMINED), "", values)


def _new(connection: sqlite3.Connection, scope: Scope) -> Iterator[_Found]:
    """New cards deck by deck, of those that may still have some today."""
    allowed = scope.new_today(connection)
    if allowed.left[EVERYTHING]:
        with_new = {deck for (deck,) in connection.execute(_WITH_NEW, scope.values)}
        for row in scope.in_order(with_new):
            if allowed.allowed(row.name):
                values = scope.values | {"deck": row.id}
                condition = f"memory.deck = :deck AND {NEW}"
                yield from _cards(connection, condition, "ORDER BY memory.position", values)


def _cards(
    connection: sqlite3.Connection, condition: str, order: str, values: dict[str, Any]
) -> list[_Found]:
    sql = _CARDS.format(condition=condition, order=order)
    return connection.execute(sql, values | {"limit": _LOOK_AHEAD}).fetchall()


def _candidate(row: _Found) -> Candidate:
    _, _, uid, topic, due_at = row
    return Candidate(uid, topic, from_ms(due_at))


def _first(connection: sqlite3.Connection, what: str, condition: str, values: dict[str, Any]) -> int | None:
    sql = f"SELECT {what} FROM memory WHERE {condition}"
    found: int | None = connection.execute(sql, values).fetchone()[0]
    return found
