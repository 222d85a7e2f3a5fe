"""Bring a deck into the collection."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.memory import LogEntry
from lstm_gui.store.collection import Collection, ImportReport
from lstm_gui.store.watch import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Imported:
    """A deck is in the collection."""

    deck: str
    report: ImportReport
    edit: int = 0  # by which it can be undone; 0 where nothing changed


def import_deck(
    collection: Collection,
    deck: Deck,
    now: datetime,
    history: Sequence[LogEntry] = (),
    watch: Watch = unwatched,
) -> Imported:
    """Add and update the deck's cards in one transaction, after a backup; no progress is lost.

    Raises NotSaved or Damaged, in words; the collection is then as it was, as it is when `watch` raises.
    """
    collection.back_up(now)
    before = collection.edits.last()
    report = collection.import_deck(deck, now, history, watch)
    made = collection.edits.last()
    return Imported(deck.name, report, made.id if made is not None and made != before else 0)
