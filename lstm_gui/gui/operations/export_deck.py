"""Gather a deck as it leaves, and write it; the collection is only read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.deck_export import DeckCopy, exported
from lstm_gui.quiz.card import Deck
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

    A log on disk is read while the deck is written, which may be on any thread: it can be long, and whoever
    rates meanwhile is not to wait. Raises CollectionError when there is no such deck.
    """
    whole = collection.deck(deck)
    if not with_history:
        return DeckCopy(whole)
    watch(0, 1)
    if not collection.on_disk:
        return DeckCopy(whole, tuple(collection.entries(deck)))
    return DeckCopy(whole, LogOnDisk(collection.folder, whole))


class LogOnDisk:
    """What the log of a collection says of the cards of a deck, read anew at each look."""

    def __init__(self, folder: Path, deck: Deck) -> None:
        self._folder, self._deck = folder, deck.name
        self._uids = frozenset(card.uid for card in deck.cards)

    def __iter__(self) -> Iterator[LogEntry]:
        """Its entries. Raises CollectionError when the collection cannot be read any more."""
        with Collection.open(self._folder, read_only=True) as reader:
            # A card may have come since the deck was gathered.
            yield from (entry for entry in reader.entries(self._deck) if entry.uid in self._uids)


def _watched(entries: Iterable[LogEntry], watch: Watch) -> Iterator[LogEntry]:
    for number, entry in enumerate(entries):
        if number % _WATCHED == 0:
            watch(0, 1)
        yield entry


def written(copy: DeckCopy, path: Path, watch: Watch = unwatched) -> Exported:
    """Write a deck to its file. Raises OSError or CollectionError; what was there is then as it was."""
    content = exported(replace(copy, events=_watched(copy.events, watch)), path)
    watch(1, 1)
    write_durably(path, content)
    return Exported(path, len(copy.deck.cards))
