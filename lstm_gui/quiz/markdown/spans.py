"""What stands in a paragraph: words that are bold, slanted, code or a link, formulas and pictures."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lstm_gui.quiz.inline_maths import FORMULA, PICTURE, Piece, pieces
from lstm_gui.quiz.markdown.emphasis import Run, pair, run_at

OPAQUE = "\ufdd0"  # stands for a formula or a picture while the text around it is read; no character
ESCAPED = r"\\`*_\[\]#>.!$-"  # as a set of a regular expression lists them
# What can be followed: addresses of the web, and of letters. Everything else stays a text.
TARGET = r"(?:https?://|mailto:)(?:[^\s()<>\ufdd0]|\([^\s()<>\ufdd0]*\)){1,2000}"
_TOKEN = re.compile(rf"\\[{ESCAPED}]|`+|\*+|_+|!?\[|\]|{OPAQUE}")
_TO = re.compile(rf"\(({TARGET})\)", re.IGNORECASE)
_APART = re.compile(rf"(?P<picture>{PICTURE.pattern})|{FORMULA.pattern}")


class Span(NamedTuple):
    """Words of one look, a formula without its dollar signs, or the words for a picture."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""  # the address
    formula: bool = False
    picture: str = ""  # the name of the medium


def set_apart(text: str) -> tuple[str, list[str]]:
    """The text with a sign for each formula and picture, which nothing looks into; and what they are."""
    if "$" not in text and "](" not in text and OPAQUE not in text:
        return text, []
    sources: list[str] = []

    def kept(found: re.Match[str]) -> str:
        sources.append(found[0])
        return OPAQUE

    return _APART.sub(kept, text.replace(OPAQUE, "\ufffd")), sources


def span_of(piece: Piece) -> Span:
    """A piece of a text without marks."""
    return Span(piece.text, formula=piece.formula, picture=piece.picture)


@dataclass(slots=True)
class _Reading:
    """The parts of a paragraph found so far; one that is a Run may turn out to be emphasis."""

    parts: list[Span | Run] = field(default_factory=list)
    brackets: list[tuple[int, bool]] = field(
        default_factory=list
    )  # where, and whether a link can begin there

    def close_bracket(self, text: str, at: int) -> int:
        """Make a link of what stands since the last bracket when an address follows; its end, else 0."""
        if not self.brackets:
            return 0
        start, can_link = self.brackets.pop()
        found = _TO.match(text, at) if can_link and len(self.parts) > start + 1 else None
        if found is None:
            return 0
        self.parts[start:] = [span._replace(link=found[1]) for span in _flat(self.parts[start + 1 :])]
        self.brackets.clear()  # a link in a link is none
        return found.end()


def spans_of(text: str, sources: Iterator[str]) -> list[Span]:
    """A paragraph as spans; `sources` gives what the signs in it stand for."""
    if _TOKEN.search(text) is None:
        return [Span(text)] if text else []
    reading, fences, end = _Reading(), _fences(text), 0
    while found := _TOKEN.search(text, end):
        if found.start() > end:
            reading.parts.append(Span(text[end : found.start()]))
        end = _take(reading, text, found, fences, sources)
    reading.parts.append(Span(text[end:]))
    return list(_flat(reading.parts))


def _take(
    reading: _Reading,
    text: str,
    found: re.Match[str],
    fences: dict[int, list[int]],
    sources: Iterator[str],
) -> int:
    """Take one sign in; where the text goes on behind it."""
    token, end = found[0], found.end()
    if token[0] == "\\":
        reading.parts.append(Span(token[1]))
    elif token[0] == "`":
        starts = fences[len(token)]
        behind = bisect_right(starts, found.start())
        if behind < len(starts):
            reading.parts.append(Span(_code(text[end : starts[behind]], sources), code=True))
            return starts[behind] + len(token)
        reading.parts.append(Span(token))
    elif token == OPAQUE:
        reading.parts.append(span_of(pieces(next(sources))[0]))
    elif token[0] in "*_":
        reading.parts.append(run_at(text, found.start(), end))
    elif token == "]":
        if behind := reading.close_bracket(text, end):
            return behind
        reading.parts.append(Span(token))
    else:
        reading.brackets.append((len(reading.parts), token == "["))
        reading.parts.append(Span(token))
    return end


def _fences(text: str) -> dict[int, list[int]]:
    """Where runs of so many backticks begin."""
    found: dict[int, list[int]] = defaultdict(list)
    for run in re.finditer(r"`+", text) if "`" in text else ():
        found[len(run[0])].append(run.start())
    return found


def _code(written: str, sources: Iterator[str]) -> str:
    """What stands between backticks, letter for letter but for line breaks and a space at both ends."""
    text = re.sub(OPAQUE, lambda _: next(sources), written).replace("\n", " ")
    return text[1:-1] if text[0] == text[-1] == " " and text.strip() else text


def _flat(parts: list[Span | Run]) -> Iterator[Span]:
    """The parts with their emphasis, neighbours of one look in one."""
    pair(part for part in parts if isinstance(part, Run))
    bold = italic = 0
    texts: list[str] = []
    look: tuple[bool, bool, bool, str] | None = None
    for part in parts:
        if isinstance(part, Run):
            bold, italic = bold - part.ends.count(2), italic - part.ends.count(1)
            span = Span(part.sign * part.left)
        else:
            span = part
        if span.text or span.picture:
            shown = (span.bold or bold > 0, span.italic or italic > 0, span.code, span.link)
            alone = span.formula or span.picture
            if texts and look is not None and (alone or look != shown):
                yield Span("".join(texts), *look)
                texts = []
            if alone:
                yield Span(span.text, *shown, span.formula, span.picture)
            else:
                texts.append(span.text)
                look = shown
        if isinstance(part, Run):
            bold, italic = bold + part.begins.count(2), italic + part.begins.count(1)
    if texts and look is not None:
        yield Span("".join(texts), *look)
