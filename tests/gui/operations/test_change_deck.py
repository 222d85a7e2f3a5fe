"""Decks are made, set, named and deleted by one operation each, and come back."""

from pathlib import Path

import pytest

from lstm_gui.gui.operations.change_deck import bring_back, change_deck, delete_deck, make_deck
from lstm_gui.gui.operations.edit_cards import Step
from lstm_gui.quiz.deck_rules import DeckRules
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import Changed, CollectionError
from tests.store.nested import nested
from tests.store.study import NOW


def test_an_empty_deck_is_made_once_and_stays_listed(tmp_path: Path) -> None:
    with nested(tmp_path, A=1) as collection:
        assert make_deck(collection, "B::C", DeckSettings("About.", 3), NOW).edit is not None
        with pytest.raises(CollectionError, match="already"):
            make_deck(collection, "A", DeckSettings(), NOW)
    with nested(tmp_path, A=2) as collection:
        listed = {deck.name: (deck.cards, deck.rules) for deck in collection.decks(NOW, 9)}
        assert listed["B::C"] == (0, DeckRules(new_per_day=3))
        assert listed["B"] == (0, DeckRules())


def test_a_deck_gets_its_name_and_settings_and_takes_those_in_it_along(tmp_path: Path) -> None:
    with nested(tmp_path, A=1, A__B=2) as collection:
        made = change_deck(collection, "A", "X::A", DeckSettings("New.", retention=0.8), NOW)
        assert made.edit is not None
        assert [deck.name for deck in collection.decks(NOW, 9)] == ["X", "X::A", "X::A::B"]
        assert collection.decks(NOW, 9)[1].rules == DeckRules(retention=0.8)
        assert collection.edits.undo(NOW) is not None  # both at once
        assert [deck.name for deck in collection.decks(NOW, 9)] == ["A", "A::B"]
        assert collection.decks(NOW, 9)[0].rules == DeckRules()
        assert change_deck(collection, "A", "A", DeckSettings("About A."), NOW).edit is not None
        assert change_deck(collection, "A", "A", DeckSettings("About A."), NOW).edit is None
        assert change_deck(collection, "A::B", "C", None, NOW).edit is not None
        assert [deck.name for deck in collection.decks(NOW, 9)] == ["A", "C"]


def test_a_name_that_is_taken_changes_nothing(tmp_path: Path) -> None:
    with nested(tmp_path, A=1, B=1) as collection:
        before = collection.decks(NOW, 9)
        with pytest.raises(CollectionError, match="already"):
            change_deck(collection, "A", "B", DeckSettings("Other."), NOW)
        assert collection.decks(NOW, 9) == before


def test_a_deleted_deck_comes_back_as_it_was_unless_something_came_between(tmp_path: Path) -> None:
    with nested(tmp_path, A=2, A__B=1, C=1) as collection:
        before = collection.decks(NOW, 9)
        gone = delete_deck(collection, "A", NOW)
        assert gone.edit is not None
        assert [deck.name for deck in collection.decks(NOW, 9)] == ["C"]
        back = bring_back(collection, gone.edit.id, NOW)
        assert back.step is Step.UNDONE
        assert collection.decks(NOW, 9) == before
        gone = delete_deck(collection, "A", NOW)
        assert gone.edit is not None
        delete_deck(collection, "C", NOW)
        with pytest.raises(Changed, match="changed since"):
            bring_back(collection, gone.edit.id, NOW)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert collection.decks(NOW, 9) == []
        collection.verify()
