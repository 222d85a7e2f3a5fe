"""A deck leaves with the decks in it, what is set for them and its pictures, and is the same elsewhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from lstm_gui.quiz.card import Deck, Medium, Part, medium_name
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import CollectionError
from tests.store.study import NOW, deck

PICTURE = Medium(medium_name(b"picture", ".png"), b"picture")


def nested() -> Deck:
    """A deck with two cards of its own and four inside, one of them resting."""
    made = deck(6, "LSTM")
    first = replace(made.cards[0], back=f"![]({PICTURE.name})")
    return replace(
        made,
        cards=(first, *made.cards[1:]),
        media=(PICTURE,),
        inside={"card-2": "Cells", "card-3": "Gates", "card-4": "Gates::Forget", "card-5": "Gates::Forget"},
        parts=(Part("", new_per_day=5, exam_day=739_500), Part("Gates", "What opens.", retention=0.8)),
        resting=frozenset({"card-4"}),
    )


def test_a_deck_with_decks_inside_is_the_same_elsewhere(tmp_path: Path) -> None:
    whole = nested()
    with Collection.open(tmp_path / "one", now=NOW) as one, Collection.open(tmp_path / "two", now=NOW) as two:
        assert set(one.import_deck(whole, NOW).added) == {f"card-{number}" for number in range(6)}
        assert one.deck("LSTM") == whole
        two.import_deck(one.deck("LSTM"), NOW)
        assert two.deck("LSTM") == whole
        assert not two.import_deck(whole, NOW).changed
        assert [card.uid for card in two.cards("LSTM::Gates::Forget")] == ["card-4", "card-5"]
        two.verify()


def test_a_deck_inside_leaves_by_itself(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(nested(), NOW)
        inner = collection.deck("LSTM::Gates")
        assert [card.uid for card in inner.cards] == ["card-3", "card-4", "card-5"]
        assert inner.inside == {"card-4": "Forget", "card-5": "Forget"}
        assert (inner.description, inner.parts) == ("What opens.", (Part("", retention=0.8),))
        with pytest.raises(CollectionError):
            collection.deck("Nothing")


def test_an_import_leaves_what_a_person_set_and_is_undone_whole(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(replace(deck(1, "LSTM::Gates"), description="Mine."), NOW)
        collection.import_deck(nested(), NOW)
        assert Part("Gates", "Mine.") in collection.deck("LSTM").parts
        collection.edits.undo(NOW)
        assert [card.uid for card in collection.deck("LSTM").cards] == ["card-0"]
        assert collection.deck("LSTM").inside == {"card-0": "Gates"}
