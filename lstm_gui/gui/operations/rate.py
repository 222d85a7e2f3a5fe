"""Save a rating."""

from dataclasses import dataclass

from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Rated:
    """A card has a new schedule."""

    event: ReviewEvent
    deck: str


def rate(collection: Collection, event: ReviewEvent, deck: str) -> Rated:
    """Write a rating of a card of `deck`; returns once it is durable.

    The event is made when the person rates, not here: tried again after NotSaved it is the same event, which
    the log takes only once. Raises NotSaved, or Changed when the card is no longer as the rating saw it.
    """
    collection.record(event)
    return Rated(event, deck)
