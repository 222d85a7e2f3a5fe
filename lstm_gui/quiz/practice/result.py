"""How a round of practice went: the score, in all and by topic, and what was missed."""

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.practice.question import Answer


@dataclass(frozen=True, slots=True)
class Score:
    """How many answers were right."""

    right: int
    asked: int

    @property
    def share(self) -> float:
        """0..1; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0


def score(answers: Sequence[Answer]) -> Score:
    """The score of these answers."""
    return Score(sum(answer.correct for answer in answers), len(answers))


def by_topic(answers: Sequence[Answer]) -> dict[str, Score]:
    """The score of each topic, in the order in which they came."""
    topics = dict.fromkeys(answer.card.topic for answer in answers)
    return {topic: score([one for one in answers if one.card.topic == topic]) for topic in topics}


def missed(answers: Sequence[Answer]) -> tuple[Card, ...]:
    """The cards that were answered wrongly, each once."""
    return tuple({one.card.uid: one.card for one in answers if not one.correct}.values())
