"""The cards that can be practised: those of a deck and the decks inside it, by topic, due or not."""

import sqlite3
from collections.abc import Sequence

from lstm_gui.quiz.practice.selection import Studied
from lstm_gui.store.rows import CARD, SCHEDULE, card_of, columns, marks, memory_of

__all__ = ["Studied", "practice_topics", "studied"]

# A card that is left out of the reviews is left out here too; one that is only put off until tomorrow is not.
_FROM = "FROM memory JOIN card ON card.id = memory.card WHERE memory.suspended = 0"
_IN_DECK = (
    "memory.deck IN (SELECT id FROM deck WHERE name = ?1 OR substr(name, 1, length(?1) + 2) = ?1 || '::')"
)


def practice_topics(connection: sqlite3.Connection, deck: str | None) -> dict[str, int]:
    """How many cards of each topic can be practised, of a deck or of all, in the order of the cards."""
    where = "" if deck is None else f"AND {_IN_DECK}"
    rows = connection.execute(
        f"SELECT card.topic, count(*) {_FROM} {where} GROUP BY card.topic ORDER BY min(card.id)",
        () if deck is None else (deck,),
    )
    return dict(rows.fetchall())


def studied(connection: sqlite3.Connection, deck: str | None, chosen: Sequence[str]) -> list[Studied]:
    """The cards of these topics, or of all when none is named, with what is remembered of each."""
    where = "" if deck is None else f"AND {_IN_DECK}"
    of_topics = f"AND card.topic IN ({marks(len(chosen))})" if chosen else ""
    rows = connection.execute(
        f"SELECT {columns(CARD, 'card.')}, {columns(SCHEDULE, 'memory.')} {_FROM} {where} {of_topics} "
        "ORDER BY memory.deck, memory.position",
        (*(() if deck is None else (deck,)), *chosen),
    )
    split = len(CARD)
    return [Studied(card_of(row[:split]), memory_of(row[0], row[split:])) for row in rows]
