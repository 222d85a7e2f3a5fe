"""Log answers of a practice."""

from dataclasses import dataclass

from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Practised:
    """Answers are in the log; no schedule has moved."""

    events: tuple[ReviewEvent, ...]


def practise(collection: Collection, events: tuple[ReviewEvent, ...]) -> Practised:
    """Write answers of a practice; returns once they are durable. Tried again, none comes twice.

    Those of cards that were deleted meanwhile are left out. Raises NotSaved.
    """
    there = tuple(event for event in events if collection.card(event.uid) is not None)
    for event in there:
        collection.record(event)
    return Practised(there)
