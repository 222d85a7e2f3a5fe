"""The lines of a text: as they were written, with lists, quotes, headings and code among them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.inline_maths import pieces
from lstm_gui.quiz.markdown.lines import Kind, Line, is_marked, lines_of
from lstm_gui.quiz.markdown.spans import Span


def line(text: str, kind: Kind = Kind.TEXT, quote: int = 0, level: int = 0, sign: str = "") -> Line:
    spans = (Span(text, code=kind is Kind.CODE),) if text else ()
    return Line(spans, kind, quote, level, sign)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n\n  b", [line("a"), line(""), line("  b")]),
        ("- a\n  - b\n    more\n* c", [line("a", level=1, sign="•"), line("b", level=2, sign="•")]),
        (
            "1. a\n\n2) b\nc",
            [line("a", level=1, sign="1."), line(""), line("b", level=1, sign="2)"), line("c")],
        ),
        ("- a\n  b\n\n  c", [line("a", level=1, sign="•"), line("b", level=1), line(""), line("c", level=1)]),
        ("> a\n>\n> > b\n- c", [line("a", quote=1), line("", quote=1), line("b", quote=2)]),
        ("> - a\nb", [line("a", quote=1, level=1, sign="•"), line("b")]),
        ("# a\n###### b", [line("a", Kind.HEADING), line("b", Kind.HEADING)]),
        (
            "```py\n*a*\n\n$b$\n```\nc",
            [line("*a*", Kind.CODE), line("", Kind.CODE), line("$b$", Kind.CODE), line("c")],
        ),
        ("````\n```\n", [line("```", Kind.CODE), line("", Kind.CODE)]),
        ("> ```\n> a\nb", [line("a", Kind.CODE, 1), line("b")]),
        ("- a\n  ```\n  b", [line("a", level=1, sign="•"), line("  b", Kind.CODE, 0, 1)]),
    ],
)
def test_blocks_are_read(text: str, lines: list[Line]) -> None:
    assert list(lines_of(text))[: len(lines)] == lines


@pytest.mark.parametrize("text", ["> 0.5", ">= 3", "- 3", "-a", ">", "1.5 a", "1999. a", "#1", "*"])
def test_numbers_and_signs_are_no_blocks(text: str) -> None:
    assert lines_of(text) == (line(text),)


def test_emphasis_goes_over_a_line_break_and_not_over_a_blank_line() -> None:
    bold = Span("a", bold=True)
    assert lines_of("**a\na**") == (Line((bold,)), Line((bold,)))
    assert lines_of("**a\n\na**") == (line("**a"), line(""), line("a**"))


def test_lists_are_nested_to_some_depth() -> None:
    text = "\n".join("  " * depth + "- a" for depth in range(9))
    assert [each.level for each in lines_of(text)] == [1, 2, 3, 4, 5, 5, 5, 5, 5]


@given(st.text() | st.text("ab $![]().\n"))
def test_a_text_without_marks_is_shown_as_it_was(text: str) -> None:
    if not is_marked(text):
        shown = "\n".join("".join(span.text for span in each.spans) for each in lines_of(text))
        assert shown == "".join(piece.text for piece in pieces(text))
        assert {each._replace(spans=()) for each in lines_of(text)} == {Line(())}


HOSTILE = [
    "> ",
    ">",
    "[",
    "[a](",
    "[a](https://a",
    "![",
    "*a ",
    "**a *b ",
    "a**b",
    "*a_ ",
    "`a``b",
    "\\",
    "-\n",
]
HOSTILE += [
    "* a\n",
    "\n",
    "```\n",
    "$a",
    "$$ ",
    "$$a\\$",
    "1. ",
    "_a __a ",
    "[a](https://(",
    "a**b*c ",
    "  - a\n",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_text_is_read_in_the_time_of_a_kind_one(part: str) -> None:
    begun = time.process_time()
    lines_of(part * (30_000 // len(part)))
    assert time.process_time() - begun < 2.0  # three times the longest text
