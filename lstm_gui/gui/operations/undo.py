"""Take back the last rating."""

from dataclasses import dataclass
from datetime import datetime

from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Undone:
    """The rating that no longer counts; None when there was none to take back."""

    event: ReviewEvent | None


def undo(collection: Collection, now: datetime) -> Undone:
    """Take back the last rating that stands, of whatever deck and day. Raises NotSaved."""
    return Undone(collection.undo(now))
