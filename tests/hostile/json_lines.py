"""Decks of our own, as JSON Lines, that no program of ours wrote."""

import base64
import json
from collections.abc import Callable
from typing import Any

from lstm_gui.formats.preview import Preview
from lstm_gui.quiz.card import medium_name
from tests.formats.images import image
from tests.hostile.case import Case, holds

_HEAD = {"format": "lstm-lab-deck", "version": 2, "name": "Gates"}
_CARD = {"uid": "a", "front": "q", "back": "a"}
_SCHEDULE = {
    "stability": 3.0,
    "difficulty": 5.0,
    "last_review_ms": 1_748_772_000_000,
    "last_day": 739_403,
    "due_day": 739_406,
    "due_at_ms": None,
    "repetitions": 1,
    "lapses": 0,
}
_FRESH = {**_SCHEDULE, "stability": None, "difficulty": None, "last_review_ms": None, "last_day": None}
_FRESH |= {"due_day": 0, "repetitions": 0}
_RATING: dict[str, Any] = {
    "uid": "a",
    "uuid": "00000000-0000-4000-8000-000000000001",
    "at_ms": 1_748_772_000_000,
    "offset_min": 0,
    "study_day": 739_403,
    "rating": 4,
    "mode": "review",
    "response_ms": 1000,
    "confidence": None,
    "correct": None,
    "hints": 0,
    "retention": None,
    "exam_day": None,
    "before": _FRESH,
    "after": _SCHEDULE,
}


def _lines(*values: object) -> bytes:
    return b"".join(each if isinstance(each, bytes) else json.dumps(each).encode() + b"\n" for each in values)


def _after_card(*values: object) -> Callable[[], bytes]:
    return lambda: _lines(_HEAD, {"card": _CARD}, *values)


def _rating(**changed: object) -> dict[str, object]:
    return {"rating": {**_RATING, **changed}}


def _medium(name: str, content: bytes) -> dict[str, object]:
    return {"medium": {"name": name, "content": base64.b64encode(content).decode()}}


def _wide(count: int) -> bytes:
    text = "x" * 9_990 + "\U0001f600"
    card = {"card": {"uid": "UID", "front": text, "back": text, "why": text}}
    line = json.dumps(card, ensure_ascii=False).encode() + b"\n"
    return _lines(_HEAD) + b"".join(line.replace(b"UID", b"%d" % number) for number in range(count))


def _many_ratings(count: int) -> bytes:
    first = json.dumps(_rating()).encode() + b"\n"
    return _lines(_HEAD, {"card": _CARD}) + b"".join(
        first.replace(b"000000000001", b"%012d" % number) for number in range(count)
    )


def _many_media(count: int) -> bytes:
    """Pictures of 8 MB each, all different."""
    out = [_lines(_HEAD, {"card": _CARD})]
    for number in range(count):
        content = image() + bytes([number]) * 7_900_000
        out.append(_lines(_medium(medium_name(content, ".png"), content)))
    return b"".join(out)


def _quick_nought() -> bytes:
    return json.dumps(_rating()).replace('"hints": 0', '"hints": 00').encode() + b"\n"


def _harmless(preview: Preview) -> bool:
    return len(preview.deck.cards) == 1 and sum(1 for _ in preview.history) == len(preview.history)


def _case(
    name: str,
    content: Callable[[], bytes],
    refused: str = "",
    contained: Callable[[Preview], bool] | None = None,
) -> Case:
    return Case(f"JSON Lines: {name}", "deck.jsonl", content, refused, contained)


_PICTURE = image()

CASES: tuple[Case, ...] = (
    _case(
        "100,000 deep",
        lambda: b'{"format": "lstm-lab-deck", "a": ' + b"[" * 100_000,
        "nested more than 32 deep",
    ),
    _case("a line of 100,000 objects", _after_card(b'{"a":' * 60_000 + b"\n"), "nested more than 32 deep"),
    _case("NaN", _after_card(b'{"card": NaN}\n'), "NaN is not a finite number"),
    _case("1e400", _after_card(_rating(), b'{"rating": 1e400}\n'), "1e400 is not a finite number"),
    _case("a number of 5,000 digits", _after_card(b'{"rating": ' + b"9" * 5000 + b"}\n"), "5000 digits"),
    _case("a key twice", _after_card(b'{"card": {"uid": "b", "uid": "c"}}\n'), "stands twice"),
    _case(
        "half a character",
        _after_card(b'{"card": {"uid": "\\ud800", "front": "q", "back": "a"}}\n'),
        "surrogate",
    ),
    _case("half a character in bytes", _after_card(b'{"card": "\xed\xa0\x80"}\n'), "is not UTF-8"),
    _case("a string without an end", _after_card(b'{"card": "' + b'\\"' * 190_000 + b"\n"), "is not JSON"),
    _case(
        "a medium without an end", _after_card(b'{"medium": "' + b'\\"' * 5_000_000 + b"\n"), "is not JSON"
    ),
    _case("a line of 60 MB", lambda: _lines(_HEAD) + b'{"card": "' + b"x" * 60_000_000, "is larger than"),
    _case(
        "a medium that says 1 GB in one line",
        lambda: _lines(_HEAD) + b'{"medium": "' + b"A" * 30_000_000,
        "is larger than",
    ),
    _case("a version of tomorrow", lambda: _lines({**_HEAD, "version": 10**9}), "version"),
    _case(
        "a million lines of nothing",
        lambda: _lines(_HEAD, {"card": _CARD}) + b" \n" * 1_000_000,
        contained=holds(1),
    ),
    _case(
        "four million lines of nothing", lambda: _lines(_HEAD) + b"\n" * 4_000_000, "more than 3000000 lines"
    ),
    _case("a million lines of brackets", lambda: _lines(_HEAD) + b"[]\n" * 1_000_000, "named values"),
    _case("wide signs in every card", lambda: _wide(3_000), "hold too much text"),
    _case("a medium of another name", _after_card(_medium("0" * 32 + ".png", _PICTURE)), "does not lead to"),
    _case(
        "a medium that leads elsewhere",
        _after_card(_medium("../" + medium_name(_PICTURE, ".png"), _PICTURE)),
        "does not lead to",
    ),
    _case(
        "a medium of another ending",
        _after_card(_medium(medium_name(_PICTURE, ".jpg"), _PICTURE)),
        "ending that its content",
    ),
    _case(
        "a medium that is a program",
        _after_card(_medium(medium_name(b"MZ", ".exe"), b"MZ")),
        "does not lead to",
    ),
    _case("an SVG called a PNG", _after_card(_medium(medium_name(b"<svg/>", ".png"), b"<svg/>")), "an SVG"),
    _case("no base64", _after_card({"medium": {"name": "a.png", "content": "*"}}), "no base64"),
    _case("pictures of 160 MB", lambda: _many_media(20), "is one more than"),
    _case(
        "pictures of 120 MB", lambda: _many_media(15), contained=lambda preview: len(preview.deck.media) == 15
    ),
    _case("a rating of no card", _after_card(_rating(uid="b")), "is of no card above"),
    _case("a rating twice", _after_card(_rating(), _rating()), "stands above already"),
    _case(
        "a rating before its card", lambda: _lines(_HEAD, _rating(), {"card": _CARD}), "is of no card above"
    ),
    _case("a rating with a nought before a number", _after_card(_quick_nought()), "is not JSON"),
    _case("a rating in the year 68,000", _after_card(_rating(at_ms=10**15)), "a whole number from"),
    _case("a rating of 6", _after_card(_rating(rating=6)), "a whole number from 1 to 5"),
    _case("a rating that is true", _after_card(_rating(rating=True)), "a whole number from 1 to 5"),
    _case(
        "ratings out of order",
        _after_card(
            *(_rating(uuid=f"00000000-0000-4000-8000-{n:012}", at_ms=10**12 - n) for n in range(100))
        ),
        contained=_harmless,
    ),
    _case(
        "a schedule at the end of time",
        _after_card(
            _rating(after={**_SCHEDULE, "stability": 1e9, "due_day": 3_600_000, "last_day": 3_600_000})
        ),
        contained=_harmless,
    ),
    _case("ten thousand ratings that claim the same", lambda: _many_ratings(10_000), contained=holds(1)),
    _case(
        "a part with an exam in the year 0",
        _after_card({"part": {"name": "a", "exam_day": 0}}),
        "a whole number from 1",
    ),
    _case(
        "a deck name of 10,000 characters",
        lambda: _lines({**_HEAD, "name": "x" * 10_000}),
        "10000 characters",
    ),
    _case("a deck name that turns round", lambda: _lines({**_HEAD, "name": "a\u202eb"}), "U+202E"),
    _case("a deck name of escapes", lambda: _lines({**_HEAD, "name": "a\x1b[31m"}), "U+001B"),
    _case(
        "50,001 characters of tags",
        _after_card({"card": {**_CARD, "uid": "b", "tags": ["x"] * 51}}),
        "a list of 0 to 50",
    ),
    _case("no deck at all", lambda: b"\n" * 100, "an object"),
    _case("bytes of nothing", lambda: bytes(1_000_000), "is larger than"),
)
