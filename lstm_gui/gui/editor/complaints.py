"""What is wrong with a card while it is written: one sentence by the field."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.inline_maths import formulas

translate = QCoreApplication.translate

WITH_FORMULAS = ("front", "back", "why")
_SHOWN = 40  # letters of a formula that a sentence quotes


def complaints(card: Card, deck: str, is_text: Callable[[str], bool]) -> dict[str, str]:
    """A sentence for each field that has something wrong; `is_text(latex)` says that it cannot be typeset.

    A formula that cannot be typeset is shown as it is written, so it keeps nobody from saving.
    """
    found = {}
    for name in WITH_FORMULAS:
        wrong = next((latex for latex in formulas(getattr(card, name)) if is_text(latex)), None)
        if wrong is not None:
            found[name] = _not_set(wrong)
    if card.formula and is_text(card.formula):
        found["formula"] = _not_set(card.formula)
    return found | missing(card, deck)


def missing(card: Card, deck: str) -> dict[str, str]:
    """A sentence for each field without which a card cannot be saved."""
    found = {}
    if not card.front.strip():
        found["front"] = translate("CardEditor", "A card needs a question.")
    if not deck:
        found["deck"] = translate("CardEditor", "Name the deck that the card goes to.")
    return found


def _not_set(latex: str) -> str:
    words = translate(
        "CardEditor", "“{latex}” is no formula that can be drawn: it is shown as it is written."
    )
    return words.format(latex=in_one_line(latex, _SHOWN))
