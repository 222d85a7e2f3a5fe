"""Taking ratings back, one after the other."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lstm_gui.gui.operations.rate import rate
from lstm_gui.gui.operations.undo import Undone, undo
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
DECK = Deck("Deck", (Card("a", "A?", "a"), Card("b", "B?", "b")))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path) as made:
        made.import_deck(DECK, NOW)
        yield made


def rating_of(collection: Collection, uid: str) -> ReviewEvent:
    return Scheduler().review(collection.memory(uid), Rating.WELL, NOW, response_ms=1200)[1]


def test_undo_says_what_no_longer_counts(collection: Collection) -> None:
    events = [rating_of(collection, uid) for uid in ("a", "b")]
    for event in events:
        rate(collection, event, "Deck")
    assert undo(collection, NOW) == Undone(events[1])
    assert undo(collection, NOW) == Undone(events[0])
    assert undo(collection, NOW) == Undone(None)
    assert collection.memory("a") == events[0].before
