"""How many cards are due, new and waiting, of some decks together or of each."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Any

from lstm_gui.quiz.catch_up import within
from lstm_gui.quiz.deck_rules import EVERYTHING, NewCards
from lstm_gui.quiz.deck_tree import around
from lstm_gui.store.conditions import DUE, EXAMINED, NEW, WAITING
from lstm_gui.store.scope import Scope

_NEW_BY_DECK = """
    SELECT each.value, (SELECT count(*) FROM (
        SELECT 1 FROM memory WHERE memory.deck = each.value AND {condition} LIMIT :limit
    )) FROM json_each(:decks) AS each
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards a session still holds today."""

    due: int  # reviews
    new: int  # within the day's limit
    relearning: int  # failed cards that wait to come back
    later: int = 0  # reviews that are due, and beyond the day's limit: they wait for the days after

    @property
    def total(self) -> int:
        """All of them."""
        return self.due + self.new + self.relearning


def counts(connection: sqlite3.Connection, scope: Scope) -> Counts:
    """How many cards of each kind are left today."""
    due = _count(connection, scope.where(DUE), scope.values)
    for exam, decks in scope.exams(in_last_days=True):
        due += _count(connection, scope.in_some(EXAMINED), scope.values | {"decks": decks, "exam": exam})
    waiting = _count(connection, scope.where(WAITING), scope.values)
    today = within(due, scope.reviews_left(connection))
    return Counts(today, new_of(connection, scope, scope.new_today(connection)), waiting, due - today)


def counts_by_deck(connection: sqlite3.Connection, scope: Scope) -> dict[str, Counts]:
    """The same of each deck: due and waiting by itself, under no limit of reviews; new with those in it."""
    due = _by_deck(connection, scope.where(DUE), scope.values)
    for exam, decks in scope.exams(in_last_days=True):
        values = scope.values | {"decks": decks, "exam": exam}
        due += _by_deck(connection, scope.in_some(EXAMINED), values)
    waiting = _by_deck(connection, scope.where(WAITING), scope.values)
    unseen = _by_deck(connection, scope.where(NEW), scope.values)
    new = scope.new_today(connection).among({row.name: unseen[row.id] for row in scope.decks})
    ids = {row.name: row.id for row in scope.decks}
    return {name: Counts(due[ids.get(name, 0)], new[name], waiting[ids.get(name, 0)]) for name in new}


def new_of(connection: sqlite3.Connection, scope: Scope, allowed: NewCards, condition: str = NEW) -> int:
    """How many new cards some decks together get."""
    at_most = allowed.left[EVERYTHING]
    if not at_most:
        return 0
    rows = connection.execute(_NEW_BY_DECK.format(condition=condition), scope.values | {"limit": at_most})
    unseen = dict(rows.fetchall())
    found = allowed.among({row.name: unseen[row.id] for row in scope.decks if unseen[row.id]})
    if scope.deck is not None:
        return found.get(scope.deck, 0)
    return min(at_most, sum(number for name, number in found.items() if not around(name)))


def _count(connection: sqlite3.Connection, condition: str, values: dict[str, Any]) -> int:
    sql = f"SELECT count(*) FROM memory WHERE {condition}"
    return int(connection.execute(sql, values).fetchone()[0])


def _by_deck(connection: sqlite3.Connection, condition: str, values: dict[str, Any]) -> Counter[int]:
    sql = f"SELECT memory.deck, count(*) FROM memory WHERE {condition} GROUP BY memory.deck"
    return Counter(dict(connection.execute(sql, values).fetchall()))
