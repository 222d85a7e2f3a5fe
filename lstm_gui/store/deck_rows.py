"""The rows of decks: what each is called and what is set for it, one by one and with the decks in it."""

import sqlite3
from dataclasses import dataclass

from lstm_gui.quiz.deck_rules import DeckRules
from lstm_gui.quiz.deck_tree import SEPARATOR, is_within, path
from lstm_gui.store.errors import NoDeck

_READ = "SELECT id, name, description, new_per_day, retention, exam_day FROM deck WHERE deleted_ms IS NULL"


@dataclass(frozen=True, slots=True)
class DeckRow:
    """A deck as the collection has it."""

    id: int
    name: str
    description: str
    rules: DeckRules


def every(connection: sqlite3.Connection) -> list[DeckRow]:
    """All decks."""
    return [_row(*row) for row in connection.execute(_READ)]


def within(connection: sqlite3.Connection, name: str) -> list[DeckRow]:
    """A deck, where it is more than a part of names, and the decks in it.

    Raises NoDeck when there is none of them.
    """
    first, end = name + SEPARATOR, name + SEPARATOR[:-1] + chr(ord(SEPARATOR[-1]) + 1)
    rows = connection.execute(f"{_READ} AND (name = ? OR name >= ? AND name < ?)", (name, first, end))
    found = [row for row in (_row(*row) for row in rows) if is_within(row.name, name)]
    if not found:
        raise NoDeck(f"There is no deck named {name!r}; import it first.")
    return found


def over(connection: sqlite3.Connection, name: str) -> list[DeckRow]:
    """The deck and those around it that have a row, the outermost first."""
    return [row for each in path(name) if (row := one(connection, each)) is not None]


def one(connection: sqlite3.Connection, name: str) -> DeckRow | None:
    """A deck by its name; None where there is none, or where it is only a part of the names of others."""
    found = connection.execute(f"{_READ} AND name = ?", (name,)).fetchone()
    return None if found is None else _row(*found)


def _row(
    row_id: int,
    name: str,
    description: str,
    new_per_day: int | None,
    retention: float | None,
    exam_day: int | None,
) -> DeckRow:
    return DeckRow(row_id, name, description, DeckRules(new_per_day, retention, exam_day))
