"""Cards and decks as they are written: what a person reads, without any schedule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its answer. Formulas inside texts stand between dollar signs, as LaTeX."""

    uid: str  # stable for ever: progress hangs on it
    front: str
    back: str
    topic: str = ""
    formula: str = ""  # LaTeX of the formula shown under the answer
    why: str = ""  # the explanation shown under the answer
    tags: tuple[str, ...] = ()
    scene: str = ""  # the name of the bundled scene that shows the answer


@dataclass(frozen=True, slots=True)
class Deck:
    """A named list of cards, in the order they are to be learnt."""

    name: str
    cards: tuple[Card, ...]
    description: str = ""
