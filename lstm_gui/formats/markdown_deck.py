r"""Decks as Markdown, as people write them in notes.

    # Gates                                  the first heading: the name of the deck

    What the deck is for.

    ## Forget gate                           any other heading: the topic of the cards below it

    Q: What does a forget gate of 1 do?

    A: It keeps the old cell state whole,
    over as many lines and paragraphs as you like.

After the answer may stand Formula:, Why:, Tags: (with commas between), Scene:, Challenge: and UID:. A line of
a text that would be taken for one of these, or for a heading, has a backslash before it, but not between
lines of ```.

A file without any Q: is read by its headings: one with text right below it is a question, and the text its
answer; one with another heading below it is a topic.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.deck_file import MAX_DESCRIPTION, MAX_NAME
from lstm_gui.formats.gathering import Gathering
from lstm_gui.formats.preview import Preview
from lstm_gui.plain_text import in_one_line, without_hidden
from lstm_gui.quiz.card import Card, Deck

MAX_CARDS = 100_000

_FIELDS = {
    "Q": "front",
    "A": "back",
    "Formula": "formula",
    "Why": "why",
    "Tags": "tags",
    "Scene": "scene",
    "Challenge": "challenge",
    "UID": "uid",
}
_MARK = re.compile(rf"\*{{0,2}}({'|'.join(_FIELDS)})\*{{0,2}}:(?:\*\*)?(?:[ \t]+(.*))?")
_MARKS_BEGIN = "*" + "".join(sorted({mark[0] for mark in _FIELDS}))
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*))?")
_FENCE = re.compile(r"[ \t]*```")
_MEANT = re.compile(
    rf"\\*(?:(?:{_MARK.pattern}|{_HEADING.pattern})$|{_FENCE.pattern})"
)  # or with backslashes


@dataclass(slots=True)
class _Part:
    """A heading or the mark of a field, with the text that belongs to it."""

    line: int  # from 1
    kind: str  # "heading", a field of a card, or "" for what stands before all
    level: int = 0  # of a heading
    head: str = ""  # the words of a heading
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


def looks_like_markdown(text: str) -> bool:
    """Whether a text of unknown kind has a question and an answer as they are marked here."""
    marks = {found[1] for line in text.split("\n") if (found := _MARK.match(line))}
    return {"Q", "A"} <= marks


def read_markdown(text: str, name: str, deck: str) -> Preview:
    """The deck in a text; `deck` is what it is called when no heading says so.

    Raises FileRefused when there is no card; what is no card is left out, with line and reason.
    """
    parts = _parts(without_hidden(text).split("\n"))
    marked = any(part.kind == "front" for part in parts)
    if sum(part.kind == ("front" if marked else "heading") for part in parts) > MAX_CARDS:
        raise FileRefused(f"{name} has more than {MAX_CARDS} cards; split the deck.")
    title = _title(parts, marked)
    called = in_one_line(title.head if title else deck, MAX_NAME) or "Deck"
    gathering = Gathering(called, "markdown")
    body = [part for part in parts if part is not title]
    for line, card in _marked(body, gathering) if marked else _headed(body):
        gathering.take(line, card)
    if not gathering.cards:
        how = "write a line Q: with the question, and below it A: with the answer"
        raise FileRefused(f"{name} has no card: {how}.")
    about = title.text[:MAX_DESCRIPTION] if title else ""
    return Preview(Deck(called, tuple(gathering.cards), about), tuple(gathering.skipped), name)


def write_markdown(deck: Deck) -> bytes:
    """The deck as Markdown, UTF-8."""
    parts = [f"# {deck.name}", _escaped(deck.description)]
    topic = ""
    for card in deck.cards:
        if card.topic != topic:
            topic = card.topic
            parts.append(f"## {topic}".rstrip())
        parts += [f"{mark}: {text}" for mark, text in _texts(card) if text]
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _texts(card: Card) -> Iterator[tuple[str, str]]:
    for mark, name in _FIELDS.items():
        text = ", ".join(card.tags) if name == "tags" else getattr(card, name)
        yield mark, _escaped(text)


def _escaped(text: str) -> str:
    return "\n".join(f"\\{line}" if _MEANT.match(line) else line for line in text.split("\n"))


def _parts(lines: list[str]) -> list[_Part]:
    literal = _fenced(lines)
    parts = [_Part(1, "")]
    for number, line in enumerate(lines, 1):
        begins = "" if number in literal else line[:1]
        mark = _MARK.fullmatch(line) if begins and begins in _MARKS_BEGIN else None
        heading = _HEADING.fullmatch(line) if begins == "#" else None
        if heading:
            parts.append(_Part(number, "heading", len(heading[1]), (heading[2] or "").strip()))
        elif mark:
            parts.append(_Part(number, _FIELDS[mark[1]], lines=[_plain(mark[2] or "")]))
        else:
            parts[-1].lines.append(line if number in literal else _plain(line))
    return parts if parts[0].text else parts[1:]


def _plain(line: str) -> str:
    return line[1:] if line.startswith("\\") and _MEANT.match(line) else line


def _fenced(lines: list[str]) -> set[int]:
    """The lines from each ``` to the next one; the last without a partner is a line like others."""
    fences = [number for number, line in enumerate(lines, 1) if _FENCE.match(line)]
    pairs = zip(fences[::2], fences[1::2], strict=False)
    return {number for first, last in pairs for number in range(first, last + 1)}


def _title(parts: list[_Part], marked: bool) -> _Part | None:
    """The heading that names the deck: the first, if cards are marked or no other is of its level."""
    headings = [part for part in parts if part.kind == "heading"]
    if not headings or headings[0].level > 1 or (marked and parts.index(headings[0]) > 1):
        return None
    only = len([part for part in headings if part.level == 1]) == 1
    return headings[0] if marked or (only and len(headings) > 1) else None


def _marked(parts: list[_Part], gathering: Gathering) -> Iterator[tuple[int, Card]]:
    """The cards whose questions and answers are marked."""
    topic, line, texts = "", 0, dict[str, str]()
    for part in parts:
        if part.kind in ("heading", "front") and texts:
            yield line, _card(texts, topic)
            texts = {}
        if part.kind == "heading":
            topic = part.head
        if part.kind in ("heading", ""):
            if part.text:
                gathering.skip(part.line, "stands outside of the cards", part.text)
        elif part.kind != "front" and not texts:
            gathering.skip(part.line, "stands before any question", part.text)
        elif part.kind in texts:
            gathering.skip(part.line, "stands twice in one card", part.text)
        else:
            line = part.line if part.kind == "front" else line
            texts[part.kind] = part.text
    if texts:
        yield line, _card(texts, topic)


def _headed(parts: list[_Part]) -> Iterator[tuple[int, Card]]:
    """The cards whose questions are headings; a heading without a text below it is the topic of the next."""
    topic = ""
    for part, after in zip_longest(parts, parts[1:]):
        if part.text or after is None or after.level <= part.level:
            yield part.line, Card("", part.head, part.text, topic)
        else:
            topic = part.head


def _card(texts: dict[str, str], topic: str) -> Card:
    tags = (tag.strip() for tag in texts.pop("tags", "").split(","))
    for name in ("scene", "challenge"):
        texts[name] = " ".join(texts.get(name, "").split())
    return Card(**{"uid": "", "back": ""} | texts, topic=topic, tags=tuple(filter(None, dict.fromkeys(tags))))
