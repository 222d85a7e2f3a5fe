"""Markdown as the HTML that Anki shows, with formulas that MathJax reads; and the Markdown it was made of."""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote, unquote

from lstm_gui.formats.anki.html_text import Pictures, text_of
from lstm_gui.plain_text import without_hidden
from lstm_gui.quiz.inline_maths import pictures as pictures_in
from lstm_gui.quiz.markdown.lines import Kind, Line, is_marked, lines_of
from lstm_gui.quiz.markdown.spans import Span

_TAB = "&#9;"  # between the cells of a table; one that is not spelt is a space to who reads it back
_KEPT_SPACE = re.compile(r" (?= )")  # a browser would make one of several
_SOURCE = re.compile(r"<!--Markdown:([!-;=?-~]*)-->")
_NUMBER = re.compile(r"\d+")


def html_of(text: str) -> str:
    """A text as HTML."""
    lines = lines_of(text)
    if not is_marked(text):
        return "<br>".join(map(_words, lines))
    return "".join(_blocks(lines))


def with_source(text: str) -> str:
    """A text as HTML, behind which a comment keeps the Markdown where it would not be read back the same."""
    shown = html_of(text)
    if not is_marked(text) or text_of(shown, lambda name: name) == text:
        return shown
    return f"{shown}<!--Markdown:{quote(text).replace('-', '%2D')}-->"


def source_of(field: str, pictures: Pictures) -> str:
    """The text that a field was made of; when somebody has changed it since, what it says now."""
    *_, found = (None, *_SOURCE.finditer(field[-200_000:])) if "<!--Markdown:" in field else (None,)
    if found is not None:
        text = without_hidden(unquote(found[1]))
        known = all(pictures(name) == name for name in pictures_in(text))
        if known and html_of(text) + found[0] == field:
            return text
    return text_of(field, pictures)


def _blocks(lines: Sequence[Line]) -> Iterator[str]:
    for (quote_depth, kind), group in groupby(lines, lambda line: (line.quote, _kind(line))):
        inside = "".join(_block(kind, list(group)))
        yield "<blockquote>" * quote_depth + inside + "</blockquote>" * quote_depth


def _kind(line: Line) -> str:
    return "list" if line.level and line.kind is Kind.TEXT else line.kind.value


def _block(kind: str, lines: list[Line]) -> Iterator[str]:
    if kind == "list":
        yield from _list(lines)
    elif kind == Kind.CODE.value:
        code = "\n".join("".join(span.text for span in line.spans) for line in lines)
        yield f"<pre><code>{html.escape(code, quote=False)}</code></pre>"
    elif kind == Kind.HEADING.value:
        yield "".join(f"<div><b>{_words(line)}</b></div>" for line in lines)
    else:
        yield "<br>".join(map(_words, lines))


def _list(lines: list[Line]) -> Iterator[str]:
    """Items in items; the lines of one have breaks between them."""
    open_tags: list[str] = []
    for line in lines:
        while len(open_tags) > line.level:
            yield f"</li></{open_tags.pop()}>"
        number = _NUMBER.match(line.sign)
        tag = "ol" if number else "ul"
        if line.sign and len(open_tags) == line.level:
            if open_tags[-1] == tag:
                yield "</li>"
            else:
                yield f"</li></{open_tags.pop()}>"
        elif open_tags and not line.sign:
            yield "<br>"
        while len(open_tags) < line.level:
            start = f' start="{int(number[0])}"' if number and int(number[0]) != 1 else ""
            yield f"<{tag}{start}>" if len(open_tags) + 1 == line.level else f"<{tag}><li>"
            open_tags.append(tag)
        yield f"<li>{_words(line)}" if line.sign else _words(line)
    while open_tags:
        yield f"</li></{open_tags.pop()}>"


def _words(line: Line) -> str:
    words = "".join(map(_span, line.spans))
    return f"\u00a0{words[1:]}" if words.startswith(" ") else words


def _span(span: Span) -> str:
    if span.picture:
        return f'<img src="{span.picture}" alt="{html.escape(span.text)}">'
    text = html.escape(span.text, quote=False)
    made = rf"\({text}\)" if span.formula else _KEPT_SPACE.sub("\u00a0", text).replace("\t", _TAB)
    for tag, is_so in (("code", span.code), ("i", span.italic), ("b", span.bold)):
        made = f"<{tag}>{made}</{tag}>" if is_so else made
    return f'<a href="{html.escape(span.link)}">{made}</a>' if span.link else made
