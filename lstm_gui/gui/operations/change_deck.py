"""Change decks: what is set for one, its name, whether it is there at all; and the way back."""

from datetime import datetime

from lstm_gui.gui.operations.edit_cards import Edited, undo_edit
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import Changed, CollectionError, NoDeck


def make_deck(collection: Collection, name: str, settings: DeckSettings, now: datetime) -> Edited:
    """Make an empty deck. Raises CollectionError when there is one of that name, NotSaved."""
    try:
        collection.counts(name, now, 0)
    except NoDeck:
        return Edited(collection.edits.set_deck(name, settings, now))
    raise CollectionError(f"There is a deck named {name!r} already; choose another name.")


def change_deck(
    collection: Collection, name: str, to: str, settings: DeckSettings | None, now: datetime
) -> Edited:
    """Give a deck, and those in it, another name, and set what it says for itself unless that is None.

    Raises CollectionError when the name is taken, NotSaved; nothing is changed then.
    """
    if settings is None:
        return Edited(collection.edits.rename_deck(name, to, now))
    return Edited(collection.edits.set_deck(name, settings, now, to=to))


def delete_deck(collection: Collection, name: str, now: datetime) -> Edited:
    """Delete a deck, those in it and their cards. Raises CollectionError when there is none, NotSaved."""
    return Edited(collection.edits.delete_deck(name, now))


def bring_back(collection: Collection, edit: int, now: datetime) -> Edited:
    """Take back a certain edit. Raises Changed, in words, when another was made since."""
    last = collection.edits.last()
    if last is None or last.id != edit:
        raise Changed("Something else was changed since; take that back first, in the window of cards.")
    return undo_edit(collection, now)
