"""What a person changes of decks, within one edit: settings, names, and all that is in one."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from lstm_gui.store import decks
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.images import card_images, deck_image, is_there, put_cards, put_deck
from lstm_gui.store.journal import Recording
from lstm_gui.store.portions import watched
from lstm_gui.store.watch import Watch, unwatched

NESTED = "::"  # between the name of a deck and that of one within it
_WITHIN = """
    SELECT id, name FROM deck
    WHERE deleted_ms IS NULL AND (name = :name OR substr(name, 1, :length) = :under)
"""
_CARDS = "SELECT id FROM card WHERE deck = ? AND deleted_ms IS NULL"


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """What is set for a deck; None: as the deck around it says, and then the settings."""

    description: str = ""
    new_per_day: int | None = None
    retention: float | None = None
    exam_day: int | None = None


def set_deck(connection: sqlite3.Connection, name: str, settings: DeckSettings, record: Recording) -> None:
    """Set what a deck says for itself; it is made when it is missing, as one around others may be."""
    deck = decks.made(connection, name, record)
    record.deck(deck)
    image = deck_image(connection, deck)
    assert image is not None
    values = {name: getattr(settings, name) for name in DeckSettings.__slots__}
    put_deck(connection, deck, {**image, **values}, record.at_ms)


def rename(connection: sqlite3.Connection, name: str, to: str, record: Recording) -> None:
    """Give a deck another name, and those within it with it. Raises CollectionError when it is taken."""
    names = {row_id: to + old[len(name) :] for row_id, old in _with_nested(connection, name)}
    for row_id, new in names.items():
        record.deck(row_id)
        _free(connection, new, names, record)
    nameless = ((row_id,) for row_id in names)  # for a moment, since one may get the name of another
    connection.executemany("UPDATE deck SET name = char(0) || id WHERE id = ?", nameless)
    renamed = ((new, row_id) for row_id, new in names.items())
    connection.executemany("UPDATE deck SET name = ? WHERE id = ?", renamed)


def delete(connection: sqlite3.Connection, name: str, record: Recording, watch: Watch = unwatched) -> None:
    """Delete a deck, those within it and all their cards. Raises CollectionError when there is none."""
    for deck, _ in _with_nested(connection, name):
        cards = [row_id for (row_id,) in connection.execute(_CARDS, (deck,))]
        for some in watched(cards, watch):
            record.cards(some)
            now = card_images(connection, some)
            gone = {row_id: {**image, "deleted_ms": record.at_ms} for row_id, image in now.items()}
            put_cards(connection, now, gone, record.at_ms)
        record.deck(deck)
        connection.execute("UPDATE deck SET deleted_ms = ? WHERE id = ?", (record.at_ms, deck))


def _with_nested(connection: sqlite3.Connection, name: str) -> list[tuple[int, str]]:
    under = name + NESTED
    values = {"name": name, "under": under, "length": len(under)}
    found = connection.execute(_WITHIN, values).fetchall()
    if not found:
        raise CollectionError(f"There is no deck named {name!r}.")
    return found


def _free(connection: sqlite3.Connection, name: str, ours: Iterable[int], record: Recording) -> None:
    """See to it that nobody else has a name. Raises CollectionError when a deck has that is there."""
    row = connection.execute("SELECT id FROM deck WHERE name = ?", (name,)).fetchone()
    if row is None or row[0] in ours:
        return
    if is_there(deck_image(connection, row[0])):
        raise CollectionError(f"There is a deck named {name!r} already; choose another name.")
    record.deck(row[0])
    connection.execute("UPDATE deck SET name = name || char(0) || id WHERE id = ?", (row[0],))
