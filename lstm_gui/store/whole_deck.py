"""A deck as it leaves: with the decks inside it, what is set for them, and what its cards name."""

import sqlite3
from collections.abc import Iterator

from lstm_gui.quiz.card import Deck, Part
from lstm_gui.quiz.deck_rules import DeckRules
from lstm_gui.quiz.deck_tree import SEPARATOR, whole
from lstm_gui.store import deck_rows, decks, media
from lstm_gui.store.deck_rows import DeckRow

_RESTING = "SELECT uid FROM card WHERE deck = ? AND suspended = 1 AND deleted_ms IS NULL"


def whole_deck(connection: sqlite3.Connection, name: str) -> Deck:
    """The deck of a name. Raises CollectionError when there is none."""
    rows = {row.name: row for row in deck_rows.within(connection, name)}
    ordered = [rows[each] for each in whole(rows) if each in rows]
    held = [(row, decks.cards(connection, row.id)) for row in ordered]
    cards = tuple(card for _, each in held for card in each)
    own = rows.get(name)
    return Deck(
        name,
        cards,
        own.description if own else "",
        tuple(media.of(connection, cards)),
        {card.uid: _inside(row, name) for row, each in held for card in each if row.name != name},
        tuple(_parts(ordered, name)),
        frozenset(uid for row in ordered for (uid,) in connection.execute(_RESTING, (row.id,))),
    )


def _inside(row: DeckRow, name: str) -> str:
    return row.name[len(name) + len(SEPARATOR) :] if row.name != name else ""


def _parts(rows: list[DeckRow], name: str) -> Iterator[Part]:
    for row in rows:
        inner = row.name != name
        if row.rules != DeckRules() or (inner and row.description):
            said = row.description if inner else ""
            yield Part(
                _inside(row, name), said, row.rules.new_per_day, row.rules.retention, row.rules.exam_day
            )
