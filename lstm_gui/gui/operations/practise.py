"""Log an answer of a practice."""

from dataclasses import dataclass

from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Practised:
    """An answer is in the log; no schedule has moved."""

    events: tuple[ReviewEvent, ...]


def practise(collection: Collection, events: tuple[ReviewEvent, ...]) -> Practised:
    """Write answers of a practice; returns once they are durable. Tried again, none comes twice.

    Raises NotSaved; CollectionError for a card that is not there any more.
    """
    for event in events:
        collection.record(event)
    return Practised(events)
