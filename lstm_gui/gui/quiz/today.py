"""What the head of the panel is told of today: what is due, what is done, how well the deck is known."""

from collections.abc import Sequence
from dataclasses import replace

from lstm_gui.gui.quiz.header import Standing
from lstm_gui.gui.quiz.outlook import Outlook
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import DeckSummary
from lstm_gui.store.summaries import outermost


class Today:
    """Follows a session in one deck, or in all of them together."""

    def __init__(self, deck: str | None) -> None:
        self._deck = deck
        self._finished: frozenset[str] = frozenset()
        self.standing = Standing(deck or "", 0, 0, 0)

    def rated(self, event: ReviewEvent) -> None:
        """A card was rated: it needs no more today when it was recalled."""
        one = frozenset((event.uid,))
        self._finished = self._finished | one if event.rating.recalled else self._finished - one

    def seen(self, outlook: Outlook) -> Standing:
        """The collection was looked at."""
        if outlook.recap is not None:
            self._finished = outlook.recap.finished
        due, new = outlook.counts.due + outlook.counts.relearning, outlook.counts.new
        later, done = outlook.counts.later, len(self._finished)
        self.standing = replace(self.standing, due=due, new=new, done=done, later=later)
        return self.standing

    def counted(self, decks: Sequence[DeckSummary]) -> Standing:
        """The decks were counted anew."""
        self.standing = replace(self.standing, mastery=mastery(decks, self._deck))
        return self.standing


def mastery(decks: Sequence[DeckSummary], name: str | None) -> float | None:
    """How well a deck, or all of them together, would be recalled today; None without cards."""
    chosen = outermost(decks) if name is None else [deck for deck in decks if deck.name == name]
    cards = sum(deck.cards for deck in chosen)
    return sum(deck.mastery * deck.cards for deck in chosen) / cards if cards else None
