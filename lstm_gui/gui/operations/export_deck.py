"""Gather a deck as it leaves, and write it; the collection is only read."""

from dataclasses import dataclass, replace
from pathlib import Path

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.deck_export import DeckCopy, exported
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection
from lstm_gui.store.watch import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Exported:
    """Decks stand in files."""

    paths: tuple[Path, ...]
    cards: int


def gathered(
    collection: Collection, deck: str, description: str, *, with_history: bool, watch: Watch = unwatched
) -> DeckCopy:
    """A deck with the decks in it, its media and, where it is wanted, the ratings of its cards in order.

    Raises CollectionError when there is no such deck.
    """
    whole = replace(collection.deck(deck), description=description)
    cards = whole.cards
    events: list[ReviewEvent] = []
    for done, card in enumerate(cards if with_history else ()):
        watch(done, len(cards))
        events += collection.events(card.uid)
    events.sort(key=lambda event: event.at)
    return DeckCopy(whole, tuple(events))


def written(copies: list[tuple[DeckCopy, Path]], watch: Watch = unwatched) -> Exported:
    """Write each deck to its file. Raises OSError; the file it was about is as it was, those before stay."""
    cards = 0
    for done, (copy, path) in enumerate(copies):
        watch(done, len(copies))
        content = exported(copy, path)
        watch(done, len(copies))
        write_durably(path, content)
        cards += len(copy.deck.cards)
    return Exported(tuple(path for _, path in copies), cards)
