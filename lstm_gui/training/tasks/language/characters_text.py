"""The text that the app brings along: the cards of its decks and the captions of its scenes."""

import random

from lstm_gui import resource
from lstm_gui.formats.deck_file import read_deck
from lstm_gui.lessons import catalogue

_SHUFFLED = 1997  # the seed of the order


def text_of_the_cards() -> str:
    """Every card and every caption as a paragraph, an empty line between two.

    Their order is shuffled once and for all: a text is split by position, and in the order in which they are
    taught the last part would be captions alone, which are written otherwise than cards.
    """
    paragraphs = [*_cards(), *_captions()]
    random.Random(_SHUFFLED).shuffle(paragraphs)
    return "\n\n".join(paragraphs) + "\n"


def _cards() -> list[str]:
    decks = (read_deck(resource.resource_path(f"decks/{name}.toml")).deck for name in _deck_names())
    return [
        "\n".join(filter(None, (card.front, card.back, card.why))) for deck in decks for card in deck.cards
    ]


def _deck_names() -> list[str]:
    return resource.names("decks", ".toml")


def _captions() -> list[str]:
    scenes = (catalogue.load(name) for name in catalogue.scene_names())
    return [f"{scene.title}\n{scene.caption}" for scene in scenes]
