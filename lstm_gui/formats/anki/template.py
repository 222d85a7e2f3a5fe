"""The two sides of a card from the fields of a note, as Anki makes them: {{Field}}, {{#Field}}, filters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lstm_gui.formats.anki.cloze import with_gap
from lstm_gui.formats.anki.html_text import work_of

MAX_TEMPLATE = 100_000  # characters

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
_RULE = re.compile(r"<hr(\s[^<>]*+)>", re.IGNORECASE)
_OF_ANSWER = re.compile(r"\bid\s*+=\s*+[\"']?answer\b", re.IGNORECASE)
_BLANK = re.compile(r"(?:\s|&nbsp;|<br\s*/?>|</?(?:div|p)>)*+", re.IGNORECASE)
_SPOKEN = "tts"
_TYPED = "type"

Pieces = tuple[str, ...]  # texts at even places, what stands between the braces at odd ones


class NoGap(Exception):
    """The note has no gap of the number that the card asks for."""


@dataclass(frozen=True, slots=True)
class Template:
    """The two sides of one kind of card, cut at their tags."""

    front: Pieces
    back: Pieces
    work: int  # what rendering it costs

    @classmethod
    def of(cls, front: str, back: str) -> "Template":
        """The template as it is written; what repeats the question above the answer's rule is left out."""
        rule = next((rule for rule in _RULE.finditer(back) if _OF_ANSWER.search(rule[1])), None)
        answer = back[rule.end() :] if rule and back[rule.end() :].strip() else back
        return cls(_cut(front), _cut(answer), work_of(front) + work_of(back))


def _cut(side: str) -> Pieces:
    return tuple(_TAG.split(side))


def render(pieces: Pieces, fields: Mapping[str, str], gap: int, *, answer: bool) -> str:
    """One side as HTML. `gap` is the number of the gap asked for, 0 where there is none. Raises NoGap."""
    parts: list[str] = []
    sections: list[tuple[str, bool]] = []  # the sections open here, and whether each is shown
    for place, piece in enumerate(pieces):
        shown = not sections or sections[-1][1]
        if not place % 2:
            parts += [piece] if shown else []
            continue
        sign, name = piece.strip()[:1], piece.strip()[1:].strip()
        if sign and sign in "#^":
            filled = not _BLANK.fullmatch(fields.get(name, ""))
            sections.append((name, shown and filled == (sign == "#")))
        elif sign == "/":
            del sections[-1:]
        elif shown and sign != "!":
            parts.append(_field(piece.strip(), fields, gap, answer))
    return "".join(parts)


def _field(tag: str, fields: Mapping[str, str], gap: int, answer: bool) -> str:
    *filters, name = (part.strip() for part in tag.split(":"))
    value = fields.get(name, "")
    if any(word.split(" ")[0] == _SPOKEN for word in filters) or (_TYPED in filters and not answer):
        return ""
    if "cloze" in filters:
        sides = with_gap(value, gap)
        if sides is None:
            raise NoGap
        return sides[answer]
    return value
