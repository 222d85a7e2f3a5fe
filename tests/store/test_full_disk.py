"""A disk that is full in any operation: it is said in a sentence, nothing has changed, and later it works."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lstm_gui.quiz.card import Deck
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import NotSaved
from tests.store.contents import contents, sound
from tests.store.study import NOW, card, deck, event

CARDS = 80
UIDS = [f"card-{number}" for number in range(CARDS)]
OTHER_WORDS = Deck("Gates", tuple(replace(each, back="Other. " * 40) for each in deck(CARDS).cards))
LATER = NOW + timedelta(days=1)
RATED = 40

STEPS: dict[str, Callable[[Collection], object]] = {
    "rate": lambda collection: _rate(collection, "review"),
    "practise": lambda collection: _rate(collection, "practice"),
    "add": lambda collection: collection.edits.add([card(CARDS, "Long? " * 900)], "Mine", LATER),
    "change": lambda collection: collection.edits.change(replace(card(1), back="Long. " * 900), LATER),
    "tag": lambda collection: collection.edits.tag(UIDS, ["new"], LATER),
    "delete": lambda collection: collection.edits.delete(UIDS, LATER),
    "undo": lambda collection: collection.edits.undo(LATER),
    "redo": lambda collection: collection.edits.redo(LATER),
    "deck": lambda collection: collection.edits.set_deck("Gates", DeckSettings("Long. " * 900), LATER),
    "import": lambda collection: collection.import_deck(OTHER_WORDS, LATER),
}


def _rate(collection: Collection, mode: str) -> None:
    for uid in UIDS[-RATED:]:
        collection.record(event(collection, uid, now=LATER, mode=mode))


@pytest.fixture
def full(tmp_path: Path) -> Collection:
    """A collection with something to undo and to redo, on a disk without a free page."""
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(deck(CARDS), NOW)
        _rate(collection, "review")
        collection.edits.untag(UIDS, ["gate"], NOW)
        collection.edits.duplicate(UIDS, NOW)
        collection.edits.undo(NOW)
    collection = Collection.open(tmp_path, now=NOW)
    connection = collection._connection
    connection.execute("VACUUM")
    connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
    return collection


@pytest.mark.parametrize("name", sorted(STEPS))
def test_a_step_on_a_full_disk_changes_nothing_and_can_be_tried_again(full: Collection, name: str) -> None:
    labels = full.edits.last(), full.edits.next_redo()
    before = contents(full)
    with full:
        with pytest.raises(NotSaved, match="disk is full; free some space"):
            STEPS[name](full)
        if name not in ("rate", "practise"):  # those are many steps, of which the last failed
            assert contents(full) == before
        assert (full.edits.last(), full.edits.next_redo()) == labels
        full._connection.execute("PRAGMA max_page_count = 1000000")
        sound(full)
        STEPS[name](full)
        assert contents(full) != before
        sound(full)
