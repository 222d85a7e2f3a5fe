"""Cards that go and come back, with their words in the index of full text and their schedule in the cache."""

from dataclasses import replace

import pytest

from lstm_gui.quiz.rating import Rating
from lstm_gui.store import card_text
from lstm_gui.store.collection import Collection
from lstm_gui.store.connection import writing
from tests.store.study import NOW, card, deck, rate


def found(collection: Collection, words: str) -> list[str]:
    """The uids of the cards that full text finds."""
    rows = collection._connection.execute(
        "SELECT uid FROM card WHERE id IN (SELECT rowid FROM card_text WHERE card_text MATCH ?) ORDER BY uid",
        (words,),
    )
    return [uid for (uid,) in rows]


def test_a_card_is_found_by_its_words_as_they_are_now(collection: Collection) -> None:
    assert found(collection, "numb*") == [f"card-{number}" for number in range(6)]
    collection.import_deck(replace(deck(), cards=(replace(card(0), back="Café", tags=("ÉTÉ",)),)), NOW)
    assert found(collection, "number")[0] == "card-1"
    assert found(collection, "cafe") == found(collection, "ete") == ["card-0"]
    collection.verify()


def test_a_deleted_card_is_nowhere_but_in_the_log(collection: Collection) -> None:
    rate(collection, "card-1", Rating.WELL)
    collection.edits.delete(["card-1"], NOW)
    assert collection.card("card-1") is None
    assert collection.queued("card-1") is None
    assert "card-1" not in [card.uid for card in collection.cards("Gates")]
    assert "card-1" not in found(collection, "gate")
    assert collection.decks(NOW, 10)[0].cards == 5
    assert [event.uid for event in collection.events()] == ["card-1"]
    assert collection.rebuild() == 0
    collection.verify()


def test_a_deleted_card_that_is_imported_again_comes_back_with_its_schedule(collection: Collection) -> None:
    rate(collection, "card-1", Rating.WELL)
    before = collection.memory("card-1")
    collection.edits.delete(["card-1"], NOW)
    assert collection.preview_import(deck()).added == ("card-1",)
    collection.import_deck(deck(), NOW)
    assert collection.memory("card-1") == before
    assert found(collection, "gate") == [f"card-{number}" for number in range(6)]
    collection.verify()


def test_a_newer_deck_of_the_app_brings_no_deleted_card_back(collection: Collection) -> None:
    collection.edits.delete(["card-1"], NOW)
    collection.bring_up_to_date(deck(), NOW)  # the others move up
    assert not collection.bring_up_to_date(deck(), NOW)
    assert collection.bring_up_to_date(deck(7), NOW)
    assert [card.uid for card in collection.cards("Gates")] == ["card-0", *(f"card-{n}" for n in range(2, 7))]


def test_the_full_text_can_be_made_anew(collection: Collection) -> None:
    collection.edits.delete(["card-1"], NOW)
    before = found(collection, "gate")
    with writing(collection._connection):
        card_text.rebuild(collection._connection)
    assert found(collection, "gate") == before


@pytest.mark.parametrize("column", ["suspended = 1", "buried_day = :day"])
def test_a_card_that_is_not_to_be_asked_is_not_in_the_queue(collection: Collection, column: str) -> None:
    rate(collection, "card-0", Rating.NOT_AT_ALL)
    day = NOW.toordinal()
    with writing(collection._connection):
        for table in ("card", "memory"):
            collection._connection.execute(f"UPDATE {table} SET {column}", {"day": day})
    assert collection.next_card("Gates", NOW, 10) is None
    assert collection.counts("Gates", NOW, 10).total == 0
    assert collection.rebuild() == 0
