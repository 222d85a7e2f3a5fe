"""A text with one gap to be filled: as a note has it, or made by hiding a number or a term of an answer."""

import re
from dataclasses import dataclass, replace
from random import Random

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.practice.reading import LONGEST, is_number, reads_as, words
from lstm_gui.quiz.practice.typed import matters

OPEN = "[…]"
LONG_WORD = 5  # letters; a shorter word is seldom a term

# No braces inside, and no more than this: a text made to be slow is none.
_MARKED = re.compile(r"\{\{c\d{1,3}::(?P<hidden>[^{}]{1,500}?)(?:::(?P<hint>[^{}]{0,200}))?\}\}")
# Formulas, code, pictures and the addresses of links stay whole.
_KEPT = re.compile(r"(?<!\\)\$(?:\\.|[^\\$])*\$|`[^`]+`|!\[[^\[\]\n]*\]\([^()\s]*\)|\]\([^\s]*\)")
_TOKEN = re.compile(r"[^\s/]+")
_AROUND = ".,;:!?()[]\"'“”‘’„…%*_#>\\"


@dataclass(frozen=True, slots=True)
class Gap:
    """A text with a gap, and what was there."""

    text: str
    hidden: str
    marked_in_front: bool = False  # the text is the question itself


def gap(card: Card, seed: int) -> Gap | None:
    """A gap of a card: one that is marked in it, or else a number or a term of its answer; None for no word.

    What the question says already is hidden only where there is nothing else.
    """
    draw = Random(f"gap:{seed}:{card.uid}")
    asked = _marked(card.front, draw)
    if asked is not None:
        return replace(asked, marked_in_front=True)
    return _marked(card.back, draw) or _made(card, draw)


def _marked(text: str, draw: Random) -> Gap | None:
    marks = list(_MARKED.finditer(text))
    if not marks:
        return None
    asked = draw.choice(marks)
    hint = asked["hint"]
    filled = _MARKED.sub(
        lambda mark: (f"[{hint}]" if hint else OPEN) if mark.start() == asked.start() else mark["hidden"],
        text,
    )
    return Gap(filled, asked["hidden"])


def _made(card: Card, draw: Random) -> Gap | None:
    """Hide one of the words of the answer that say most."""
    known = set(reads_as(card.front))
    terms = {key for tag in (*card.tags, card.topic) for key in reads_as(tag)}
    ranked = [(_rank(word, known, terms), start, word) for start, word in _free_words(card.back)]
    best = max((rank for rank, _, _ in ranked), default=0)
    if not best:
        return None
    _, start, word = draw.choice([found for found in ranked if found[0] == best])
    return Gap(f"{card.back[:start]}{OPEN}{card.back[start + len(word) :]}", word)


def _rank(text: str, known: set[str], terms: set[str]) -> int:
    """How much a word tells: 0 nothing … 4 a number or a term that the question does not say."""
    found = words(text)
    if len(found) != 1 or not matters(found[0]):
        return 0
    word = found[0]
    if word.key in known:
        return 1
    if is_number(word) or word.key in terms:
        return 4
    return 3 if len(word.key) >= LONG_WORD else 2


def _free_words(text: str) -> list[tuple[int, str]]:
    """The words outside formulas and pictures, each with its place."""
    hidden = _KEPT.sub(lambda match: " " * len(match[0]), text)[:LONGEST]
    found = []
    for match in _TOKEN.finditer(hidden):
        bare = match[0].lstrip(_AROUND)
        start = match.end() - len(bare)
        found.append((start, bare.rstrip(_AROUND)))
    return found
