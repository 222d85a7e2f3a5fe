"""The cards that can be practised: those of a deck and the decks inside it, by topic, due or not."""

import sqlite3
from collections.abc import Sequence

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.memory import Memory
from lstm_gui.quiz.practice.selection import Candidate, Draw, Drawn, lenders, taken
from lstm_gui.store.rows import CARD, SCHEDULE, card_of, columns, marks, memory_of

__all__ = ["Draw", "Drawn", "drawn", "practice_topics"]

# A card that is left out of the reviews is left out here too; one that is only put off until tomorrow is not.
_FROM = "FROM memory JOIN card ON card.id = memory.card WHERE memory.suspended = 0"
_IN_DECK = (
    "memory.deck IN (SELECT id FROM deck WHERE name = ?1 OR substr(name, 1, length(?1) + 2) = ?1 || '::')"
)
_AT_ONCE = 500  # uids in one question


def practice_topics(connection: sqlite3.Connection, deck: str | None) -> dict[str, int]:
    """How many cards of each topic can be practised, of a deck or of all, in the order of the cards."""
    where = "" if deck is None else f"AND {_IN_DECK}"
    rows = connection.execute(
        f"SELECT card.topic, count(*) {_FROM} {where} GROUP BY card.topic ORDER BY min(card.id)",
        () if deck is None else (deck,),
    )
    return dict(rows.fetchall())


def drawn(connection: sqlite3.Connection, deck: str | None, topics: Sequence[str], draw: Draw) -> Drawn:
    """The cards of a round: of these topics, or of all when none is named, and cards that lend answers."""
    everything = _candidates(connection, deck)
    narrowed = [one for one in everything if one.topic in topics] if topics else everything
    round_ = taken(narrowed, draw)
    others = lenders(everything, round_, draw.seed)
    found = _studied(connection, [one.uid for one in (*round_, *others)])
    return Drawn(
        tuple(found[one.uid][0] for one in round_),
        {one.uid: found[one.uid][1] for one in round_},
        tuple(found[one.uid][0] for one in others),
    )


def _candidates(connection: sqlite3.Connection, deck: str | None) -> list[Candidate]:
    """Every card that can be practised, without its words."""
    where = "" if deck is None else f"AND {_IN_DECK}"
    rows = connection.execute(
        "SELECT card.uid, card.topic, memory.stability, memory.difficulty, memory.last_day, memory.lapses "
        f"{_FROM} {where} ORDER BY memory.deck, memory.position",
        () if deck is None else (deck,),
    )
    return [Candidate(*row) for row in rows]


def _studied(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, tuple[Card, Memory]]:
    """These cards with what is remembered of each, by uid."""
    found: dict[str, tuple[Card, Memory]] = {}
    split = len(CARD)
    for start in range(0, len(uids), _AT_ONCE):
        part = uids[start : start + _AT_ONCE]
        rows = connection.execute(
            f"SELECT {columns(CARD, 'card.')}, {columns(SCHEDULE, 'memory.')} FROM card "
            f"JOIN memory ON memory.card = card.id WHERE card.uid IN ({marks(len(part))})",
            part,
        )
        found |= {row[0]: (card_of(row[:split]), memory_of(row[0], row[split:])) for row in rows}
    return found
