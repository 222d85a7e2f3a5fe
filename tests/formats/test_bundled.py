"""The decks that ship come into a new collection, and their newer words into one that has them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lstm_gui.formats import bundled
from lstm_gui.formats.bundled import install_bundled_decks
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store import backups
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck, rate

OLD = deck()
SHIPPED = Deck(OLD.name, (Card("new", "New?", "Yes."), replace(OLD.cards[0], back="Better."), *OLD.cards[1:]))


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collection]:
    """A collection with the deck as an older version shipped it, one card rated; and another deck."""
    monkeypatch.setattr(bundled, "_bundled_decks", lambda: iter([SHIPPED]))
    with Collection.open(tmp_path, now=NOW) as opened:
        opened.import_deck(OLD, NOW)
        opened.import_deck(Deck("Other", (Card("mine", "Mine?", "Yes."),)), NOW)
        rate(opened, "card-0")
        yield opened


def test_a_new_collection_gets_every_bundled_deck(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as opened:
        install_bundled_decks(opened)
        assert [deck.name for deck in opened.decks(NOW, 10)] == ["LSTM fundamentals"]
        written = opened._connection.total_changes
        install_bundled_decks(opened)
        assert opened._connection.total_changes == written


def test_newer_words_arrive_and_progress_is_kept(collection: Collection) -> None:
    known = collection.memory("card-0")
    install_bundled_decks(collection)
    assert collection.cards(OLD.name) == list(SHIPPED.cards)
    assert collection.memory("card-0") == known
    assert [summary.name for summary in collection.decks(NOW, 10)] == ["Gates", "Other"]


def test_nothing_is_written_where_nothing_changed(collection: Collection) -> None:
    install_bundled_decks(collection)
    written = collection._connection.total_changes
    install_bundled_decks(collection)
    assert collection._connection.total_changes == written
    assert not collection.bring_up_to_date(SHIPPED)


def test_a_second_update_arrives_too(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    install_bundled_decks(collection)
    later = replace(SHIPPED, description="Later.")
    monkeypatch.setattr(bundled, "_bundled_decks", lambda: iter([later]))
    install_bundled_decks(collection)
    assert collection.decks(NOW, 10)[0].description == "Later."


def test_words_that_somebody_imported_over_it_stay(collection: Collection) -> None:
    mine = replace(OLD, cards=(replace(OLD.cards[0], back="In my words."), *OLD.cards[1:]))
    collection.import_deck(mine, NOW)
    install_bundled_decks(collection)
    assert collection.cards(OLD.name) == list(mine.cards)


def test_cards_that_another_deck_took_over_stay_with_it(collection: Collection) -> None:
    collection.import_deck(Deck("Other", (OLD.cards[0],)), NOW)
    install_bundled_decks(collection)
    assert OLD.cards[0] in collection.cards("Other")
    assert [card.uid for card in collection.cards(OLD.name)] == ["new", *(f"card-{n}" for n in range(1, 6))]


def test_a_deck_that_is_not_there_stays_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "_bundled_decks", lambda: iter([SHIPPED]))
    with Collection.open(tmp_path, now=NOW) as opened:
        opened.import_deck(deck(name="Other"), NOW)
        install_bundled_decks(opened)
        assert [summary.name for summary in opened.decks(NOW, 10)] == ["Other"]


def test_an_update_without_room_waits(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as full:
        full.setattr(backups, "_SPARE_BYTES", 2**62)
        install_bundled_decks(collection)
        assert collection.cards(OLD.name) == list(OLD.cards)
    install_bundled_decks(collection)
    assert collection.cards(OLD.name) == list(SHIPPED.cards)


def test_a_collection_that_can_only_be_read_stays_as_it_is(collection: Collection) -> None:
    with Collection.open(collection.folder, read_only=True) as reader:
        install_bundled_decks(reader)
    assert collection.cards(OLD.name) == list(OLD.cards)
