"""A card's text in plain words, for lists, titles and screen readers; and words that read as they stand."""

import re
from collections.abc import Callable

from lstm_gui.quiz.markdown.emphasis import run_at
from lstm_gui.quiz.markdown.lines import Line, lines_of, may_be_marked
from lstm_gui.quiz.markdown.spans import ESCAPED, TARGET, Span

INDENT = "    "  # before an item of a list in a list
_RUN = re.compile(r"\*+|_+")
_ESCAPE = re.compile(rf"\\(?=[{ESCAPED}])|`|\](?=\({TARGET}\))", re.IGNORECASE)
_BEGIN = re.compile(r"^([ \t]*)(?=[*-][ \t]|#{1,6}[ \t]|>)|^([ \t]*\d{1,3})(?=\.[ \t])", re.MULTILINE)


def in_brackets(span: Span) -> str:
    """What stands for a span in plain words: the LaTeX of a formula, the words for a picture."""
    return f"[{span.text or '…'}]" if span.picture else span.text


def words_of(text: str, spoken: Callable[[Span], str] = in_brackets) -> str:
    """The text without its marks."""
    return "\n".join(_words(line, spoken) for line in lines_of(text))


def on_its_own(text: str) -> str:
    """The text fit to follow other words: where it begins with a list or the like, on a line of its own."""
    return text if lines_of(text)[0]._replace(spans=()) == Line(()) else f"\n{text}"


def as_it_stands(text: str) -> str:
    """The text with backslashes wherever a part of it would be read as a mark; dollar signs are left."""
    return text if not may_be_marked(text) or words_of(text) == text else escaped(text)


def escaped(text: str) -> str:
    """The text with backslashes before all that could be a mark, also with other marks around it."""
    if not may_be_marked(text):
        return text
    text = _ESCAPE.sub(lambda found: "\\" + found[0], text)
    text = _RUN.sub(_escaped_run, text)
    return _BEGIN.sub(lambda found: f"{found[0]}\\", text)


def _words(line: Line, spoken: Callable[[Span], str]) -> str:
    inside = "".join(map(spoken, line.spans))
    if not line.level:
        return inside
    return INDENT * (line.level - 1) + (f"{line.sign} " if line.sign else "  ") + inside


def _escaped_run(found: re.Match[str]) -> str:
    run = run_at(found.string, found.start(), found.end())
    return "".join(f"\\{sign}" for sign in found[0]) if run.opens or run.closes else found[0]
