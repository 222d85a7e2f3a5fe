"""Gather a deck as it leaves, and write it; the collection is only read."""

from dataclasses import dataclass
from pathlib import Path

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.deck_export import DeckCopy, exported
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection
from lstm_gui.store.watch import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Exported:
    """A deck stands in a file."""

    path: Path
    cards: int


def gathered(collection: Collection, deck: str, *, with_history: bool, watch: Watch = unwatched) -> DeckCopy:
    """A deck with the decks in it, its media and, where it is wanted, the ratings of its cards in order.

    Raises CollectionError when there is no such deck.
    """
    whole = collection.deck(deck)
    cards = whole.cards
    events: list[ReviewEvent] = []
    for done, card in enumerate(cards if with_history else ()):
        watch(done, len(cards))
        events += collection.events(card.uid)
    events.sort(key=lambda event: event.at)
    return DeckCopy(whole, tuple(events))


def written(copy: DeckCopy, path: Path, watch: Watch = unwatched) -> Exported:
    """Write a deck to its file. Raises OSError; what was there is then as it was."""
    content = exported(copy, path)
    watch(1, 1)
    write_durably(path, content)
    return Exported(path, len(copy.deck.cards))
