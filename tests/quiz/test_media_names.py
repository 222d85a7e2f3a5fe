"""Which media a card names."""

from lstm_gui.quiz.card import Card, medium_name
from lstm_gui.quiz.media_names import media_names, media_of

PICTURE, OTHER = medium_name(b"a", ".png"), medium_name(b"b", ".webp")
SCENE, GRADED = medium_name(b"c", ".scene.json"), medium_name(b"d", ".challenge.json")


def test_pictures_scenes_and_graded_cards_are_named_once_in_their_order() -> None:
    card = Card(
        "a", f"![one]({PICTURE}) and ![two]({OTHER})", f"![]({PICTURE})", scene=SCENE, challenge=GRADED
    )
    assert media_names(card) == [PICTURE, OTHER, SCENE, GRADED]
    assert media_of([card, card]) == [PICTURE, OTHER, SCENE, GRADED]


def test_bundled_scenes_and_links_are_no_media() -> None:
    assert (
        media_names(Card("a", "![x](http://elsewhere/a.png) [x](y)", f"[no]({PICTURE})", scene="latch")) == []
    )
