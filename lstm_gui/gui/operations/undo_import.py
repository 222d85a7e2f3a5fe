"""Take an import back: its cards, and the ratings that came with them."""

from dataclasses import dataclass
from datetime import datetime

from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Changed
from lstm_gui.store.journal import IMPORT


@dataclass(frozen=True, slots=True)
class ImportUndone:
    """Cards and decks are as they were before a deck was imported."""

    deck: str


def undo_import(collection: Collection, edit: int, now: datetime) -> ImportUndone:
    """Undo the edit that an import was, if it is still the last.

    Raises Changed, in words, when cards were changed since, NotSaved when it could not be written; nothing
    has happened then.
    """
    last = collection.edits.last()
    if last is None or (last.id, last.kind) != (edit, IMPORT):
        raise Changed(
            "Cards were changed since the import; take that back first, in the window of all cards."
        )
    collection.edits.undo(now)
    return ImportUndone(last.deck)
