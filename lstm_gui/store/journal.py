"""The journal of edits: what each change of cards and decks was before and after, undone and done again.

An edit is recorded in the transaction that makes it, so that both are durable or neither is. Undoing puts
the rows back as they were; the schedules follow from the log, which no edit touches: a card that was deleted
and comes back has its progress. The ratings that came with an import are taken back with it, by entries in
the log.

Edits are undone from the newest to the oldest and done again the other way round; a new edit forgets those
that were undone. The last KEPT stay, also after a restart.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lstm_gui.store import imported_ratings
from lstm_gui.store.errors import Overtaken
from lstm_gui.store.images import (
    CARD_AS_JSON,
    Image,
    as_json,
    card_images,
    deck_image,
    from_json,
    put_cards,
    put_deck,
    same,
)
from lstm_gui.store.portions import watched
from lstm_gui.store.rows import from_ms, to_ms
from lstm_gui.store.watch import Watch, unwatched

IMPORT = "import"  # the kind of an edit that brought a deck from elsewhere
KEPT = 200  # edits that can be undone

_THESE = "(SELECT value FROM json_each(?))"
_NOTE_CARDS = f"""
    INSERT INTO edit_card (edit, card, before) SELECT ?, id, {CARD_AS_JSON} FROM card WHERE id IN {_THESE}
    ON CONFLICT DO NOTHING
"""
_NOTE_ADDED_CARDS = f"""
    INSERT INTO edit_card (edit, card, after) SELECT ?, id, {CARD_AS_JSON} FROM card WHERE id IN {_THESE}
"""
_NOTE_DECK = "INSERT INTO edit_deck (edit, deck, before) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_CARDS_AFTER = f"""
    UPDATE edit_card SET after = (SELECT {CARD_AS_JSON} FROM card WHERE card.id = edit_card.card)
    WHERE edit = ? AND before IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of cards and decks, for a label and for the views that show them."""

    id: int
    at: datetime
    kind: str  # "add", "change", "delete" …: see Edits
    deck: str  # the deck it was about, where there was one
    count: int  # cards
    uids: tuple[str, ...] = ()  # of these cards, once it was carried out, undone or done again


class Notes:
    """Is told of rows before they are changed, and notes nothing: for what nobody is to undo."""

    def cards(self, row_ids: Iterable[int]) -> None:
        """Cards are about to be changed."""

    def added_cards(self, row_ids: Iterable[int]) -> None:
        """Cards are there now whose rows never were; this edit leaves them so."""

    def deck(self, row_id: int) -> None:
        """A deck is about to be changed."""

    def added_deck(self, row_id: int) -> None:
        """A deck was added whose row was never there."""


class Recording(Notes):
    """Takes note of them, for one edit."""

    def __init__(self, connection: sqlite3.Connection, edit: int, at_ms: int) -> None:
        """Use `begin`."""
        self.edit, self.at_ms = edit, at_ms
        self._connection = connection

    def cards(self, row_ids: Iterable[int]) -> None:
        """Cards are about to be changed."""
        self._connection.execute(_NOTE_CARDS, (self.edit, json.dumps(list(row_ids))))

    def added_cards(self, row_ids: Iterable[int]) -> None:
        """Cards are there now whose rows never were; this edit leaves them so."""
        self._connection.execute(_NOTE_ADDED_CARDS, (self.edit, json.dumps(list(row_ids))))

    def deck(self, row_id: int) -> None:
        """A deck is about to be changed."""
        self._note_deck(row_id, deck_image(self._connection, row_id))

    def added_deck(self, row_id: int) -> None:
        """A deck was added whose row was never there."""
        self._note_deck(row_id, None)

    def ratings(self, first: int, last: int) -> None:
        """The entries of the log from `first` to `last`, if any, came with an import."""
        if last >= first:
            self._connection.execute(
                "UPDATE edit SET (first_event, last_event) = (?, ?) WHERE id = ?", (first, last, self.edit)
            )

    def finish(self) -> None:
        """Note what became of the rows. An edit that changed nothing is none; those too old are forgotten."""
        self._connection.execute(_CARDS_AFTER, (self.edit,))
        _note_decks_after(self._connection, self.edit)
        for table in ("card", "deck"):
            self._connection.execute(
                f"DELETE FROM edit_{table} WHERE edit = ? AND before IS after", (self.edit,)
            )
        _tidy(self._connection, self.edit)

    def _note_deck(self, row_id: int, image: Image | None) -> None:
        self._connection.execute(_NOTE_DECK, (self.edit, row_id, as_json(image)))


def begin(connection: sqlite3.Connection, kind: str, deck: str, now: datetime) -> Recording:
    """A recording of what happens to cards and decks from now on, until it is told to finish."""
    at_ms = to_ms(now)
    added = connection.execute(
        "INSERT INTO edit (at_ms, kind, deck) VALUES (?, ?, ?)", (at_ms, kind, deck)
    ).lastrowid
    assert at_ms is not None
    assert added is not None
    return Recording(connection, added, at_ms)


def _note_decks_after(connection: sqlite3.Connection, edit: int) -> None:
    """Not by SQLite, as with cards: it writes a number such as 0.1 + 0.2 with too few digits."""
    rows = connection.execute("SELECT deck FROM edit_deck WHERE edit = ?", (edit,)).fetchall()
    connection.executemany(
        "UPDATE edit_deck SET after = ? WHERE edit = ? AND deck = ?",
        [(as_json(deck_image(connection, row_id)), edit, row_id) for (row_id,) in rows],
    )


def _tidy(connection: sqlite3.Connection, edit: int) -> None:
    """Forget this edit when it changed nothing, or else those that were undone and those too old."""
    empty = connection.execute(
        "DELETE FROM edit WHERE id = :edit AND first_event IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM edit_card WHERE edit = :edit UNION ALL SELECT 1 FROM edit_deck WHERE edit = :edit)",
        {"edit": edit},
    ).rowcount
    if not empty:
        connection.execute("DELETE FROM edit WHERE undone = 1")
        connection.execute(
            "DELETE FROM edit WHERE id NOT IN (SELECT id FROM edit ORDER BY id DESC LIMIT ?)", (KEPT,)
        )


def last(connection: sqlite3.Connection) -> Edit | None:
    """The edit that `undo` would take back."""
    return _edit(connection, "undone = 0 ORDER BY id DESC")


def next_redo(connection: sqlite3.Connection) -> Edit | None:
    """The edit that `redo` would bring back."""
    return _edit(connection, "undone = 1 ORDER BY id")


def edit(connection: sqlite3.Connection, row_id: int) -> Edit | None:
    """An edit by its number; None when it is not kept."""
    return _edit(connection, f"id = {row_id:d}")


def uids(connection: sqlite3.Connection, row_id: int) -> tuple[str, ...]:
    """The uids of the cards of an edit."""
    rows = connection.execute(
        "SELECT coalesce(after, before) FROM edit_card WHERE edit = ? ORDER BY card", (row_id,)
    )
    return tuple(image["uid"] for (text,) in rows if (image := from_json(text)))


def undo(connection: sqlite3.Connection, now: datetime, watch: Watch = unwatched) -> Edit | None:
    """Put back what the last edit changed, in the caller's transaction; that edit, or None for none.

    Raises Overtaken when something else has changed a card or deck of it since, and Changed when a card that
    was rated in an import has been rated again.
    """
    found = last(connection)
    if found is not None:
        imported_ratings.take_back(connection, found.id, now)
        _restore(connection, found.id, "after", "before", now, watch)
    return found


def redo(connection: sqlite3.Connection, now: datetime, watch: Watch = unwatched) -> Edit | None:
    """Do again the edit that was undone last; that edit, or None for none. Raises Overtaken."""
    found = next_redo(connection)
    if found is not None:
        _restore(connection, found.id, "before", "after", now, watch)
        imported_ratings.bring_back(connection, found.id)
    return found


def forget(connection: sqlite3.Connection, *, undone: bool) -> None:
    """Forget the edit that `undo` cannot take back, or those that `redo` cannot bring back."""
    which = "undone = 1" if undone else "id = (SELECT max(id) FROM edit WHERE undone = 0)"
    connection.execute(f"DELETE FROM edit WHERE {which}")


def _edit(connection: sqlite3.Connection, which: str) -> Edit | None:
    row = connection.execute(
        "SELECT id, at_ms, kind, deck, (SELECT count(*) FROM edit_card WHERE edit = edit.id) FROM edit "
        f"WHERE {which} LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    row_id, at_ms, kind, deck, count = row
    at = from_ms(at_ms)
    assert at is not None  # NOT NULL in the schema
    return Edit(row_id, at, kind, deck, count)


def _restore(
    connection: sqlite3.Connection, row_id: int, expected: str, wanted: str, now: datetime, watch: Watch
) -> None:
    at_ms = to_ms(now)
    assert at_ms is not None
    decks = [
        (deck, from_json(met), from_json(image))
        for deck, met, image in connection.execute(
            f"SELECT deck, {expected}, {wanted} FROM edit_deck WHERE edit = ?", (row_id,)
        )
    ]
    _decks_must_be_as_met(connection, decks)
    _put_decks(connection, [(deck, image) for deck, _, image in decks if image is not None], at_ms)
    cards = connection.execute("SELECT card FROM edit_card WHERE edit = ? ORDER BY card", (row_id,))
    for some in watched([card for (card,) in cards], watch):
        met, images = (_images(connection, row_id, which, some) for which in (expected, wanted))
        there = card_images(connection, some)
        _cards_must_be_as_met(there, met)
        put_cards(connection, there, images, at_ms)
    for deck, _, image in decks:
        if image is None:
            put_deck(connection, deck, None, at_ms)
    _mark(connection, row_id, int(expected == "after"))


def _mark(connection: sqlite3.Connection, edit: int, undone: int) -> None:
    connection.execute("UPDATE edit SET undone = ? WHERE id = ?", (undone, edit))
    connection.execute(
        "UPDATE import SET undone = ? "
        "WHERE (at_ms, deck) = (SELECT at_ms, deck FROM edit WHERE id = ? AND kind = ?)",
        (undone, edit, IMPORT),
    )


def _put_decks(connection: sqlite3.Connection, decks: Sequence[tuple[int, Image]], at_ms: int) -> None:
    """Two decks may have taken each other's names: nobody has any while they get them."""
    connection.executemany(
        "UPDATE deck SET name = char(0) || id WHERE id = ?", [(deck,) for deck, _ in decks]
    )
    for deck, image in decks:
        put_deck(connection, deck, image, at_ms)


def _decks_must_be_as_met(
    connection: sqlite3.Connection, decks: Sequence[tuple[int, Image | None, Image | None]]
) -> None:
    for deck, met, _ in decks:
        now = deck_image(connection, deck)
        if not same(now, met):
            name = (now or met or {})["name"]
            raise Overtaken(f"The deck “{name}” has been changed otherwise since; it stays as it is.")


def _images(
    connection: sqlite3.Connection, edit: int, which: str, cards: Iterable[int]
) -> dict[int, Image | None]:
    sql = f"SELECT card, {which} FROM edit_card WHERE edit = ? AND card IN {_THESE}"
    rows = connection.execute(sql, (edit, json.dumps(list(cards)))).fetchall()
    return {card: from_json(text) for card, text in rows}


def _cards_must_be_as_met(now: Mapping[int, Image], met: Mapping[int, Image | None]) -> None:
    if not all(same(now.get(card), image) for card, image in met.items()):
        raise Overtaken("A card of this has been changed otherwise since; everything stays as it is.")
