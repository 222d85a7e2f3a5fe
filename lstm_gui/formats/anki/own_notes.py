"""The note type that our cards have in Anki: what they are made into there, and read back from."""

import html
import re
from collections.abc import Sequence
from functools import lru_cache
from operator import gt

from lstm_gui.formats.anki.html_text import Pictures, no_pictures
from lstm_gui.formats.anki.markdown_html import source_of, with_source
from lstm_gui.formats.deck_file import MAX_FORMULA, MAX_NAME, MAX_TEXT
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card

NAME = "LSTM Lab"
FIELDS = ("Front", "Back", "Formula", "Why", "Topic", "Scene", "Challenge")
_FIRST_FIELDS = FIELDS[:6]  # in packages written before cards could be graded
FRONT = "{{Front}}"
BACK = (
    "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}\n"
    "{{#Formula}}<p>{{Formula}}</p>{{/Formula}}\n{{#Why}}<p>{{Why}}</p>{{/Why}}"
)
_PLAIN_UID = re.compile(rf"[!-~]{{1,{MAX_NAME}}}")
_LONGEST = (MAX_TEXT, MAX_TEXT, MAX_FORMULA, MAX_TEXT, MAX_NAME, MAX_NAME, MAX_NAME)


def is_ours(name: str, fields: Sequence[str]) -> bool:
    """Whether a note type is that of our cards."""
    return name.rstrip("+") == NAME and tuple(fields) in (FIELDS, _FIRST_FIELDS)


def in_anki(card: Card) -> tuple[str, ...]:
    """The fields of a card, as HTML with formulas that MathJax reads."""
    formula = rf"\[{html.escape(card.formula, quote=False)}\]" if card.formula else ""
    names = (html.escape(text, quote=False) for text in (card.topic, card.scene, card.challenge))
    return with_source(card.front), with_source(card.back), formula, with_source(card.why), *names


def from_anki(
    uid: str, fields: Sequence[str], tags: tuple[str, ...], pictures: Pictures = no_pictures
) -> Card | None:
    """The card that a note of our type was made of; None where somebody made it something else."""
    texts = [source_of(field, pictures) if field else "" for field in fields]
    texts += [""] * (len(FIELDS) - len(fields))
    too_long = any(map(gt, map(len, texts), _LONGEST))
    if too_long or not all(texts[:2]) or not _is_uid(uid):
        return None
    front, back, formula, why, topic, scene, challenge = texts
    if formula.startswith("$") and formula.endswith("$"):
        formula = formula[1:-1]
    return Card(uid, front, back, _name(topic), formula, why, tags, _name(scene), _name(challenge))


def _is_uid(text: str) -> bool:
    return bool(_PLAIN_UID.fullmatch(text) or (text and text == in_one_line(text, MAX_NAME)))


@lru_cache(maxsize=1024)  # many cards share theirs
def _name(text: str) -> str:
    return in_one_line(text, MAX_NAME)
