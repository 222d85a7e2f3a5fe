"""Cards gathered from a file one by one: each is taken, or left out with the reason."""

from collections import Counter
from dataclasses import replace

from lstm_gui.formats.card_identity import comparable, derived_uid
from lstm_gui.formats.deck_file import MAX_FORMULA, MAX_NAME, MAX_TAGS, MAX_TEXT
from lstm_gui.formats.preview import Skipped
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card


class Gathering:
    """The cards of a deck so far, and what was left out, each with its line and reason."""

    def __init__(self, deck: str, kind: str) -> None:
        self.cards: list[Card] = []
        self.skipped: list[Skipped] = []
        self._deck, self._kind = deck, kind
        self._twins: Counter[str] = Counter()
        self._lines: dict[object, int] = {}  # of uids, and of questions with their answers

    def take(self, line: int, card: Card) -> None:
        """Add a card, with a uid made from its question when it has none; or leave it out."""
        fault = _fault(card) or self._twin(card)
        if fault:
            self.skip(line, fault, card.front or card.back)
            return
        if not card.uid:
            question = comparable(card.front)
            self._twins[question] += 1
            uid = derived_uid(self._kind, self._deck, question, self._twins[question])
            card = replace(card, uid=uid)
        self._lines[card.uid] = self._lines[card.front, card.back] = line
        self.cards.append(card)

    def skip(self, line: int, reason: str, text: str) -> None:
        """Leave something out."""
        self.skipped.append(Skipped(line, reason, in_one_line(text)))

    def _twin(self, card: Card) -> str:
        if card.uid and card.uid in self._lines:
            return f"has the same uid as line {self._lines[card.uid]}"
        if not card.uid and (card.front, card.back) in self._lines:
            return f"says the same as line {self._lines[card.front, card.back]}"
        return ""


def _fault(card: Card) -> str:
    """Why this is no card, or ""."""
    if not card.front or not card.back:
        return "has no question" if card.back else "has no answer" if card.front else "is blank"
    for what, text, longest in (
        ("question", card.front, MAX_TEXT),
        ("answer", card.back, MAX_TEXT),
        ("explanation", card.why, MAX_TEXT),
        ("formula", card.formula, MAX_FORMULA),
        ("uid", card.uid, MAX_NAME),
        ("topic", card.topic, MAX_NAME),
        ("name of a scene", card.scene, MAX_NAME),
        ("name of a challenge", card.challenge, MAX_NAME),
        ("tag", max(card.tags, key=len, default=""), MAX_NAME),
    ):
        if len(text) > longest:
            return f"has a{'n' * (what[0] in 'ae')} {what} of more than {longest} characters"
    return f"has more than {MAX_TAGS} tags" if len(card.tags) > MAX_TAGS else ""
