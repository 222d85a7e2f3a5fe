"""The full text of the cards, kept beside them: whoever changes the words of cards says so here.

Searching reads the index; the words themselves stand in the cards alone (FTS5's external content).
"""

import json
import sqlite3
from collections.abc import Iterable

from lstm_gui.store.schema import SEARCHED

# In the order of the rows: FTS5 writes out what it has gathered wherever that goes back.
_THESE = "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
_ENTER = f"INSERT INTO card_text (rowid, {SEARCHED}) SELECT id, {SEARCHED} FROM card"
_LEAVE = f"INSERT INTO card_text (card_text, rowid, {SEARCHED}) SELECT 'delete', id, {SEARCHED} FROM card"


def enter(connection: sqlite3.Connection, cards: Iterable[int]) -> None:
    """Let cards be found: after they were added, changed or brought back."""
    connection.execute(f"{_ENTER} {_THESE}", (json.dumps(list(cards)),))


def leave(connection: sqlite3.Connection, cards: Iterable[int]) -> None:
    """Let cards be found no more: before they change or are deleted, while their old words still stand."""
    connection.execute(f"{_LEAVE} {_THESE}", (json.dumps(list(cards)),))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from the cards that are there."""
    clear(connection)
    connection.execute(f"{_ENTER} WHERE deleted_ms IS NULL")


def clear(connection: sqlite3.Connection) -> None:
    """Let no card be found: the first half of making the index anew in pieces."""
    connection.execute("INSERT INTO card_text (card_text) VALUES ('delete-all')")


def enter_all(connection: sqlite3.Connection, row_ids: range) -> None:
    """Let those cards of a range of row ids be found that are there: one piece of making the index anew."""
    limits = (row_ids.start, row_ids.stop - 1)
    connection.execute(f"{_ENTER} WHERE deleted_ms IS NULL AND id BETWEEN ? AND ?", limits)
