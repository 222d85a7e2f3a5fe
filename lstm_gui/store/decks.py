"""Decks and cards in the collection: importing them, listing them, and how well they are known."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store import card_rows, media
from lstm_gui.store.card_rows import Place, Stored, all_stored, stored
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.images import put_deck
from lstm_gui.store.journal import Notes
from lstm_gui.store.portions import portions, watched
from lstm_gui.store.rows import CARD, card_of, columns, to_ms
from lstm_gui.store.watch import Watch, unwatched

_CARD_COLUMNS = columns(CARD, "card.")
_IN_DECK = "SELECT 1 FROM card WHERE deck = ? AND deleted_ms IS NULL LIMIT 1"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: the uids of the cards of each kind."""

    deck: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    ratings: int = 0  # of a history that came with the deck


def any_deck(connection: sqlite3.Connection) -> bool:
    """Whether there is any deck, or was one that a person deleted."""
    return connection.execute("SELECT 1 FROM deck LIMIT 1").fetchone() is not None


def card(connection: sqlite3.Connection, uid: str) -> Card | None:
    """One card, or None when there is no such card."""
    found = stored(connection, uid)
    return found.card if found and not found.deleted else None


def cards(connection: sqlite3.Connection, deck: int) -> list[Card]:
    """The cards of a deck in its order."""
    rows = connection.execute(
        f"SELECT {_CARD_COLUMNS} FROM card WHERE deck = ? AND deleted_ms IS NULL ORDER BY position", (deck,)
    )
    return [card_of(row) for row in rows]


def compare(connection: sqlite3.Connection, deck: Deck) -> ImportReport:
    """What importing a deck would do. Raises CollectionError when the deck cannot be stored as it is."""
    seen: set[str] = set()
    kinds: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    must_be_text(deck.name, deck.name + deck.description)
    must_be_text(deck.name, "".join(deck.inside.values()))
    for some in portions(deck.cards):
        for new in some:
            if new.uid in seen:
                raise CollectionError(f"The deck {deck.name!r} holds the card {new.uid!r} twice; remove one.")
            seen.add(new.uid)
            must_be_text(deck.name, text_of(new))
        there = all_stored(connection, [new.uid for new in some])
        for new in some:
            kinds[_kind(deck.deck_of(new.uid), new, there.get(new.uid))].append(new.uid)
    added, changed, unchanged = (tuple(kinds[kind]) for kind in ("added", "changed", "unchanged"))
    return ImportReport(deck.name, added, changed, unchanged)


def text_of(card: Card) -> str:
    """All that a card says, in one."""
    texts = card.uid, card.front, card.back, card.topic, card.formula, card.why, card.scene, card.challenge
    return "".join(texts + card.tags)


def must_be_text(deck: str, text: str) -> None:
    """SQLite stores UTF-8, which half of a surrogate pair has no place in."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise CollectionError(f"The deck {deck!a} holds half a character, which cannot be stored.") from error


def needs_import(connection: sqlite3.Connection, deck: Deck, *, moving: bool = True) -> bool:
    """Whether importing the deck would change anything at all, its description and order included."""
    row = connection.execute(
        "SELECT description FROM deck WHERE name = ? AND deleted_ms IS NULL", (deck.name,)
    ).fetchone()
    other = row is None or row[0] != deck.description or media.missing(connection, deck.media)
    return other or any(_changes(connection, deck, moving))


def own_part(connection: sqlite3.Connection, deck: Deck) -> tuple[Deck, bool] | None:
    """What of a deck that ships with the app may be brought up to date, and whether its order may be too.

    None is for nothing: where the deck is not there, or where somebody imported a file over it, for then the
    words may be theirs. Cards that a person edited keep their words, those that another deck took over stay
    with it, deleted ones stay away, and so does the order of cards that a person arranged.
    """
    imports = connection.execute(
        "SELECT count(*) FROM import WHERE deck = ? AND undone = 0", (deck.name,)
    ).fetchone()[0]
    known = connection.execute(
        "SELECT arranged FROM deck WHERE name = ? AND deleted_ms IS NULL", (deck.name,)
    ).fetchone()
    if known is None or imports > 1:  # the first brought the deck here
        return None
    there = all_stored(connection, [card.uid for card in deck.cards])
    own = [(card, there.get(card.uid)) for card in deck.cards]
    cards = (
        _newer(card, found) for card, found in own if found is None or _is_in(found, deck.deck_of(card.uid))
    )
    return replace(deck, cards=tuple(cards)), not known[0]


def merge(
    connection: sqlite3.Connection,
    deck: Deck,
    report: ImportReport,
    now: datetime,
    watch: Watch = unwatched,
    notes: Notes | None = None,
) -> None:
    """Add what is new and update what changed, in the caller's transaction. No schedule is touched."""
    update(connection, deck, now, watch=watch, notes=notes)
    connection.execute(
        "INSERT INTO import (at_ms, deck, added, changed) VALUES (?, ?, ?, ?)",
        (to_ms(now), deck.name, len(report.added), len(report.changed)),
    )


def update(
    connection: sqlite3.Connection,
    deck: Deck,
    now: datetime,
    *,
    moving: bool = True,
    watch: Watch = unwatched,
    notes: Notes | None = None,
) -> None:
    """The same without an entry among the imports, as for a deck that a newer app brought."""
    notes = notes or Notes()
    targets = _made_all(connection, deck, notes)
    notes.deck(targets[deck.name])
    connection.execute("UPDATE deck SET description = ? WHERE id = ?", (deck.description, targets[deck.name]))
    media.add(connection, deck.media)
    changes = list(_changes(connection, deck, moving))
    left: set[int] = set()
    for some in watched(changes, watch, "cards"):
        places = [
            Place(targets[deck.deck_of(new.uid)], position, new, there) for position, new, there in some
        ]
        left |= _put(connection, places, deck.resting, notes)
    _remove_empty(connection, left - set(targets.values()), now, notes)


def _made_all(connection: sqlite3.Connection, deck: Deck, notes: Notes) -> dict[str, int]:
    """The rows of a deck and of those inside it. What is set for one counts only where it is made now."""
    parts = {deck.within(part.name): part for part in deck.parts}
    found: dict[str, int] = {}
    for name in dict.fromkeys((deck.name, *parts, *map(deck.within, deck.inside.values()))):
        there = connection.execute("SELECT 1 FROM deck WHERE name = ? AND deleted_ms IS NULL", (name,))
        is_new = there.fetchone() is None
        found[name] = made(connection, name, notes)
        if is_new and (part := parts.get(name)):
            connection.execute(
                "UPDATE deck SET (description, new_per_day, retention, exam_day) = (?, ?, ?, ?) WHERE id = ?",
                (part.description, part.new_per_day, part.retention, part.exam_day, found[name]),
            )
    return found


def _put(
    connection: sqlite3.Connection, places: Sequence[Place], resting: frozenset[str], notes: Notes
) -> set[int]:
    """Add and change cards; the decks that some of them leave."""
    notes.added_cards(card_rows.add(connection, [place for place in places if place.there is None], resting))
    changes = [(place, place.there) for place in places if place.there is not None]
    notes.cards(there.row_id for _, there in changes)
    card_rows.change(connection, changes)
    return {there.deck_id for place, there in changes if there.deck_id != place.deck}


def made(connection: sqlite3.Connection, name: str, notes: Notes) -> int:
    """The row of a deck, made when it is missing, brought back when it was deleted."""
    row = connection.execute("SELECT id, deleted_ms IS NULL FROM deck WHERE name = ?", (name,)).fetchone()
    if row is None:
        added = connection.execute("INSERT INTO deck (name, description) VALUES (?, '')", (name,)).lastrowid
        assert added is not None
        notes.added_deck(added)
        return added
    row_id, is_there = row
    if not is_there:
        notes.deck(row_id)
        connection.execute("UPDATE deck SET deleted_ms = NULL WHERE id = ?", (row_id,))
    return int(row_id)


def _remove_empty(connection: sqlite3.Connection, left: set[int], now: datetime, notes: Notes) -> None:
    """A deck whose last card another took over goes."""
    at_ms = to_ms(now)
    assert at_ms is not None
    for deck in left:
        if connection.execute(_IN_DECK, (deck,)).fetchone() is None:
            notes.deck(deck)
            put_deck(connection, deck, None, at_ms)


def _changes(
    connection: sqlite3.Connection, deck: Deck, moving: bool
) -> Iterator[tuple[int, Card, Stored | None]]:
    """The cards that are not in the collection just as they are in the deck, with their places.

    Unless they are `moving`, those that are there keep the place that they have.
    """
    for some in portions(enumerate(deck.cards)):
        known = all_stored(connection, [new.uid for _, new in some])
        for place, new in some:
            there, name = known.get(new.uid), deck.deck_of(new.uid)
            stays = there is not None and not moving and _is_in(there, name)
            position = there.position if there is not None and stays else place
            if there is None or there.deleted or _place(there) != (name, position, new):
                yield position, new, there


def _newer(new: Card, there: Stored | None) -> Card:
    """The words of the app, unless a person edited them."""
    return there.card if there is not None and there.edited else new


def _place(there: Stored) -> tuple[str, int, Card]:
    return there.deck, there.position, there.card


def _is_in(there: Stored, deck: str) -> bool:
    return there.deck == deck and not there.deleted


def _kind(deck: str, new: Card, there: Stored | None) -> str:
    """A card that only moved within its deck, because one was put before it, has not changed."""
    if there is None or there.deleted:
        return "added"
    return "unchanged" if (there.deck, there.card) == (deck, new) else "changed"
