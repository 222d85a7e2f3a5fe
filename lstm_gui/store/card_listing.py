"""What a list of cards shows: a page of rows, and the names that cards can be narrowed by."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.memory import Memory
from lstm_gui.quiz.query import LEECH_LAPSES, STATES
from lstm_gui.quiz.schedule import retrievability
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.card_states import STATE_CONDITIONS
from lstm_gui.store.rows import CARD, SCHEDULE, Row, card_of, columns, memory_of, tags_of

_ROWS = f"""
    SELECT memory.card, deck.name, memory.position, memory.suspended, memory.buried_day,
        {columns(CARD, "card.")}, {columns(SCHEDULE, "memory.")}
    FROM json_each(:ids) JOIN memory ON memory.card = json_each.value
    JOIN card ON card.id = memory.card JOIN deck ON deck.id = memory.deck
"""
MOST_NAMES = 1000  # topics, and tags, that are listed; all can be searched for
_BEFORE = 5  # columns before those of the card


@dataclass(frozen=True, slots=True)
class ListedCard:
    """A card as a list shows it."""

    row_id: int
    deck: str
    position: int
    suspended: bool
    buried: bool  # for this study day
    card: Card
    memory: Memory
    recall: float  # the chance that it would be recalled today; 0 for a card never rated

    @property
    def leech(self) -> bool:
        """Whether it was forgotten so often that it should be written anew."""
        return self.memory.lapses >= LEECH_LAPSES


@dataclass(frozen=True, slots=True)
class Shelves:
    """What cards can be narrowed by, each with how many cards it has."""

    decks: tuple[tuple[str, int], ...] = ()
    topics: tuple[tuple[str, int], ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    states: tuple[tuple[str, int], ...] = ()
    total: int = 0


def listed(connection: sqlite3.Connection, ids: Sequence[int], now: datetime) -> list[ListedCard]:
    """The cards with these row ids, in their order; those that are gone are left out."""
    day = study_day(now)
    rows = connection.execute(_ROWS, {"ids": json.dumps(list(ids))})
    found = {row[0]: _listed(row, day) for row in rows}
    return [found[row_id] for row_id in ids if row_id in found]


def uids(connection: sqlite3.Connection, ids: Sequence[int]) -> list[str]:
    """The uids of the cards with these row ids, in their order; those that are gone are left out."""
    sql = "SELECT card.uid FROM json_each(?) JOIN card ON card.id = json_each.value WHERE deleted_ms IS NULL"
    return [uid for (uid,) in connection.execute(sql, (json.dumps(list(ids)),))]


def shelves(connection: sqlite3.Connection, now: datetime) -> Shelves:
    """By what cards can be narrowed now."""
    in_decks = (
        "SELECT name, (SELECT count(*) FROM memory WHERE deck = deck.id) FROM deck WHERE deleted_ms IS NULL"
    )
    in_topics = "SELECT topic, count(*) FROM card WHERE deleted_ms IS NULL AND topic <> '' GROUP BY topic"
    in_lists = "SELECT tags, count(*) FROM card WHERE deleted_ms IS NULL AND tags <> '[]' GROUP BY tags"
    tags: Counter[str] = Counter()
    for text, number in connection.execute(in_lists):
        tags.update(dict.fromkeys(tags_of(text), number))
    return Shelves(
        decks=_by_name(connection.execute(in_decks)),
        topics=_most_used(connection.execute(in_topics)),
        tags=_most_used(tags.items()),
        states=_states(connection, study_day(now)),
        total=int(connection.execute("SELECT count(*) FROM memory").fetchone()[0]),
    )


def _listed(row: Row, day: int) -> ListedCard:
    row_id, deck, position, suspended, buried_day = row[:_BEFORE]
    split = _BEFORE + len(CARD)
    card = card_of(row[_BEFORE:split])
    memory = memory_of(card.uid, row[split:])
    recall = retrievability(memory, day)
    return ListedCard(row_id, deck, position, bool(suspended), buried_day == day, card, memory, recall)


def _most_used(rows: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """By name, those with the most cards: a deck from elsewhere may have as many tags as cards."""
    return _by_name(nlargest(MOST_NAMES, rows, key=lambda row: row[1]))


def _by_name(rows: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(rows, key=lambda row: (row[0].casefold(), row[0])))


def _states(connection: sqlite3.Connection, day: int) -> tuple[tuple[str, int], ...]:
    sums = ", ".join(f"total({STATE_CONDITIONS[state]})" for state in STATES)
    numbers = connection.execute(f"SELECT {sums} FROM memory", {"day": day}).fetchone()
    return tuple((state, int(number)) for state, number in zip(STATES, numbers, strict=True))
