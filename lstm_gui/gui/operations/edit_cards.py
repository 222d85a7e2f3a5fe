"""Change cards: their words, tags, deck, whether they are asked, whether they are there; and the way back.

What `watch` raises breaks a change off: nothing of it has happened then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection
from lstm_gui.store.journal import Edit
from lstm_gui.store.watch import Watch, unwatched


class Step(Enum):
    """Which way an edit went."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class Edited:
    """Cards or decks are another thing now; with no `edit` there was nothing to change."""

    edit: Edit | None
    step: Step = Step.DONE

    @property
    def uids(self) -> tuple[str, ...]:
        """The cards that changed."""
        return self.edit.uids if self.edit else ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What Ctrl+Z took back in review: an edit, or else a rating, or nothing."""

    edited: Edited | None = None
    rating: ReviewEvent | None = None


def change_card(collection: Collection, card: Card, deck: str, now: datetime) -> Edited:
    """Give a card other words and a deck. Raises NotSaved, or CollectionError when it is gone."""
    return Edited(collection.edits.change(card, now, deck=deck))


def add_card(collection: Collection, card: Card, deck: str, now: datetime) -> Edited:
    """Add a card at the end of a deck, which is made when it is missing."""
    return Edited(collection.edits.add([card], deck, now))


def duplicate_cards(
    collection: Collection, uids: Sequence[str], now: datetime, watch: Watch = unwatched
) -> Edited:
    """Put a copy behind each card; `uids` of what is returned are those of the copies."""
    return Edited(collection.edits.duplicate(uids, now, watch))


def tag_cards(
    collection: Collection,
    uids: Sequence[str],
    tags: Sequence[str],
    now: datetime,
    watch: Watch = unwatched,
) -> Edited:
    """Give cards these tags."""
    return Edited(collection.edits.tag(uids, tags, now, watch))


def untag_cards(
    collection: Collection,
    uids: Sequence[str],
    tags: Sequence[str],
    now: datetime,
    watch: Watch = unwatched,
) -> Edited:
    """Take these tags from cards."""
    return Edited(collection.edits.untag(uids, tags, now, watch))


def move_cards(
    collection: Collection, uids: Sequence[str], deck: str, now: datetime, watch: Watch = unwatched
) -> Edited:
    """Put cards at the end of another deck, which is made when it is missing."""
    return Edited(collection.edits.move(uids, deck, now, watch))


def learn_first(
    collection: Collection, uids: Sequence[str], now: datetime, _watch: Watch = unwatched
) -> Edited:
    """Put cards at the beginning of their decks: those not yet learnt come before the others."""
    return Edited(collection.edits.reposition(uids, 0, now))


def suspend_cards(
    collection: Collection,
    uids: Sequence[str],
    now: datetime,
    watch: Watch = unwatched,
    *,
    on: bool = True,
) -> Edited:
    """Leave cards out of review, or let them in again."""
    return Edited(collection.edits.suspend(uids, now, watch, on=on))


def bury_cards(
    collection: Collection,
    uids: Sequence[str],
    now: datetime,
    watch: Watch = unwatched,
    *,
    on: bool = True,
) -> Edited:
    """Leave cards out of review until tomorrow, or let them in again."""
    return Edited(collection.edits.bury(uids, now, watch, on=on))


def delete_cards(
    collection: Collection, uids: Sequence[str], now: datetime, watch: Watch = unwatched
) -> Edited:
    """Delete cards; undone, they come back with their progress."""
    return Edited(collection.edits.delete(uids, now, watch))


def undo_edit(collection: Collection, now: datetime, watch: Watch = unwatched) -> Edited:
    """Take the last edit back. Raises NotSaved, or Changed, in words, when something stands in the way."""
    return Edited(collection.edits.undo(now, watch), Step.UNDONE)


def redo_edit(collection: Collection, now: datetime, watch: Watch = unwatched) -> Edited:
    """Do again the edit that was undone last. Raises as `undo_edit` does."""
    return Edited(collection.edits.redo(now, watch), Step.REDONE)


def take_back(collection: Collection, now: datetime, made_here: frozenset[int]) -> TakenBack:
    """Take back what was done last in review: the last edit made there, or the last rating.

    An edit counts when it was `made_here` (their numbers), is still the last of all edits, and came after the
    last rating. Edits made elsewhere are taken back where they were made: whoever holds Ctrl+Z in review
    loses no card in the browser.
    """
    edit, rating = collection.edits.last(), collection.last_review()
    if edit and edit.id in made_here and (rating is None or edit.at >= rating.at):
        return TakenBack(edited=undo_edit(collection, now))
    return TakenBack(rating=collection.undo(now))
