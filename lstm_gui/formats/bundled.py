"""The decks that ship with the app, put into a collection that has none."""

from lstm_gui import resource
from lstm_gui.formats.deck_file import read_deck
from lstm_gui.store.collection import Collection

_FOLDER, _SUFFIX = "decks", ".toml"


def install_bundled_decks(collection: Collection) -> None:
    """Import the bundled decks when the collection holds no deck at all, as at the first start.

    Raises CollectionError when they cannot be saved. A collection that can only be read stays as it is.
    """
    if collection.read_only or collection.has_decks():
        return
    for name in resource.names(_FOLDER, _SUFFIX):
        collection.import_deck(read_deck(resource.resource_path(f"{_FOLDER}/{name}{_SUFFIX}")).deck)
