"""The note type that our cards have in Anki: what they are made into there, and read back from."""

import html
import re
from collections.abc import Sequence

from lstm_gui.formats.anki.html_text import text_of
from lstm_gui.formats.deck_file import MAX_FORMULA, MAX_NAME, MAX_TEXT
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.inline_maths import pieces

NAME = "LSTM Lab"
FIELDS = ("Front", "Back", "Formula", "Why", "Topic", "Scene")
FRONT = "{{Front}}"
BACK = (
    "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}\n"
    "{{#Formula}}<p>{{Formula}}</p>{{/Formula}}\n{{#Why}}<p>{{Why}}</p>{{/Why}}"
)
_KEPT_SPACE = re.compile(r" (?= )|(?<=\n) ")  # a browser would make one of several
_LONGEST = (MAX_TEXT, MAX_TEXT, MAX_FORMULA, MAX_TEXT, MAX_NAME, MAX_NAME)


def in_anki(card: Card) -> tuple[str, ...]:
    """The fields of a card, as HTML with formulas that MathJax reads."""
    formula = rf"\[{html.escape(card.formula, quote=False)}\]" if card.formula else ""
    topic, scene = (html.escape(text, quote=False) for text in (card.topic, card.scene))
    return _html(card.front), _html(card.back), formula, _html(card.why), topic, scene


def from_anki(uid: str, fields: Sequence[str], tags: tuple[str, ...]) -> Card | None:
    """The card that a note of our type was made of; None where somebody made it something else."""
    texts = [text_of(field) for field in fields]
    too_long = any(len(text) > most for text, most in zip(texts, _LONGEST, strict=True))
    if too_long or not all(texts[:2]) or uid != in_one_line(uid, MAX_NAME) or not uid:
        return None
    front, back, formula, why, topic, scene = texts
    if formula.startswith("$") and formula.endswith("$"):
        formula = formula[1:-1]
    return Card(
        uid, front, back, in_one_line(topic, MAX_NAME), formula, why, tags, in_one_line(scene, MAX_NAME)
    )


def _html(text: str) -> str:
    return "".join(
        rf"\({html.escape(piece.text, quote=False)}\)" if piece.formula else _plain(piece.text)
        for piece in pieces(text)
    )


def _plain(text: str) -> str:
    return _KEPT_SPACE.sub("\u00a0", html.escape(text, quote=False)).replace("\n", "<br>")
