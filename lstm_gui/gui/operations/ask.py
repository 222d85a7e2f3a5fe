"""Put a question of one's own into a deck."""

from datetime import datetime

from lstm_gui.gui.operations.edit_cards import Edited
from lstm_gui.lessons.challenge import Predict
from lstm_gui.simulator.graded.ask import card_of
from lstm_gui.store.collection import Collection
from lstm_gui.store.edits import new_uid


def add_question(
    collection: Collection, asked: Predict, deck: str, tags: tuple[str, ...], now: datetime
) -> Edited:
    """Add a card that asks it, with its scene, at the end of a deck, which is made when it is missing.

    Raises NotSaved, in words.
    """
    card, media = card_of(asked, new_uid(), tags)
    return Edited(collection.edits.add([card], deck, now, media=media))
