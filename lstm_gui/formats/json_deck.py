"""A deck with its history as JSON Lines: complete, so that what is read is what was written.

The first line is the deck, then comes one line a card, then one line a rating, in the order they were given:

    {"format": "lstm-lab-deck", "version": 1, "name": "Gates", "description": ""}
    {"card": {"uid": "forget", "front": "…", "back": "…", "topic": "", "tags": []}}
    {"rating": {"uuid": "…", "uid": "forget", "at_ms": 1748772000000, …, "before": {…}, "after": {…}}}

Times are milliseconds since 1970, UTC; offset_min is what the person's clock was ahead of it.
"""

import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.deck_file import MAX_DESCRIPTION, MAX_FORMULA, MAX_NAME, MAX_TAGS, MAX_TEXT
from lstm_gui.formats.preview import Preview
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.store.rows import EVENT, SCHEDULE, event_of, event_row, schedule_row
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json

FORMAT, VERSION = "lstm-lab-deck", 1
MAX_BYTES = 64_000_000
MAX_LINE = 400_000  # bytes
MAX_LINES = 400_000

_FIRST_MS = -60_000_000_000_000  # in the year 68: a clock may be wrong
_LAST_MS = 253_000_000_000_000  # in the year 9987
_LAST_DAY = 3_600_000  # in the year 9857
_LARGEST = 1_000_000_000
_SINCE = ("confidence", "correct", "hints")  # written since ratings know them; older files lack them
_ALWAYS = tuple(name for name in EVENT if name not in _SINCE)
_LONGEST = {
    "uid": MAX_NAME,
    "topic": MAX_NAME,
    "scene": MAX_NAME,
    "challenge": MAX_NAME,
    "formula": MAX_FORMULA,
}


def looks_like_json_deck(content: bytes) -> bool:
    """Whether bytes are a deck in this format, by how they begin."""
    return content[:100].replace(b" ", b"").startswith(b'{"format":"' + FORMAT.encode())


def write_json(deck: Deck, events: Sequence[ReviewEvent]) -> bytes:
    """The deck and its ratings, UTF-8."""
    head = {"format": FORMAT, "version": VERSION, "name": deck.name, "description": deck.description}
    lines: list[object] = [head]
    lines += [{"card": asdict(card)} for card in deck.cards]
    lines += [{"rating": _rating(event)} for event in events]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def read_json_deck(content: bytes, name: str) -> Preview:
    """The deck in a file. Raises FileRefused, by line: a file of a program is whole, or not to be trusted."""
    lines = content.split(b"\n", MAX_LINES + 1)
    if len(lines) > MAX_LINES:
        raise FileRefused(f"{name} has more than {MAX_LINES} lines.")
    head, *rest = [_field(line, f"{name} (line {n})") for n, line in enumerate(lines, 1) if line.strip()] or [
        Field(None, name)
    ]
    fields = head.table(("format", "version", "name"), ("description",))
    fields["format"].choice((FORMAT,))
    fields["version"].whole(1, VERSION)
    cards: dict[str, Card] = {}
    events: dict[str, ReviewEvent] = {}
    for field in rest:
        kinds = field.table((), ("card", "rating"))
        if len(kinds) != 1:
            raise field.refused("should be a card or a rating")
        if "card" in kinds:
            card = _card(kinds["card"])
            _once(cards, card.uid, field, f"the uid {card.uid!a}")
            cards[card.uid] = card
        else:
            event = _event(kinds["rating"], cards)
            _once(events, event.id, field, f"the rating {event.id}")
            events[event.id] = event
    about = _text(fields["description"], MAX_DESCRIPTION) if "description" in fields else ""
    deck = Deck(fields["name"].text(MAX_NAME, empty=False), tuple(cards.values()), about)
    return Preview(deck, (), name, history=tuple(events.values()))


def _field(line: bytes, name: str) -> Field:
    return Field(parse_json(line, name=name, max_bytes=MAX_LINE), name)


def _once(known: dict[str, Card] | dict[str, ReviewEvent], key: str, field: Field, what: str) -> None:
    if key in known:
        raise field.refused(f"has {what}, which stands above already")


def _card(field: Field) -> Card:
    fields = field.table(("uid", "front", "back"), ("topic", "formula", "why", "tags", "scene", "challenge"))
    tags = fields["tags"].items(0, MAX_TAGS, "tag") if "tags" in fields else []
    texts = {key: _text(fields[key], _LONGEST.get(key, MAX_TEXT)) for key in fields if key != "tags"}
    for key in ("uid", "front", "back"):
        if not texts[key].strip():
            raise fields[key].refused("should not be empty")
    return Card(**texts, tags=tuple(_text(tag, MAX_NAME) for tag in tags))


def _text(field: Field, longest: int) -> str:
    """Any text, hidden characters and all: it leaves as it came."""
    if not isinstance(field.value, str):
        raise field.expected("a text")
    if len(field.value) > longest:
        raise field.refused(f"has {len(field.value)} characters; at most {longest} are read")
    return field.value


def _rating(event: ReviewEvent) -> dict[str, object]:
    row = dict(zip(EVENT, event_row(event), strict=True)) | {"uuid": event.id}
    return {"uid": event.uid, **row, "before": _schedule(event.before), "after": _schedule(event.after)}


def _schedule(memory: Memory) -> dict[str, object]:
    return dict(zip(SCHEDULE, schedule_row(memory), strict=True))


def _event(field: Field, cards: dict[str, Card]) -> ReviewEvent:
    fields = field.table(("uid", *_ALWAYS, "before", "after"), _SINCE)
    uid = _text(fields["uid"], MAX_NAME)
    if uid not in cards:
        raise fields["uid"].refused("is of no card above")
    row = (
        _identity(fields["uuid"]),
        fields["at_ms"].whole(_FIRST_MS, _LAST_MS),
        fields["offset_min"].whole(-1439, 1439),
        fields["study_day"].whole(1, _LAST_DAY),
        fields["rating"].whole(1, 5),
        fields["mode"].text(40, empty=False),
        _or_none(fields["response_ms"], lambda given: given.whole(0, _LARGEST * 1000)),
        _or_none(fields.get("confidence"), lambda given: given.whole(0, 100)),
        _or_none(fields.get("correct"), Field.flag),
        fields["hints"].whole(0, _LARGEST) if "hints" in fields else 0,
        *_memory_row(fields["before"]),
        *_memory_row(fields["after"]),
    )
    return event_of(uid, row)


def _identity(field: Field) -> bytes:
    try:
        return uuid.UUID(field.text(36)).bytes
    except ValueError:
        raise field.expected("a uuid") from None


def _memory_row(field: Field) -> tuple[object, ...]:
    fields = field.table(SCHEDULE)
    return (
        _or_none(fields["stability"], lambda given: given.number(1e-9, _LARGEST)),
        _or_none(fields["difficulty"], lambda given: given.number(1, 10)),
        _or_none(fields["last_review_ms"], lambda given: given.whole(_FIRST_MS, _LAST_MS)),
        _or_none(fields["last_day"], lambda given: given.whole(1, _LAST_DAY)),
        fields["due_day"].whole(0, _LAST_DAY),
        _or_none(fields["due_at_ms"], lambda given: given.whole(_FIRST_MS, _LAST_MS)),
        fields["repetitions"].whole(0, _LARGEST),
        fields["lapses"].whole(0, _LARGEST),
    )


def _or_none(field: Field | None, read: Callable[[Field], float]) -> float | None:
    return None if field is None or field.value is None else read(field)
