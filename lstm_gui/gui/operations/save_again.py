"""Go on saving once the folder can be written again, with what was rated meanwhile."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lstm_gui.quiz.deck_rules import NO_RULES
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import Changed, CollectionError
from lstm_gui.store.summaries import outermost


@dataclass(frozen=True, slots=True)
class SavedAgain:
    """A collection that saves can take the place of one that did not."""

    collection: Collection
    dropped: int  # ratings in memory of cards that were rated elsewhere meanwhile


def save_again(folder: Path, unsaved: Collection, now: datetime) -> SavedAgain | None:
    """Open the collection of a folder to write, which it could not be before; None while it still cannot.

    What an `unsaved` collection holds in memory alone is written into it; tried again, nothing comes twice.
    """
    with suppress(CollectionError):  # the next try may go better
        anew = Collection.open(folder, start_anew=True, now=now)
        try:
            if anew.saving:
                return SavedAgain(anew, 0 if unsaved.on_disk else _carry_over(unsaved, anew, now))
        except CollectionError:
            anew.close()
            raise
        anew.close()
    return None


def _carry_over(unsaved: Collection, anew: Collection, now: datetime) -> int:
    """Bring all of it over, or where another collection has come meanwhile, as much as goes with that."""
    if anew.take_over(unsaved):
        return 0
    for summary in outermost(unsaved.decks(now, 0)):
        deck, known = unsaved.deck(summary.name), {one.name: one for one in anew.decks(now, 0)}
        anew.import_deck(deck, now, undoable=False)  # with the decks in it, and what is set for new ones
        anew.edits.suspend(sorted(deck.resting), now)
        for part in deck.parts:
            there = known.get(deck.within(part.name))
            if there is not None and there.rules == NO_RULES:
                rules = part.new_per_day, part.retention, part.exam_day
                anew.edits.set_deck(there.name, DeckSettings(there.description, *rules), now)
    dropped = 0
    for event in unsaved.events():
        try:
            anew.record(event)
        except Changed:
            dropped += 1
    return dropped
