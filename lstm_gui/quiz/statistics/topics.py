"""How well each topic is known today."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.quiz.statistics.history import Floats, History


@dataclass(frozen=True, slots=True)
class TopicMastery:
    """The cards of a topic; `mastery` is the mean predicted recall, new and failed cards counting 0."""

    topic: str
    cards: int
    rated: int
    mastery: float


def mastery(history: History, today: int) -> tuple[TopicMastery, ...]:
    """Every topic that has cards, by its name."""
    cards = history.cards
    number = len(history.topics)

    def per_topic(values: Floats) -> Floats:
        return np.bincount(cards.topic, values * cards.there, number).astype(float)

    there, rated = per_topic(np.ones(len(cards.topic))), per_topic(cards.rated.astype(float))
    known = per_topic(cards.recall(today))
    found = [
        TopicMastery(name, int(there[n]), int(rated[n]), float(known[n] / there[n]))
        for n, name in enumerate(history.topics)
        if there[n]
    ]
    return tuple(sorted(found, key=lambda row: (row.topic.casefold(), row.topic)))


def overall(history: History, today: int) -> float:
    """The mean predicted recall of all cards; 0 for none."""
    there = int(history.cards.there.sum())
    return float(history.cards.recall(today).sum()) / there if there else 0.0
