"""What a person changes of cards and decks, and the way back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import Changed, CollectionError
from lstm_gui.store.journal import KEPT, Edit
from tests.store.contents import contents, deck_names, first_rating, sound
from tests.store.study import NOW, card, deck, rate


def test_every_change_is_said_and_done(collection: Collection) -> None:
    edits, day = collection.edits, study_day(NOW)
    rate(collection, "card-0", Rating.PERFECTLY)
    known = collection.memory("card-0")
    assert edits.last() is not None  # the import of the deck
    edit = edits.change(replace(card(0), front="Other words"), NOW, deck="Gates::Forget")
    assert edit == Edit(2, NOW, "change", "Gates::Forget", 1, ("card-0",))
    assert edits.last() == replace(edit, uids=())
    assert [each.uid for each in collection.cards("Gates::Forget")] == ["card-0"]
    assert collection.memory("card-0") == known
    assert edits.change(replace(card(0), front="Other words"), NOW) is None

    copied = edits.duplicate(["card-1", "nobody"], NOW)
    assert copied is not None
    assert [each.uid for each in collection.cards("Gates")][:3] == ["card-1", copied.uids[0], "card-2"]
    assert collection.memory(copied.uids[0]).is_new

    edits.reposition(["card-5", "card-4"], 0, NOW)
    assert [each.uid for each in collection.cards("Gates")][:3] == ["card-5", "card-4", "card-1"]
    edits.bury(["card-5"], NOW)
    edits.suspend(["card-4"], NOW)
    shown = collection.next_card("Gates", NOW, 10)
    assert shown is not None
    assert shown.card.uid == "card-1"
    tomorrow = collection.next_card("Gates", NOW + timedelta(days=1), 10)
    assert tomorrow is not None
    assert tomorrow.card.uid == "card-5"
    assert day + 1 == study_day(NOW + timedelta(days=1))


def test_a_new_change_forgets_what_was_undone_and_the_oldest_are_forgotten(collection: Collection) -> None:
    edits = collection.edits
    edits.suspend(["card-0"], NOW)
    assert edits.undo(NOW) is not None
    undone = edits.next_redo()
    assert undone is not None
    assert undone.kind == "suspend"
    edits.tag(["card-0"], ["mine"], NOW)
    assert edits.next_redo() is None
    assert edits.redo(NOW) is None
    for number in range(KEPT + 5):
        edits.tag(["card-1"], [f"tag {number}"], NOW)
    steps = 0
    while edits.undo(NOW) is not None:
        steps += 1
    assert steps == KEPT
    kept = collection.card("card-1")
    assert kept is not None
    assert kept.tags[-1] == "tag 4"


def test_what_was_changed_otherwise_since_is_not_overwritten(collection: Collection) -> None:
    edits = collection.edits
    edits.suspend(["card-3"], NOW)
    edits.tag(["card-0"], ["mine"], NOW)
    collection.import_deck(deck(2), NOW, undoable=False)
    with pytest.raises(Changed, match="changed otherwise since"):
        edits.undo(NOW)
    assert not edits.is_asked("card-3", NOW)
    undone = edits.undo(NOW)  # the one before can be
    assert undone is not None
    assert undone.uids == ("card-3",)
    assert edits.is_asked("card-3", NOW)
    collection.import_deck(Deck("Gates", (replace(card(3), back="Other."),)), NOW, undoable=False)
    with pytest.raises(Changed, match="changed otherwise since"):
        edits.redo(NOW)
    assert edits.redo(NOW) is None
    collection.import_deck(deck(), NOW, undoable=False)
    edits.set_deck("Gates", DeckSettings("Mine"), NOW)
    collection.import_deck(deck(2), NOW, undoable=False)
    with pytest.raises(Changed, match="“Gates” has been changed otherwise"):
        edits.undo(NOW)
    assert collection.cards("Gates") == list(deck().cards)


def test_an_import_is_undone_with_its_ratings_and_brought_back(tmp_path: Path) -> None:
    later = NOW + timedelta(days=1)
    with (
        Collection.open(tmp_path / "home", now=NOW) as home,
        Collection.open(tmp_path / "away", now=NOW) as away,
    ):
        away.import_deck(deck(3), NOW)
        shared = [rate(away, "card-0"), rate(away, "card-1"), rate(away, "card-0", Rating.BARELY, later)]
        home.import_deck(deck(1, "Mine"), NOW)
        before = contents(home)
        home.import_deck(deck(3), NOW + timedelta(seconds=1), shared)
        after = contents(home)

        rate(home, "card-2", now=later)
        rate(home, "card-1", now=later)
        with pytest.raises(Changed, match="rated since"):
            home.edits.undo(later)
        home.undo(later)
        home.undo(later)
        for _ in range(2):
            assert home.edits.undo(later) is not None
            assert contents(home) == before
            assert home.last_review() is None
            assert home.undo(later) is None
            sound(home)
            redone = home.edits.redo(later)
            assert redone is not None
            assert contents(home) == after
            assert (redone.kind, redone.count) == ("import", 3)
            sound(home)
        home.edits.undo(later)
        assert home.import_deck(deck(3), later, shared).ratings == 3  # the same file again
        assert home.memory("card-0") == away.memory("card-0")
        assert home.import_deck(deck(3), later, shared).ratings == 0


def test_ratings_given_before_an_undone_import_can_still_be_taken_back(collection: Collection) -> None:
    brought = Deck("Other", (Card("theirs", "?", "!"),))
    first = rate(collection, "card-0")
    collection.import_deck(brought, NOW, [first_rating("theirs", NOW)])
    second = rate(collection, "card-1")
    collection.edits.undo(NOW)
    assert collection.undo(NOW) == second
    assert collection.undo(NOW) == first
    assert collection.undo(NOW) is None
    sound(collection)


def test_an_update_of_the_app_leaves_what_a_person_did(collection: Collection) -> None:
    edits = collection.edits
    mine = replace(card(0), back="In my words.")
    edits.change(mine, NOW)
    edits.delete(["card-1"], NOW)
    edits.move(["card-2"], "Other", NOW)
    edits.reposition(["card-5"], 0, NOW)
    better = tuple(replace(each, back="Better.") for each in deck(7).cards)
    assert collection.bring_up_to_date(Deck("Gates", better), NOW)
    assert [each.uid for each in collection.cards("Gates")] == [
        "card-5",
        "card-0",
        "card-3",
        "card-4",
        "card-6",
    ]
    assert collection.card("card-0") == mine
    assert collection.card("card-1") is None
    assert collection.card("card-2") == card(2)
    assert not collection.bring_up_to_date(Deck("Gates", better), NOW)
    edits.delete_deck("Gates", NOW)
    assert not collection.bring_up_to_date(Deck("Gates", better), NOW)
    sound(collection)


def test_decks_within_a_deck_go_along(collection: Collection) -> None:
    edits = collection.edits
    edits.move(["card-0"], "Gates::Forget", NOW)
    edits.move(["card-1"], "Gatesome", NOW)
    edits.rename_deck("Gates", "Gates::All", NOW)
    names = ["Gates::All", "Gates::All::Forget", "Gatesome"]
    assert deck_names(collection) == names
    with pytest.raises(CollectionError, match="'Gatesome' already"):
        edits.rename_deck("Gates::All", "Gatesome", NOW)
    edits.delete_deck("Gates::All", NOW)
    assert deck_names(collection) == ["Gatesome"]
    edits.rename_deck("Gatesome", "Gates::All", NOW)  # the name is free
    with pytest.raises(CollectionError, match="no deck named 'Gatesome'"):
        edits.delete_deck("Gatesome", NOW)
    for _ in range(5):
        assert edits.undo(NOW) is not None
    assert deck_names(collection) == ["Gates"]
    sound(collection)


def test_half_a_character_is_refused(collection: Collection) -> None:
    with pytest.raises(CollectionError, match="half a character"):
        collection.edits.change(replace(card(0), front="\ud800"), NOW)
    with pytest.raises(CollectionError, match="half a character"):
        collection.edits.move(["card-0"], "\ud800", NOW)
    assert collection.cards("Gates") == list(deck().cards)
