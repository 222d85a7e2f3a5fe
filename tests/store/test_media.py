"""Pictures, scenes and graded cards that came with a deck."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.card import Medium, medium_name
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_a_medium_is_named_by_what_it_holds(one: bytes, other: bytes) -> None:
    assert (medium_name(one, ".png") == medium_name(other, ".png")) == (one == other)


def test_media_come_with_a_deck_and_stay_as_they_are(collection: Collection) -> None:
    picture = Medium(medium_name(b"a picture", ".png"), b"a picture")
    with_picture = replace(deck(), media=(picture,))
    collection.import_deck(with_picture, NOW)
    assert collection.medium(picture.name) == b"a picture"
    assert collection.medium("other.png") is None
    collection.import_deck(replace(with_picture, media=(replace(picture, content=b"forged"),)), NOW)
    assert collection.medium(picture.name) == b"a picture"


def test_the_media_of_a_deck_are_those_that_its_cards_name(collection: Collection) -> None:
    picture, other = (Medium(medium_name(content, ".png"), content) for content in (b"one", b"other"))
    first, *rest = deck().cards
    shown = replace(first, back=f"![it]({picture.name}) ![gone]({'0' * 32}.png)")
    collection.import_deck(replace(deck(), cards=(shown, *rest), media=(picture, other)), NOW)
    assert collection.media("Gates") == [picture]
