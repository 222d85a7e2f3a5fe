"""A card's text as the lines it is shown in: every line break of the text is one, and every blank line.

A small part of Markdown is read, after CommonMark: emphasis, code, links, lists, quotes, headings, and code
between fences. What it would take from a sentence about numbers stays: "> 0.5", "- 3", "2*3*4", "h_t".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from lstm_gui.quiz.inline_maths import pieces
from lstm_gui.quiz.markdown.spans import OPAQUE, Span, set_apart, span_of, spans_of

DEEPEST = 5  # lists in lists
_QUOTES = 3
# A text in which none of this stands is shown as it is.
_MARKED = re.compile(r"[*_`\\]|\]\(|^[ \t]*(?:[-•][ \t]|>|#{1,6}[ \t]|\d{1,3}[.)][ \t])", re.MULTILINE)
_NUMBER = r"[-+−]?[\d.,]+[ \t]*%?[ \t]*$"
_QUOTE = re.compile(rf" {{0,3}}>(?: (?!{_NUMBER})|(?=> )|$)")
_ITEM = re.compile(rf"([ \t]*)([*•]|-(?! +{_NUMBER})|\d{{1,3}}[.)])[ \t]+(?=\S)")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")
_FENCE = re.compile(r"[ \t]*(```+)[ \t]*[\w+#.-]*[ \t]*$")
_INDENT = re.compile(r"[ \t]*")


class Kind(Enum):
    """What a line is."""

    TEXT = "text"
    HEADING = "heading"
    CODE = "code"


class Line(NamedTuple):
    """One line between two line breaks; a screen may wrap it."""

    spans: tuple[Span, ...]
    kind: Kind = Kind.TEXT
    quote: int = 0  # quotes that it stands in
    level: int = 0  # lists that it stands in
    sign: str = ""  # "•" or "3." before the first line of an item


@lru_cache(maxsize=64)
def lines_of(text: str) -> tuple[Line, ...]:
    """The text as it is shown; there is always one line."""
    if not is_marked(text):
        return tuple(_split(Line(()), map(span_of, pieces(text))))
    bare, kept = set_apart(text)
    sources = iter(kept)
    found: list[Line] = []
    for _, group in groupby(_raw_lines(bare), lambda raw: raw.paragraph):
        raws = list(group)
        words = "\n".join(raw.text for raw in raws)
        if raws[0].line.kind is Kind.CODE:
            words = re.sub(OPAQUE, lambda _: next(sources), words)
            found += _split(raws[0].line, [Span(words, code=True)])
        else:
            found += _split(raws[0].line, spans_of(words, sources))
    return tuple(found) or tuple(_split(Line(()), [Span(text)]))  # fences with nothing between


def is_marked(text: str) -> bool:
    """Whether something in the text may be a mark of Markdown; formulas and pictures are none."""
    return may_be_marked(text) and may_be_marked(set_apart(text)[0])


def may_be_marked(text: str) -> bool:
    """Whether there is a mark in the text, be it in a formula."""
    return _MARKED.search(text) is not None


class _Raw(NamedTuple):
    """A line whose marks at its begin are read and whose words are not."""

    text: str
    line: Line
    paragraph: int  # marks in the words reach as far as this number is the same


def _raw_lines(text: str) -> Iterator[_Raw]:
    state, paragraph = _State(), 0
    last: Line | None = None  # that a paragraph can go on from
    for written in text.split("\n"):
        line, words = state.read(written)
        if line is None:
            last = None
            continue
        filled = line.kind is Kind.CODE or bool(words.strip())
        paragraph += not filled or last is None or last._replace(sign="") != line
        yield _Raw(words, line, paragraph)
        last = line if filled and line.kind is not Kind.HEADING else None


@dataclass(slots=True)
class _State:
    """What the lines before have begun."""

    quote: int = 0
    fence: str = ""
    items: tuple[int, ...] = ()  # the indents of the lists that are open

    def read(self, written: str) -> tuple[Line | None, str]:
        """What a line is, and its words; a fence is no line."""
        quote, rest = _unquoted(written, _QUOTES if not self.fence else self.quote, bool(self.quote))
        if self.fence and quote < self.quote:
            self.fence = ""
        if quote != self.quote:
            self.quote, self.items = quote, ()
        if self.fence:
            return self._read_code(rest)
        if fence := _FENCE.match(rest):
            self.fence = fence[1]
            return None, ""
        return self._read_text(rest)

    def _read_code(self, rest: str) -> tuple[Line | None, str]:
        bare = rest.strip()
        if bare.startswith(self.fence) and not bare.strip("`"):
            self.fence = ""
            return None, ""
        return Line((), Kind.CODE, self.quote, len(self.items)), rest

    def _read_text(self, rest: str) -> tuple[Line, str]:
        if item := _ITEM.match(rest):
            indent = len(item[1].expandtabs(4))
            outer = tuple(each for each in self.items if each + 2 <= indent)[: DEEPEST - 1]
            self.items = (*outer, indent)
            sign = item[2] if item[2][0].isdigit() else "•"
            return Line((), Kind.TEXT, self.quote, len(self.items), sign), rest[item.end() :]
        if not rest.strip():
            return Line((), Kind.TEXT, self.quote), rest
        return self._read_words(rest)

    def _read_words(self, rest: str) -> tuple[Line, str]:
        space = _INDENT.match(rest)
        indent = len(space[0].expandtabs(4)) if space else 0
        self.items = tuple(each for each in self.items if each + 2 <= indent)
        if self.items:
            return Line((), Kind.TEXT, self.quote, len(self.items)), rest.lstrip(" \t")
        if heading := _HEADING.match(rest):
            return Line((), Kind.HEADING, self.quote), rest[heading.end() :]
        return Line((), Kind.TEXT, self.quote), rest


def _unquoted(written: str, most: int, within: bool) -> tuple[int, str]:
    """How many quotes a line stands in, and what stands behind their signs."""
    depth = 0
    while depth < most and (found := _QUOTE.match(written)):
        if not within and not depth and not written[found.end() :].strip():
            break  # ">" alone
        depth, written = depth + 1, written[found.end() :]
    return depth, written


def _split(line: Line, spans: Iterator[Span] | list[Span]) -> Iterator[Line]:
    """A paragraph as its lines; only the first has the sign of its item."""
    row: list[Span] = []
    _, kind, quote, level, sign = line
    for span in spans:
        if span.formula or span.picture or "\n" not in span.text:
            row.append(span)
            continue
        first, *more = span.text.split("\n")
        look = span[1:]
        row.append(Span(first, *look))
        for text in more:
            yield Line(_filled(row), kind, quote, level, sign)
            sign, row = "", [Span(text, *look)]
    yield Line(_filled(row), kind, quote, level, sign)


def _filled(row: list[Span]) -> tuple[Span, ...]:
    return tuple(span for span in row if span.text or span.picture)
