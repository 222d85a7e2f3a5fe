"""A collection as it is after years: a hundred thousand cards, a million ratings, made in half a minute."""

import random
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.study_day import day_start, study_day
from lstm_gui.store import log
from lstm_gui.store.collection import Collection
from lstm_gui.store.connection import writing
from lstm_gui.store.rows import EVENT, SCHEDULE, columns, marks, to_ms

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
DECKS = 20
COURSE = "Course"  # 0 … 3, each with five decks in it
CARDS = 100_000
RATED = 90_000  # the rest are new
ROUNDS = 11  # ratings of each card that was rated
TAKEN_BACK = 10_000

_APPEND = (
    f"INSERT INTO event (card, {columns(EVENT)}, "
    f"{columns(SCHEDULE, 'before_')}, {columns(SCHEDULE, 'after_')}) "
    f"VALUES ({marks(1 + len(EVENT) + 2 * len(SCHEDULE))})"
)
_NEW = (None, None, None, None, 0, None, 0, 0)
_RATINGS = (3, 4, 4, 4, 5)
_ASKED = (None, None, 50, 75, 90)  # the confidence
_FOUND = (None, None, True, True, False)  # by the simulator


def make(folder: Path) -> None:
    """Fill an empty folder."""
    with Collection.open(folder, now=NOW) as collection:
        for number in range(DECKS):
            collection.import_deck(_deck(number), NOW - timedelta(days=400))
        with writing(collection._connection):
            collection._connection.executemany(_APPEND, _ratings())
        with writing(collection._connection):
            for _ in range(TAKEN_BACK):
                log.void_last(collection._connection, NOW)
        collection.rebuild()


def _deck(number: int) -> Deck:
    size = CARDS // DECKS
    uids = range(number * size, (number + 1) * size)
    name = f"{COURSE} {number % 4}::Deck {number:02d}"
    return Deck(name, tuple(_card(uid) for uid in uids), "One of many.")


def _card(number: int) -> Card:
    return Card(
        uid=f"card-{number:06d}",
        front=f"What does gate {number} of the cell decide, and when does it stay open for a long time?",
        back="How much of the previous cell state is kept; its bias holds it open until told otherwise.",
        topic=f"topic {number % 9}",
        formula=r"c_t = f_t \odot c_{t-1} + i_t \odot g_t",
        why="Gradients along c are scaled by f alone, so that f near 1 carries them far back." * 2,
        tags=("gate", "memory"),
        scene="forget",
    )


def _ratings() -> Iterator[tuple[Any, ...]]:
    """Round after round of all rated cards, up to today; what was after one is before the next."""
    chance = random.Random(1)
    today = study_day(NOW)
    after: list[tuple[Any, ...]] = [_NEW] * (RATED + 1)
    for number in range(ROUNDS):
        stability = 1.5**number
        for card in range(1, RATED + 1):
            day = today - 400 + 36 * number + card * 35 // RATED
            at = to_ms(day_start(day, UTC))
            length = round(stability * chance.uniform(0.8, 1.2)) + 1
            before = after[card]
            after[card] = (stability, 5.0, at, day, day + length, None, number + 1, 0)
            identity = uuid.UUID(int=chance.getrandbits(128), version=4).bytes
            rating, asked, correct = chance.choice(_RATINGS), chance.choice(_ASKED), chance.choice(_FOUND)
            answered = (rating, "review", chance.randint(900, 90_000), asked, correct, 0, 0.9, None)
            yield card, identity, at, 60, day, *answered, *before, *after[card]
