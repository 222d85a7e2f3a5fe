"""Which cards a round of practice takes, in what order, and whose answers it borrows."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.memory import Memory
from lstm_gui.quiz.practice.question import Mode
from lstm_gui.quiz.schedule import elapsed_days, recall

LENDERS = 60  # cards of a topic, and of all, whose answers may stand among those to choose from


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be practised, without its words: there may be a hundred thousand."""

    uid: str
    topic: str
    stability: float | None  # None for a card never rated
    difficulty: float | None
    last_day: int | None
    lapses: int


@dataclass(frozen=True, slots=True)
class Draw:
    """What decides which cards are taken."""

    mode: Mode
    number: int
    seed: int
    day: int  # the study day


@dataclass(frozen=True, slots=True)
class Drawn:
    """The cards of a round, what is remembered of each by uid, and cards that lend wrong answers."""

    cards: tuple[Card, ...]
    memories: dict[str, Memory]
    others: tuple[Card, ...]


def taken(candidates: Sequence[Candidate], draw: Draw) -> list[Candidate]:
    """The cards of a round: drawn by the seed, or the weakest for a cram."""
    if draw.mode is Mode.CRAM:
        return weakest_first(candidates, draw.day)[: draw.number]
    return Random(f"round:{draw.seed}").sample(candidates, min(draw.number, len(candidates)))


def weakest_first(candidates: Sequence[Candidate], day: int) -> list[Candidate]:
    """By the chance of recall on a study day, then the harder and the more often forgotten first."""
    return sorted(candidates, key=lambda one: _strength(one, day))


def lenders(candidates: Sequence[Candidate], round_: Sequence[Candidate], seed: int) -> list[Candidate]:
    """A few cards of each topic of the round, and a few of any, for their answers."""
    draw = Random(f"lenders:{seed}")
    topics = sorted({one.topic for one in round_})
    of_topic: dict[str, list[Candidate]] = {topic: [] for topic in topics}
    for one in candidates:
        if one.topic in of_topic:
            of_topic[one.topic].append(one)
    chosen: dict[str, Candidate] = {}
    for group in (*of_topic.values(), candidates):
        chosen |= {one.uid: one for one in draw.sample(group, min(LENDERS, len(group)))}
    return list(chosen.values())


def _strength(one: Candidate, day: int) -> tuple[float, float, int]:
    likely = 0.0 if one.stability is None else recall(one.stability, elapsed_days(one.last_day, day))
    return likely, -(one.difficulty or 0.0), -one.lapses
