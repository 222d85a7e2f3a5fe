"""Reads every rating that stands and every card as columns of numbers: a million ratings in half a second.

SQLite writes each column of a block of rows as one text, which numpy reads at once: a step of the interpreter
for each row would take longer than all the rest, and keep the window waiting. What SQLite does in between is
done without the interpreter's lock.
"""

import sqlite3

import numpy as np

from lstm_gui.quiz.deck_tree import path
from lstm_gui.quiz.schedule import PRACTICE_MODES
from lstm_gui.quiz.statistics.history import Cards, Flags, History, Ints, Ratings
from lstm_gui.store import deck_rows
from lstm_gui.store.deck_rows import DeckRow
from lstm_gui.store.rows import marks
from lstm_gui.store.watch import Watch, unwatched

BLOCK = 1 << 15  # rows of the log that are read at once: some 15 ms
_FINE = 10**9  # whole numbers are read quickest: stability and difficulty as so many parts of one

# A row takes a place in each of these; one that takes a rating back stands there with the rating 0.
_EVERY = (
    "id",
    "card * 8 + ifnull(rating, 0)",
    "study_day",
    "ifnull(before_last_day, 0)",
    f"ifnull(CAST(before_stability * {_FINE} AS INTEGER), 0)",
    "ifnull(response_ms, -1)",
)
_KINDS = (np.int32, np.int64, np.int32, np.int32, np.int64, np.int32, *[np.int64] * 4)  # these, and the next
# These hold for few rows, and name them: the id first, then what is to be known.
_SOME = (
    f"iif(mode IN ({marks(len(PRACTICE_MODES))}), id, NULL)",
    "iif(before_due_at_ms IS NOT NULL, id, NULL)",
    "id * 256 + confidence",
    "id * 2 + correct",
)
_SELECT = f"SELECT {', '.join(f'group_concat({one})' for one in _EVERY + _SOME)} FROM event"
_BLOCK = f"{_SELECT} WHERE id BETWEEN ? AND ?"

_CARDS = (
    "card.id",
    "card.deck",
    "card.deleted_ms IS NULL",
    f"ifnull(CAST(memory.stability * {_FINE} AS INTEGER), 0)",
    f"ifnull(CAST(memory.difficulty * {_FINE} AS INTEGER), 0)",
    "ifnull(memory.last_day, 0)",
    "ifnull(memory.due_day, 0)",
    "memory.due_at_ms IS NOT NULL",
    "ifnull(memory.suspended, 0)",
    "ifnull(memory.buried_day, 0)",
    "ifnull(memory.shuffle, 0)",
)
_ALL_CARDS = (
    f"SELECT {', '.join(f'group_concat({one})' for one in _CARDS)} "
    "FROM card LEFT JOIN memory ON memory.card = card.id"
)


def history(connection: sqlite3.Connection, watch: Watch = unwatched) -> History:
    """Everything at one moment, whatever is rated meanwhile."""
    connection.execute("BEGIN")
    try:
        ids, cards, topics = _cards(connection)
        decks = deck_rows.every(connection)
        ratings = _ratings(connection, ids, watch)
    finally:
        connection.execute("ROLLBACK")  # it only read
    return History(cards, ratings, {row.id: row.name for row in decks}, topics, _exams(decks))


def _exams(decks: list[DeckRow]) -> dict[int, tuple[int, ...]]:
    """The exams of each deck and of those around it."""
    days = {row.name: row.rules.exam_day for row in decks}
    around = {row.id: [days.get(name) for name in path(row.name)] for row in decks}
    return {key: tuple(day for day in found if day is not None) for key, found in around.items()}


def _cards(connection: sqlite3.Connection) -> "tuple[_Places, Cards, tuple[str, ...]]":
    """Where each card stands, the cards, and the names of their topics."""
    row = connection.execute(_ALL_CARDS).fetchone()
    ids, deck, there, stability, difficulty, last_day, due_day, *resting = map(_ints, row)
    waiting, suspended, buried, shuffle = resting
    places = _Places(ids)
    topic = np.zeros(len(ids), np.int64)
    names: list[str] = []
    for name, of_topic in connection.execute("SELECT topic, group_concat(id) FROM card GROUP BY topic"):
        topic[places.of(_ints(of_topic))] = len(names)
        names.append(name)
    cards = Cards(
        deck=deck,
        topic=topic,
        there=there > 0,
        stability=stability / _FINE,
        difficulty=difficulty / _FINE,
        last_day=last_day,
        due_day=due_day,
        waiting=waiting > 0,
        suspended=suspended > 0,
        buried_day=buried,
        shuffle=shuffle,
    )
    return places, cards, tuple(names)


def _ratings(connection: sqlite3.Connection, cards: "_Places", watch: Watch) -> Ratings:
    last = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()[0]
    blocks: list[list[Ints]] = []
    for first in range(1, last + 1, BLOCK):
        watch(first - 1, last)
        values = (*sorted(PRACTICE_MODES), first, first + BLOCK - 1)
        row = connection.execute(_BLOCK, values).fetchone()
        blocks.append([_ints(text).astype(kind) for text, kind in zip(row, _KINDS, strict=True)])
    watch(last, last)
    columns = [np.concatenate(parts) for parts in zip(*blocks, strict=True)]
    ids, card, day, last_day, stability, response, practice, failed, said, found = (
        columns or [_ints(None)] * 10
    )
    taken_back = _ints(
        connection.execute("SELECT group_concat(voids) FROM event WHERE voids > 0").fetchone()[0]
    )
    places = _Places(ids)
    stands = (card % 8 > 0) & ~_among(places, taken_back)
    everything = Ratings(
        card=cards.of(card // 8).astype(np.int32),
        day=day,
        rating=(card % 8).astype(np.int8),
        last_day=last_day,
        stability=stability / _FINE,
        response_ms=response,
        practice=_among(places, practice),
        failed=_among(places, failed),
        confidence=_told(places, said, 256),
        correct=_told(places, found, 2),
    )
    return everything.only(stands)


class _Places:
    """Where each of some row ids stands among them; ids are small, for none is ever used again."""

    def __init__(self, ids: Ints) -> None:
        self.count = len(ids)
        self._table = np.zeros(int(ids.max(initial=0)) + 1, np.int64)
        self._table[ids] = np.arange(self.count)

    def of(self, ids: Ints) -> Ints:
        """The places of these, all of which are among them."""
        return self._table[ids]


def _among(places: _Places, some: Ints) -> Flags:
    """Which are among some of them."""
    found = np.zeros(places.count, np.bool_)
    found[places.of(some)] = True
    return found


def _told(places: _Places, packed: Ints, size: int) -> Ints:
    """What is known of some, packed with their ids; -1 for the others."""
    found = np.full(places.count, -1, np.int8)
    found[places.of(packed // size)] = packed % size
    return found


def _ints(text: str | None) -> Ints:
    return np.fromstring(text, np.int64, sep=",") if text else np.zeros(0, np.int64)
