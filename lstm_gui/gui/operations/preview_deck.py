"""What importing a deck would do; the collection is only read."""

from collections.abc import Sequence
from dataclasses import replace

from lstm_gui.formats.preview import Preview
from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.memory import LogEntry
from lstm_gui.store.collection import Collection, ImportReport


def chosen(preview: Preview, name: str, *, with_history: bool) -> tuple[Deck, Sequence[LogEntry]]:
    """The deck of a preview under a name, and the ratings that come with it, if they are to."""
    return replace(preview.deck, name=name), preview.history if with_history else ()


def compared(collection: Collection, preview: Preview, name: str, *, with_history: bool) -> ImportReport:
    """What would be added, changed and left as it is. Raises CollectionError for what cannot be kept."""
    deck, history = chosen(preview, name, with_history=with_history)
    return collection.preview_import(deck, history)
