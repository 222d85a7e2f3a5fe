"""Cards and decks as they are written: what a person reads, without any schedule."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class Part:
    """A deck inside a deck, or that deck itself, and what is set for it; None: as the deck around it."""

    name: str  # within the deck, as "Gates::Forget"; "" is the deck itself
    description: str = ""  # of a deck inside
    new_per_day: int | None = None
    retention: float | None = None
    exam_day: int | None = None  # a study day


@dataclass(frozen=True, slots=True)
class Deck:
    """A named list of cards, in the order they are to be learnt; some may lie in decks inside it."""

    name: str
    cards: tuple[Card, ...]
    description: str = ""
    media: tuple[Medium, ...] = ()  # what its cards name
    inside: Mapping[str, str] = field(
        default_factory=dict
    )  # uid of a card -> the deck inside that it lies in
    parts: tuple[Part, ...] = ()  # those of which more is known than the name
    resting: frozenset[str] = frozenset()  # uids of cards that are left out of review

    def deck_of(self, uid: str) -> str:
        """The whole name of the deck that a card lies in."""
        inside = self.inside.get(uid)
        return self.within(inside) if inside else self.name

    def within(self, name: str) -> str:
        """The whole name of a deck inside, by its name there; of this deck for ""."""
        return f"{self.name}::{name}" if name else self.name


def medium_name(content: bytes, ending: str) -> str:
    """The name of a medium: its content decides it, so that the same is kept once whatever it was called."""
    return blake2b(content, digest_size=16).hexdigest() + ending
