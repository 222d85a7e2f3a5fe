"""What stands in a paragraph: emphasis as CommonMark reads it, and maths, names and money left alone."""

import re
from itertools import groupby

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lstm_gui.quiz.markdown.spans import Span, set_apart, spans_of

NAME = "0123456789abcdef" * 2 + ".png"
COMMON_MARK = MarkdownIt("zero").enable(["emphasis", "backticks"])
_IN_A_WORD = re.compile(r"(?<=[^\s*_`])\*+(?=[^\s*_`])|\*_|_\*")


def spans(text: str) -> list[Span]:
    bare, sources = set_apart(text)
    return spans_of(bare, iter(sources))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a **b** *c* _d_", [Span("a "), Span("b", bold=True), Span(" "), Span("c", italic=True), Span(" ")]),
        ("***x***", [Span("x", bold=True, italic=True)]),
        ("**L**ong", [Span("L", bold=True), Span("ong")]),
        ("``a`b`` ` c", [Span("a`b", code=True), Span(" ` c")]),
        ("` a\nb `", [Span("a b", code=True)]),
        ("`   `", [Span("   ", code=True)]),
        (r"\*a\* \a \\", [Span(r"*a* \a " + "\\")]),
        ("`$x$`$x$", [Span("$x$", code=True), Span("x", formula=True)]),
        ("**$x$**", [Span("x", bold=True, formula=True)]),
        ("[t *b*](https://x.y/(a)_b_)", [Span("t ", link="https://x.y/(a)_b_")]),
        (
            "[[a](mailto:b@c.d)](https://e.f)",
            [Span("["), Span("a", link="mailto:b@c.d"), Span("](https://e.f)")],
        ),
        (f"![w]({NAME})", [Span("w", picture=NAME)]),
    ],
)
def test_marks_are_read(text: str, found: list[Span]) -> None:
    assert spans(text)[: len(found)] == found


@pytest.mark.parametrize(
    "text",
    [
        "h_t and c_t",
        "2*3*4 and 2**3**4 and a * b * c",
        "f*g*h",
        "*a",
        "`a",
        "[a]",
        "[a](b.png) [a](javascript:alert(1)) [a](file:///etc/passwd) [](https://a.b)",
        "![a](https://b.c/d.png)",
        "]",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert spans(text) == [Span(text)]


def test_what_is_set_apart_cannot_be_forged() -> None:
    assert spans("\ufdd0 *a*") == [Span("\ufffd "), Span("a", italic=True)]


@given(st.text("ab.*_` ", max_size=40))
def test_emphasis_and_code_are_those_of_common_mark(text: str) -> None:
    text = text.strip()
    assume(not _IN_A_WORD.search(text))
    assert letters(spans(text)) == common_mark(text)


def letters(found: list[Span]) -> list[tuple[str, bool, bool, bool]]:
    return [(letter, span.bold, span.italic, span.code) for span in found for letter in span.text]


def common_mark(text: str) -> list[tuple[str, bool, bool, bool]]:
    bold = italic = 0
    found: list[tuple[str, bool, bool, bool]] = []
    for token in COMMON_MARK.parseInline(text)[0].children or ():
        bold += token.nesting * (token.tag == "strong")
        italic += token.nesting * (token.tag == "em")
        found += [(letter, bold > 0, italic > 0, token.type == "code_inline") for letter in token.content]
    return found


@given(st.text() | st.text("a *_`[]()!$\\\n"))
def test_neighbours_look_different_and_nothing_is_empty(text: str) -> None:
    found = spans(text)
    assert all(span.text or span.picture for span in found)
    words = [span._replace(text="") for span in found if not span.formula and not span.picture]
    apart = any(span.formula or span.picture for span in found)
    assert apart or [look for look, _ in groupby(words)] == words
