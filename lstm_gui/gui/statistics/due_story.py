"""What the page about a due date reads of the collection. Runs away from the GUI thread."""

from dataclasses import dataclass
from datetime import datetime

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.deck_rules import scheduler_of
from lstm_gui.quiz.memory import Memory
from lstm_gui.quiz.replay import Step, replay
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.card_listing import ListedCard
from lstm_gui.store.collection import Collection
from lstm_gui.store.search import Order

MOST = 60  # cards that are listed


@dataclass(frozen=True, slots=True)
class DueStory:
    """A card, its schedule now, and every rating that led there."""

    card: Card
    deck: str
    memory: Memory
    steps: tuple[Step, ...]


def matching_cards(collection: Collection, text: str, now: datetime) -> list[ListedCard]:
    """The first cards that what was typed means, those due first in front."""
    found = collection.search.find(text, Order("due"), now)
    return collection.search.rows(found.ids[:MOST], now)


def due_story(collection: Collection, uid: str, retention: float, now: datetime) -> DueStory | None:
    """How the due date of a card came about; None when there is no such card."""
    queued = collection.queued(uid)
    if queued is None:
        return None
    ruled = scheduler_of(queued.rules, Scheduler(retention), study_day(now))
    return DueStory(queued.card, queued.deck, queued.memory, replay(uid, collection.events(uid), ruled))
