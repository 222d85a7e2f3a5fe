"""Importing a deck: what is new comes, what is known keeps its progress."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lstm_gui.gui.operations.import_deck import Imported, import_deck
from lstm_gui.gui.operations.rate import rate
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


def test_a_backup_is_made_first(collection: Collection) -> None:
    rate(collection, rating_of(collection, "a"), "Deck")
    import_deck(collection, Deck("Other", (Card("c", "C?", "c"),)), NOW)
    newest = collection.backups()[0]
    elsewhere = collection.folder / "elsewhere"
    elsewhere.mkdir()
    Collection.restore(elsewhere, newest.path, NOW)
    with Collection.open(elsewhere) as before:
        assert before.memory("a").repetitions == 1
        assert before.card("c") is None
