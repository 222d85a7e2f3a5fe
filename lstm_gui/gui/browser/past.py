"""What is asked of the collection for one card: the card, its schedule, and every rating; no Qt."""

from dataclasses import dataclass
from datetime import datetime

from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.schedule import PRACTICE_MODES
from lstm_gui.store.card_listing import ListedCard
from lstm_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Past:
    """A card with the ratings that count for its schedule, the oldest first."""

    listed: ListedCard
    ratings: tuple[ReviewEvent, ...]


def past(collection: Collection, row_id: int, now: datetime) -> Past | None:
    """What there is to know of a card; None when it is gone."""
    rows = collection.search.rows([row_id], now)
    if not rows:
        return None
    events = collection.events(rows[0].card.uid)
    return Past(rows[0], tuple(event for event in events if event.mode not in PRACTICE_MODES))
