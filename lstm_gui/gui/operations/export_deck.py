"""Gather a deck as it leaves, and write it; the collection is only read."""

from dataclasses import dataclass
from pathlib import Path

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.deck_export import DeckCopy, exported
from lstm_gui.quiz.memory import LogEntry
from lstm_gui.store.collection import Collection
from lstm_gui.store.watch import Watch, unwatched

_WATCHED = 1000  # entries of the log between two looks whether it is still wanted


@dataclass(frozen=True, slots=True)
class Exported:
    """A deck stands in a file."""

    path: Path
    cards: int


def gathered(collection: Collection, deck: str, *, with_history: bool, watch: Watch = unwatched) -> DeckCopy:
    """A deck with the decks in it, its media and, where it is wanted, what the log says of its cards.

    Raises CollectionError when there is no such deck.
    """
    whole = collection.deck(deck)
    entries: list[LogEntry] = []
    if with_history:
        watch(0, 1)
        for entry in collection.entries(deck):
            entries.append(entry)
            if len(entries) % _WATCHED == 0:
                watch(0, 1)
    return DeckCopy(whole, tuple(entries))


def written(copy: DeckCopy, path: Path, watch: Watch = unwatched) -> Exported:
    """Write a deck to its file. Raises OSError; what was there is then as it was."""
    content = exported(copy, path)
    watch(1, 1)
    write_durably(path, content)
    return Exported(path, len(copy.deck.cards))
