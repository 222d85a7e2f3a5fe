"""How much memory the cards of a file may take: what is small to keep can be large to hold."""

from sys import getsizeof

from lstm_gui.bounded_file import FileRefused, size_in_words
from lstm_gui.quiz.card import Card

MAX_ROOM = 128_000_000  # bytes; one rare sign makes a whole text four times as large


class CardRoom:
    """What is left of it for the cards of one file."""

    def __init__(self) -> None:
        self._left = MAX_ROOM

    def take(self, card: Card, place: str) -> None:
        """One card more, at a place in words. Raises FileRefused where there is no room for it."""
        self._left -= sum(map(getsizeof, (card.front, card.back, card.formula, card.why, *card.tags)))
        if self._left < 0:
            most = size_in_words(MAX_ROOM)
            raise FileRefused(
                f"{place}: the cards hold too much text, more than {most} in memory; split the deck."
            )
