"""The operations: each changes the collection once and says what changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lstm_gui.gui.operations.import_deck import Imported, import_deck
from lstm_gui.gui.operations.rate import Rated, rate
from lstm_gui.gui.operations.undo import Undone, undo
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


def test_undo_says_what_no_longer_counts(collection: Collection) -> None:
    events = [rating_of(collection, uid) for uid in ("a", "b")]
    for event in events:
        rate(collection, event, "Deck")
    assert undo(collection, NOW) == Undone(events[1])
    assert undo(collection, NOW) == Undone(events[0])
    assert undo(collection, NOW) == Undone(None)
    assert collection.memory("a") == events[0].before


def test_an_import_says_what_it_brought_and_keeps_progress(collection: Collection) -> None:
    event = rating_of(collection, "a")
    rate(collection, event, "Deck")
    changed = replace(
        DECK, cards=(replace(DECK.cards[0], back="better"), DECK.cards[1], Card("c", "C?", "c"))
    )
    result = import_deck(collection, changed, NOW)
    assert isinstance(result, Imported)
    assert result.deck == "Deck"
    assert (result.report.added, result.report.changed, result.report.unchanged) == (("c",), ("a",), ("b",))
    assert collection.memory("a") == event.after
