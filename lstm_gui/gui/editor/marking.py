"""Markdown put around a selection, and taken away again; no Qt."""

import re
from typing import NamedTuple

BOLD, SLANTED, CODE, FORMULA = "**", "*", "`", "$"
_BEGIN = re.compile(r"[ \t]*(?:(?:[-*•>]|\d{1,3}[.)]|#{1,6})[ \t]+)*")


class Marked(NamedTuple):
    """A text with a part of it selected."""

    text: str
    start: int
    end: int


def marked(text: str, start: int, end: int, mark: str) -> Marked:
    """The text with `mark` around what is selected, line by line; without it where it stood already."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if mark == CODE and "\n" in text[start:end]:
        return _fenced(text, start, end)
    if "\n" in text[start:end]:
        made = _each_line(text[start:end].split("\n"), mark)
        return Marked(text[:start] + made + text[end:], start, start + len(made))
    bare = _without(text, start, end, mark)
    if bare is not None:
        return bare
    size = len(mark)
    return Marked(text[:start] + mark + text[start:end] + mark + text[end:], start + size, end + size)


def _each_line(lines: list[str], mark: str) -> str:
    """Lines with the mark around the words of each, or without it where all have it; signs of items stay."""
    cut = [(sign[0], line[sign.end() :].rstrip()) for line in lines if (sign := _BEGIN.match(line))]
    filled = [Marked(words, 0, len(words)) for _, words in cut if words]
    bare = [_without(*words, mark) for words in filled]
    made = iter(
        [each.text for each in bare if each is not None]
        if None not in bare
        else [f"{mark}{words.text}{mark}" for words in filled]
    )
    return "\n".join(sign + (next(made) if words else "") for sign, words in cut)


def _without(text: str, start: int, end: int, mark: str) -> Marked | None:
    """The text without the mark that stands around the selection, or in it at both ends."""
    size = len(mark)
    if start < end and _has(_run(text[:start], mark, -1), mark) and _has(_run(text[end:], mark, 1), mark):
        return Marked(text[: start - size] + text[start:end] + text[end + size :], start - size, end - size)
    inside = text[start:end]
    if len(inside) > 2 * size and _has(_run(inside, mark, 1), mark) and _has(_run(inside, mark, -1), mark):
        return Marked(text[:start] + inside[size:-size] + text[end:], start, end - 2 * size)
    return None


def _run(text: str, mark: str, way: int) -> int:
    """How many signs stand at the begin of a text, or for -1 at its end."""
    bare = text.lstrip(mark[0]) if way > 0 else text.rstrip(mark[0])
    return len(text) - len(bare)


def _has(count: int, mark: str) -> bool:
    """Whether so many signs hold the mark: of three asterisks two are bold, and one is slanted."""
    return count in (1, 3) if mark == SLANTED else count >= len(mark)


def _fenced(text: str, start: int, end: int) -> Marked:
    before = "" if not start or text[start - 1] == "\n" else "\n"
    behind = "" if end == len(text) or text[end] == "\n" else "\n"
    made = f"{before}```\n{text[start:end]}\n```{behind}"
    first = start + len(before) + 4
    return Marked(text[:start] + made + text[end:], first, first + end - start)
