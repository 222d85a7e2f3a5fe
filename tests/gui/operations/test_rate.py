"""Saving a rating: once, whatever is tried again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lstm_gui.gui.operations.rate import Rated, rate
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Changed

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
DECK = Deck("Deck", (Card("a", "A?", "a"), Card("b", "B?", "b")))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path) as made:
        made.import_deck(DECK, NOW)
        yield made


def rating_of(collection: Collection, uid: str) -> ReviewEvent:
    return Scheduler().review(collection.memory(uid), Rating.WELL, NOW, response_ms=1200)[1]


def test_rating_says_which_event_of_which_deck(collection: Collection) -> None:
    event = rating_of(collection, "a")
    assert rate(collection, event, "Deck") == Rated(event, "Deck")
    assert collection.last_review() == event
    assert collection.memory("a") == event.after


def test_the_same_rating_tried_again_counts_once(collection: Collection) -> None:
    event = rating_of(collection, "a")
    rate(collection, event, "Deck")
    rate(collection, event, "Deck")
    assert list(collection.events()) == [event]


def test_a_second_rating_of_what_is_no_longer_so_is_refused(collection: Collection) -> None:
    first, second = rating_of(collection, "a"), rating_of(collection, "a")
    rate(collection, first, "Deck")
    with pytest.raises(Changed):
        rate(collection, second, "Deck")
    assert list(collection.events()) == [first]
