"""Which media the texts of a card name: pictures, and a scene or graded card of the collection's own."""

from collections.abc import Iterable

from lstm_gui.quiz.card import CHALLENGE_ENDING, SCENE_ENDING, Card
from lstm_gui.quiz.inline_maths import pictures


def media_names(card: Card) -> list[str]:
    """The names of the media that a card needs, each once, in the order they stand."""
    texts = (card.front, card.back, card.why)
    found = [name for text in texts for name in pictures(text)]
    if card.scene.endswith(SCENE_ENDING):
        found.append(card.scene)
    if card.challenge.endswith(CHALLENGE_ENDING):
        found.append(card.challenge)
    return list(dict.fromkeys(found))


def media_of(cards: Iterable[Card]) -> list[str]:
    """The names of the media that cards need together, each once."""
    return list(dict.fromkeys(name for card in cards for name in media_names(card)))
