"""Which cards a round of practice takes, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.memory import Memory
from lstm_gui.quiz.practice.question import Mode
from lstm_gui.quiz.schedule import retrievability


@dataclass(frozen=True, slots=True)
class Studied:
    """A card with what is remembered of it."""

    card: Card
    memory: Memory


def of_topics(found: Sequence[Studied], topics: frozenset[str]) -> list[Studied]:
    """The cards of these topics; of all, when none is named."""
    return [one for one in found if not topics or one.card.topic in topics]


def taken(mode: Mode, found: Sequence[Studied], number: int, seed: int, day: int) -> tuple[Card, ...]:
    """The cards of a round: drawn by the seed, or the weakest for a cram."""
    if mode is Mode.CRAM:
        return tuple(one.card for one in weakest_first(found, day)[:number])
    mixed = [one.card for one in found]
    Random(f"round:{seed}").shuffle(mixed)
    return tuple(mixed[:number])


def weakest_first(found: Sequence[Studied], day: int) -> list[Studied]:
    """By the chance of recall on a study day, then the harder and the more often forgotten first."""
    return sorted(found, key=lambda one: _strength(one.memory, day))


def _strength(memory: Memory, day: int) -> tuple[float, float, int]:
    return retrievability(memory, day), -(memory.difficulty or 0.0), -memory.lapses
