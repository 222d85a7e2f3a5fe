"""The rows of cards: the one place that writes them, with all that is kept beside them."""

import sqlite3
from dataclasses import dataclass

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.schedule import shuffle_key
from lstm_gui.store import card_text, log
from lstm_gui.store.rows import CARD, card_of, card_row, columns, marks

_READ = f"""
    SELECT card.id, deck.id, deck.name, card.position, card.deleted_ms IS NOT NULL, card.edited,
        {columns(CARD, "card.")}
    FROM card JOIN deck ON deck.id = card.deck WHERE card.uid = ?
"""
_ADD = f"INSERT INTO card (deck, position, {columns(CARD)}) VALUES ({marks(2 + len(CARD))})"
_SET = f"""
    UPDATE card SET deleted_ms = NULL, (deck, position, {columns(CARD)}) = ({marks(2 + len(CARD))})
    WHERE id = ?
"""
_NEW = """
    INSERT INTO memory (card, deck, position, due_day, repetitions, lapses, shuffle)
    VALUES (?, ?, ?, 0, 0, 0, ?)
"""


@dataclass(frozen=True, slots=True)
class Stored:
    """A card as the collection has it."""

    row_id: int
    deck_id: int
    deck: str
    position: int
    card: Card
    deleted: bool  # its row is kept, for the log points at it
    edited: bool  # by a person


def stored(connection: sqlite3.Connection, uid: str) -> Stored | None:
    """The card of a uid, a deleted one too; None where there never was one."""
    row = connection.execute(_READ, (uid,)).fetchone()
    if row is None:
        return None
    row_id, deck_id, deck, position, deleted, edited, *words = row
    return Stored(row_id, deck_id, deck, position, card_of(words), bool(deleted), bool(edited))


def write(connection: sqlite3.Connection, deck: int, position: int, card: Card, there: Stored | None) -> int:
    """Put a card at its place, instead of what is `there` of its uid; a deleted one comes back. Its row."""
    if there is None:
        return _add(connection, deck, position, card)
    if not there.deleted:
        card_text.leave(connection, there.row_id)
    connection.execute(_SET, (deck, position, *card_row(card), there.row_id))
    card_text.enter(connection, there.row_id)
    if there.deleted:
        log.remember(connection, there.row_id)
    else:
        connection.execute(
            "UPDATE memory SET (deck, position) = (?, ?) WHERE card = ?", (deck, position, there.row_id)
        )
    return there.row_id


def delete(connection: sqlite3.Connection, row_id: int, at_ms: int) -> None:
    """Take a card away; its row and its ratings stay, so that it can come back as it was."""
    card_text.leave(connection, row_id)
    connection.execute("UPDATE card SET deleted_ms = ? WHERE id = ?", (at_ms, row_id))
    connection.execute("DELETE FROM memory WHERE card = ?", (row_id,))


def _add(connection: sqlite3.Connection, deck: int, position: int, card: Card) -> int:
    row_id = connection.execute(_ADD, (deck, position, *card_row(card))).lastrowid
    assert row_id is not None
    connection.execute(_NEW, (row_id, deck, position, shuffle_key(card.uid, 0)))
    card_text.enter(connection, row_id)
    return row_id
