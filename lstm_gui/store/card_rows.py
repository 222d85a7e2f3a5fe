"""The rows of cards, many at a time, as a deck from elsewhere brings them, with all that is kept beside."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lstm_gui.quiz.card import Card
from lstm_gui.store import card_text, log
from lstm_gui.store.portions import portions
from lstm_gui.store.rows import CARD, card_of, card_row, columns, marks

_READ = f"""
    SELECT card.id, deck.id, deck.name, card.position, card.deleted_ms IS NOT NULL, card.edited,
        {columns(CARD, "card.")}
    FROM card JOIN deck ON deck.id = card.deck WHERE card.uid IN
"""
_NEXT = "SELECT coalesce(max(id), 0) + 1 FROM card"
_ADD = f"INSERT INTO card (id, deck, position, suspended, {columns(CARD)}) VALUES ({marks(4 + len(CARD))})"
_SET = f"""
    UPDATE card SET deleted_ms = NULL, (deck, position, {columns(CARD)}) = ({marks(2 + len(CARD))})
    WHERE id = ?
"""
_NEW = """
    INSERT INTO memory (card, deck, position, due_day, repetitions, lapses, shuffle, suspended)
    SELECT id, deck, position, 0, 0, 0, shuffle_key(uid, 0), suspended FROM card WHERE id BETWEEN ? AND ?
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card is to be, and what is there of its uid."""

    deck: int
    position: int
    card: Card
    there: Stored | None = None


def stored(connection: sqlite3.Connection, uid: str) -> Stored | None:
    """The card of a uid, a deleted one too; None where there never was one."""
    return all_stored(connection, [uid]).get(uid)


def all_stored(connection: sqlite3.Connection, uids: Iterable[str]) -> dict[str, Stored]:
    """The cards that are or were there, by their uids."""
    found: dict[str, Stored] = {}
    for some in portions(uids):
        for row_id, deck_id, deck, position, deleted, edited, *words in connection.execute(
            f"{_READ} ({marks(len(some))})", some
        ).fetchall():
            card = card_of(words)
            found[card.uid] = Stored(row_id, deck_id, deck, position, card, bool(deleted), bool(edited))
    return found


def add(connection: sqlite3.Connection, places: Sequence[Place], resting: Collection[str] = ()) -> range:
    """Put cards whose uids never were there at their places, `resting` ones out of review; their rows."""
    first = int(connection.execute(_NEXT).fetchone()[0])
    rows = range(first, first + len(places))
    connection.executemany(
        _ADD,
        [
            (row_id, place.deck, place.position, place.card.uid in resting, *card_row(place.card))
            for row_id, place in zip(rows, places, strict=True)
        ],
    )
    connection.execute(_NEW, (rows.start, rows.stop - 1))
    card_text.enter(connection, rows)
    return rows


def change(connection: sqlite3.Connection, places: Sequence[tuple[Place, Stored]]) -> None:
    """Put cards at their places, instead of what is there of their uids; deleted ones come back."""
    back = [there.row_id for _, there in places if there.deleted]
    reworded = [there.row_id for place, there in places if not there.deleted and place.card != there.card]
    card_text.leave(connection, reworded)
    connection.executemany(
        _SET, [(place.deck, place.position, *card_row(place.card), there.row_id) for place, there in places]
    )
    card_text.enter(connection, reworded + back)
    log.remember(connection, back)
    connection.executemany(
        "UPDATE memory SET (deck, position) = (?, ?) WHERE card = ?",
        [(place.deck, place.position, there.row_id) for place, there in places if not there.deleted],
    )
