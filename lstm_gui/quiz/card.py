"""Cards and decks as they are written: what a person reads, without any schedule."""

from dataclasses import dataclass
from hashlib import blake2b

PICTURE_ENDINGS = (".png", ".jpg", ".gif", ".webp")
SCENE_ENDING, CHALLENGE_ENDING = ".scene.json", ".challenge.json"


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its answer. Formulas inside texts stand between dollar signs, as LaTeX.

    A text shows a picture as Markdown does, by the name of a medium: `![words](name.png)`.
    """

    uid: str  # stable for ever: progress hangs on it
    front: str
    back: str
    topic: str = ""
    formula: str = ""  # LaTeX of the formula shown under the answer
    why: str = ""  # the explanation shown under the answer
    tags: tuple[str, ...] = ()
    scene: str = ""  # the bundled scene, or the medium, that shows the answer
    challenge: str = ""  # the bundled graded card, or the medium, by which the simulator grades the answer


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture, a scene or a graded card that belongs to cards."""

    name: str  # of `medium_name`
    content: bytes


@dataclass(frozen=True, slots=True)
class Deck:
    """A named list of cards, in the order they are to be learnt."""

    name: str
    cards: tuple[Card, ...]
    description: str = ""
    media: tuple[Medium, ...] = ()  # what its cards name


def medium_name(content: bytes, ending: str) -> str:
    """The name of a medium: its content decides it, so that the same is kept once whatever it was called."""
    return blake2b(content, digest_size=16).hexdigest() + ending
