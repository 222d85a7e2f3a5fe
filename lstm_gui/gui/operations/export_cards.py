"""Some cards leave as a deck in a file; the collection is only read."""

from collections.abc import Sequence
from pathlib import Path

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.deck_export import DeckCopy, exported
from lstm_gui.quiz.card import Deck
from lstm_gui.store.collection import Collection


def export_cards(collection: Collection, uids: Sequence[str], path: Path, *, with_history: bool) -> Path:
    """Write cards, with what they name and perhaps their ratings, as the ending says; the path again.

    The deck is called as the file is. Cards that are not there any more are left out. Raises OSError; what
    was in the file is then as it was.
    """
    cards = tuple(card for uid in uids if (card := collection.card(uid)) is not None)
    events = [event for card in cards if with_history for event in collection.events(card.uid)]
    events.sort(key=lambda event: event.at)
    deck = Deck(path.stem, cards, "", tuple(collection.media_of(cards)))
    write_durably(path, exported(DeckCopy(deck, tuple(events)), path))
    return path
