"""The full text of the cards, kept beside them: whoever changes a card's words says so here.

Searching reads the index; the words themselves stand in the cards alone (FTS5's external content).
"""

import sqlite3

from lstm_gui.store.schema import SEARCHED

_ENTER = f"INSERT INTO card_text (rowid, {SEARCHED}) SELECT id, {SEARCHED} FROM card WHERE id = ?"
_ENTER_ALL = f"INSERT INTO card_text (rowid, {SEARCHED}) SELECT id, {SEARCHED} FROM card"
_LEAVE = (
    f"INSERT INTO card_text (card_text, rowid, {SEARCHED}) "
    f"SELECT 'delete', id, {SEARCHED} FROM card WHERE id = ?"
)


def enter(connection: sqlite3.Connection, card: int) -> None:
    """Let a card be found: after it was added, changed or brought back."""
    connection.execute(_ENTER, (card,))


def leave(connection: sqlite3.Connection, card: int) -> None:
    """Let a card be found no more: before it is changed or deleted, while its old words still stand."""
    connection.execute(_LEAVE, (card,))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from the cards that are there."""
    clear(connection)
    connection.execute(f"{_ENTER_ALL} WHERE deleted_ms IS NULL")


def clear(connection: sqlite3.Connection) -> None:
    """Let no card be found: the first half of making the index anew in pieces."""
    connection.execute("INSERT INTO card_text (card_text) VALUES ('delete-all')")


def enter_all(connection: sqlite3.Connection, row_ids: range) -> None:
    """Let those cards of a range of row ids be found that are there: one piece of making the index anew."""
    limits = (row_ids.start, row_ids.stop - 1)
    connection.execute(f"{_ENTER_ALL} WHERE deleted_ms IS NULL AND id BETWEEN ? AND ?", limits)
