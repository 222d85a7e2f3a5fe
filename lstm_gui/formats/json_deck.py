"""A deck with its history as JSON Lines: complete, so that what is read is what was written.

The first line is the deck; then come the decks inside it, its pictures, its cards, and what the log says of
them in its order, one a line: see json_entry.py.

    {"format": "lstm-lab-deck", "version": 2, "name": "Gates", "description": ""}
    {"part": {"name": "Forget", "description": "", "new_per_day": 5, "retention": null, "exam_day": null}}
    {"medium": {"name": "4f0f….png", "content": "iVBORw0KGgo…"}}
    {"card": {"uid": "forget", "front": "…", "back": "…", "topic": "", "tags": [], "deck": "Forget"}}

The part without a name is the deck itself. Contents of media are base64. A card has its "deck" when that is
one inside, and "suspended": true when it is left out of review. Version 1 had cards and ratings alone.
"""

import base64
import binascii
import io
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO

from lstm_gui.bounded_file import FileRefused, open_bounded, shown_name
from lstm_gui.formats.card_room import CardRoom
from lstm_gui.formats.deck_file import MAX_DESCRIPTION, MAX_FORMULA, MAX_NAME, MAX_TAGS, MAX_TEXT
from lstm_gui.formats.json_entry import (
    RATING,
    WITHDRAWN,
    any_text,
    quick_rating,
    read_entry,
    written_entry,
)
from lstm_gui.formats.picture_kind import MAX_PICTURE, NoPicture, picture_ending
from lstm_gui.formats.preview import Preview
from lstm_gui.formats.streamed_history import StreamedHistory
from lstm_gui.quiz.card import (
    CHALLENGE_ENDING,
    PICTURE_ENDINGS,
    SCENE_ENDING,
    Card,
    Deck,
    Medium,
    Part,
    medium_name,
)
from lstm_gui.quiz.memory import LogEntry
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json

FORMAT, VERSION = "lstm-lab-deck", 2
MAX_BYTES = 4_000_000_000  # of a file: it is read line by line
MAX_LINE = 400_000  # bytes
MAX_MEDIUM_LINE = MAX_PICTURE * 4 // 3 + 1000
MAX_LINES = 3_000_000
MAX_CARDS = 100_000
MAX_PARTS = 10_000
MAX_MEDIA = 128_000_000  # bytes of all
MAX_DECK_NAME = 1000

_LARGEST = 1_000_000_000
_KINDS = ("part", "medium", "card", RATING, WITHDRAWN)
_MEDIUM = b'{"medium"'
_NO_ENTRY = (_MEDIUM, b'{"card"', b'{"part"')
_LONGEST = {
    "uid": MAX_NAME,
    "topic": MAX_NAME,
    "scene": MAX_NAME,
    "challenge": MAX_NAME,
    "formula": MAX_FORMULA,
}
_TEXTS = ("uid", "front", "back", "topic", "formula", "why", "scene", "challenge")

Source = Callable[
    [], AbstractContextManager[IO[bytes]]
]  # the file from its beginning, as often as it is asked


def looks_like_json_deck(content: bytes) -> bool:
    """Whether bytes are a deck in this format, by how they begin."""
    return content[:100].replace(b" ", b"").startswith(b'{"format":"' + FORMAT.encode())


def json_lines(deck: Deck, history: Iterable[LogEntry]) -> Iterator[bytes]:
    """The lines of the file, UTF-8, one by one; `history` is gone through as they are asked for."""
    yield _line({"format": FORMAT, "version": VERSION, "name": deck.name, "description": deck.description})
    for part in deck.parts:
        yield _line({"part": asdict(part)})
    for medium in deck.media:
        yield _line({"medium": {"name": medium.name, "content": base64.b64encode(medium.content).decode()}})
    for card in deck.cards:
        inside = {"deck": deck.inside[card.uid]} if deck.inside.get(card.uid) else {}
        resting = {"suspended": True} if card.uid in deck.resting else {}
        yield _line({"card": {**asdict(card), **inside, **resting}})
    for entry in history:
        yield _line(written_entry(entry))


def write_json(deck: Deck, history: Iterable[LogEntry]) -> bytes:
    """The whole file."""
    return b"".join(json_lines(deck, history))


def read_json_file(path: Path) -> Preview:
    """The deck in a file. Raises FileRefused, by line: a file of a program is whole, or not to be trusted.

    Its history is not kept in memory: it is read from the file, which must stay, when it is gone through.
    """
    return _read(lambda: open_bounded(path, max_bytes=MAX_BYTES), shown_name(path))


def read_json_deck(content: bytes, name: str) -> Preview:
    """The deck in these bytes. Raises FileRefused."""
    return _read(lambda: io.BytesIO(content), name)


class _Reading:
    """What stands in the lines so far."""

    def __init__(self, head: Field) -> None:
        fields = head.table(("format", "version", "name"), ("description",))
        fields["format"].choice((FORMAT,))
        fields["version"].whole(1, VERSION)
        about = any_text(fields["description"], MAX_DESCRIPTION) if "description" in fields else ""
        self.deck = Deck(fields["name"].text(MAX_DECK_NAME, empty=False), (), about)
        self.cards: dict[str, Card] = {}
        self.inside: dict[str, str] = {}
        self.resting: set[str] = set()
        self.parts: dict[str, Part] = {}
        self.media: dict[str, Medium] = {}
        self.entries = self._bytes = 0
        self._room = CardRoom()
        self._known: set[int] = set()  # of entries: a hash is enough to refuse one that stands twice

    def take(self, kind: str, field: Field, line: Field) -> None:
        """Take what one line holds."""
        if kind == "card":
            self._take_card(field, line)
        elif kind == "medium":
            self._take_medium(field, line)
        elif kind == "part":
            part = _part(field)
            _once(part.name in self.parts, line, f"the part {part.name!a}", len(self.parts), MAX_PARTS)
            self.parts[part.name] = part
        else:
            self.take_entry(read_entry(kind, field, self.cards), line.file)

    def take_entry(self, entry: LogEntry, place: str) -> None:
        """Take a rating or a withdrawal."""
        if hash(entry.id) in self._known:
            raise Field(None, place).refused(f"has the rating {entry.id}, which stands above already")
        self._known.add(hash(entry.id))
        self.entries += 1

    def _take_card(self, field: Field, line: Field) -> None:
        card, inside, resting = _card(field)
        self._room.take(card, line.file)
        _once(card.uid in self.cards, line, f"the uid {card.uid!a}", len(self.cards), MAX_CARDS)
        self.cards[card.uid] = card
        if inside:
            self.inside[card.uid] = inside
        if resting:
            self.resting.add(card.uid)

    def _take_medium(self, field: Field, line: Field) -> None:
        medium = _medium(field)
        self._bytes += len(medium.content)
        _once(medium.name in self.media, line, f"the medium {medium.name}", self._bytes, MAX_MEDIA)
        self.media[medium.name] = medium

    def preview(self, name: str, history: StreamedHistory[LogEntry]) -> Preview:
        """The deck, once all lines are taken."""
        deck = replace(
            self.deck,
            cards=tuple(self.cards.values()),
            media=tuple(self.media.values()),
            inside=self.inside,
            parts=tuple(self.parts.values()),
            resting=frozenset(self.resting),
        )
        return Preview(deck, (), name, history=history if history else ())


def _read(source: Source, name: str) -> Preview:
    reading: _Reading | None = None
    with source() as file:
        for place, raw in _lines(file, name):
            if reading is None:
                reading = _Reading(_field(raw, place))
            elif rating := quick_rating(raw, reading.cards):
                reading.take_entry(rating, place)
            else:
                line = _field(raw, place)
                reading.take(*_kind(line), line)
    if reading is None:
        raise Field(None, name).expected("an object with named values")
    uids = frozenset(reading.cards)
    return reading.preview(name, StreamedHistory(reading.entries, lambda: _entries(source, name, uids)))


def _entries(source: Source, name: str, uids: frozenset[str]) -> Iterator[LogEntry]:
    with source() as file:
        for place, raw in _lines(file, name):
            if rating := quick_rating(raw, uids):
                yield rating
                continue
            if raw.startswith(_NO_ENTRY):
                continue
            line = _field(raw, place)
            if isinstance(line.value, dict) and (RATING in line.value or WITHDRAWN in line.value):
                kind, field = _kind(line)
                yield read_entry(kind, field, uids)


def _lines(file: IO[bytes], name: str) -> Iterator[tuple[str, bytes]]:
    """The lines that are not blank, each with its place in words. Raises FileRefused for too many."""
    number = 0
    while line := file.readline(MAX_MEDIUM_LINE + 1):
        number += 1
        if number > MAX_LINES:
            raise FileRefused(f"{name} has more than {MAX_LINES} lines.")
        if line.strip():
            yield f"{name} (line {number})", line


def _field(raw: bytes, place: str) -> Field:
    most = MAX_MEDIUM_LINE if raw.startswith(_MEDIUM) else MAX_LINE
    return Field(parse_json(raw, name=place, max_bytes=most), place)


def _kind(line: Field) -> tuple[str, Field]:
    fields = line.table((), _KINDS)
    if len(fields) != 1:
        raise line.refused("should be a card or a rating")
    return next(iter(fields.items()))


def _once(known: bool, line: Field, what: str, count: int, most: int) -> None:
    if known:
        raise line.refused(f"has {what}, which stands above already")
    if count >= most:
        raise line.refused(f"is one more than the {most} that are read")


def _card(field: Field) -> tuple[Card, str, bool]:
    """The card, the deck inside that it lies in, and whether it rests."""
    fields = field.table(("uid", "front", "back"), (*_TEXTS[3:], "tags", "deck", "suspended"))
    tags = fields["tags"].items(0, MAX_TAGS, "tag") if "tags" in fields else []
    texts = {key: any_text(fields[key], _LONGEST.get(key, MAX_TEXT)) for key in _TEXTS if key in fields}
    for key in ("uid", "front", "back"):
        if not texts[key].strip():
            raise fields[key].refused("should not be empty")
    inside = fields["deck"].text(MAX_DECK_NAME, empty=False) if "deck" in fields else ""
    resting = "suspended" in fields and fields["suspended"].flag()
    return Card(**texts, tags=tuple(any_text(tag, MAX_NAME) for tag in tags)), inside, resting


def _part(field: Field) -> Part:
    fields = field.table(("name",), ("description", "new_per_day", "retention", "exam_day"))

    def given(key: str) -> Field | None:
        return fields[key] if key in fields and fields[key].value is not None else None

    about, new, recall, exam = map(given, ("description", "new_per_day", "retention", "exam_day"))
    return Part(
        fields["name"].text(MAX_DECK_NAME),
        any_text(about, MAX_DESCRIPTION) if about else "",
        new.whole(0, _LARGEST) if new else None,
        recall.number(0.01, 0.99) if recall else None,
        exam.whole(1, 3_600_000) if exam else None,
    )


def _medium(field: Field) -> Medium:
    fields = field.table(("name", "content"))
    name, written = fields["name"].text(MAX_NAME), any_text(fields["content"], MAX_MEDIUM_LINE)
    try:
        content = base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError):
        raise fields["content"].refused("is no base64") from None
    ending = next(
        (end for end in (*PICTURE_ENDINGS, SCENE_ENDING, CHALLENGE_ENDING) if name.endswith(end)), ""
    )
    if not ending or medium_name(content, ending) != name:
        raise field.refused("has a name that its content does not lead to")
    try:
        if ending in PICTURE_ENDINGS and picture_ending(content) != ending:
            raise field.refused("has an ending that its content does not have")
    except NoPicture as reason:
        raise field.refused(f"is a picture that is {reason}") from None
    return Medium(name, content)


def _line(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()
