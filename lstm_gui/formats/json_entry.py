"""A line of the log as JSON: a rating, with what the scheduler saw and what it led to, or its withdrawal.

    {"rating": {"uuid": "…", "uid": "forget", "at_ms": 1748772000000, …, "before": {…}, "after": {…}}}
    {"withdrawn": {"uuid": "…", "uid": "forget", "rating": "…", "at_ms": …, "study_day": …}}

Times are milliseconds since 1970, UTC; offset_min is what the person's clock was ahead of it.
"""

import json
import re
import uuid
from collections.abc import Callable, Container
from datetime import timedelta

from lstm_gui.formats.deck_file import MAX_NAME
from lstm_gui.quiz.memory import LogEntry, Memory, ReviewEvent, Withdrawal
from lstm_gui.quiz.schedule import HIGHEST_RETENTION, LOWEST_RETENTION
from lstm_gui.store.rows import EVENT, SCHEDULE, event_of, event_row, from_ms, schedule_row, to_ms
from lstm_gui.strict_fields import Field

RATING, WITHDRAWN = "rating", "withdrawn"

_FIRST_MS = -60_000_000_000_000  # in the year 68: a clock may be wrong
_LAST_MS = 253_000_000_000_000  # in the year 9987
_LAST_DAY = 3_600_000  # in the year 9857
_LARGEST = 1_000_000_000
# Written since ratings know them; older files lack them.
_SINCE = ("confidence", "correct", "hints", "retention", "exam_day")
_ALWAYS = tuple(name for name in EVENT if name not in _SINCE)


def written_entry(entry: LogEntry) -> dict[str, object]:
    """The value of a line."""
    if isinstance(entry, ReviewEvent):
        return {RATING: _rating(entry)}
    offset = (entry.at.utcoffset() or timedelta()) // timedelta(minutes=1)
    when = {"at_ms": to_ms(entry.at), "offset_min": offset, "study_day": entry.study_day}
    return {WITHDRAWN: {"uuid": entry.id, "uid": entry.uid, "rating": entry.rating, **when}}


def read_entry(kind: str, field: Field, uids: Container[str]) -> LogEntry:
    """The entry in a line of that kind, about one of these cards. Raises FileRefused."""
    return _event(field, uids) if kind == RATING else _withdrawal(field, uids)


def quick_rating(line: bytes, uids: Container[str]) -> ReviewEvent | None:
    """The rating in a line just as it is written here, about one of these cards; None for any other line.

    That spares a million such lines the search for the place of a fault, and nothing else: what is not plain
    is read by `read_entry`, which says what is wrong.
    """
    if not _WRITTEN.fullmatch(line):
        return None
    try:
        value = json.loads(line)[RATING]
    except ValueError:  # no UTF-8, or a number with a nought before it
        return None
    row = [value[name] for name in EVENT]
    row += [value[side][name] for side in ("before", "after") for name in SCHEDULE]
    if value["uid"] not in uids or not all(check(item) for check, item in zip(_CHECKS, row, strict=True)):
        return None
    row[0] = uuid.UUID(row[0]).bytes
    return event_of(value["uid"], row)


def _whole(low: int, high: int, *, none: bool = False) -> Callable[[object], bool]:
    return lambda value: (none and value is None) or (type(value) is int and low <= value <= high)


def _number(low: float, high: float) -> Callable[[object], bool]:
    return lambda value: value is None or (type(value) in (int, float) and low <= value <= high)  # type: ignore[operator]


def _is_identity(value: object) -> bool:
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def _is_mode(value: object) -> bool:
    return isinstance(value, str) and _MODE.fullmatch(value) is not None


def _is_flag(value: object) -> bool:
    return value is None or value is True or value is False


_UUID, _MODE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"), re.compile(r"[a-z ]{0,39}[a-z]")
_PLAIN = r'(?:null|true|false|-?[0-9]{1,16}(?:\.[0-9]{1,20})?(?:e-?[0-9]{1,2})?|"[^"\\\x00-\x1f]{0,200}")'
_OBJECTS = [rf'"{name}": {_PLAIN}' for name in ("uid", *EVENT)]
_OBJECTS += [
    f'"{side}": ' r"\{" + ", ".join(rf'"{name}": {_PLAIN}' for name in SCHEDULE) + r"\}"
    for side in ("before", "after")
]
_WRITTEN = re.compile((rf'\{{"{RATING}": \{{{", ".join(_OBJECTS)}\}}\}}\n').encode())
_SCHEDULE_CHECKS = (
    _number(1e-9, _LARGEST),
    _number(1, 10),
    _whole(_FIRST_MS, _LAST_MS, none=True),
    _whole(1, _LAST_DAY, none=True),
    _whole(0, _LAST_DAY),
    _whole(_FIRST_MS, _LAST_MS, none=True),
    _whole(0, _LARGEST),
    _whole(0, _LARGEST),
)
_CHECKS = (
    _is_identity,
    _whole(_FIRST_MS, _LAST_MS),
    _whole(-1439, 1439),
    _whole(1, _LAST_DAY),
    _whole(1, 5),
    _is_mode,
    _whole(0, _LARGEST * 1000, none=True),
    _whole(0, 100, none=True),
    _is_flag,
    _whole(0, _LARGEST),
    _number(LOWEST_RETENTION, HIGHEST_RETENTION),
    _whole(1, _LAST_DAY, none=True),
    *_SCHEDULE_CHECKS,
    *_SCHEDULE_CHECKS,
)


def _rating(event: ReviewEvent) -> dict[str, object]:
    row = dict(zip(EVENT, event_row(event), strict=True)) | {"uuid": event.id}
    return {"uid": event.uid, **row, "before": _schedule(event.before), "after": _schedule(event.after)}


def _schedule(memory: Memory) -> dict[str, object]:
    return dict(zip(SCHEDULE, schedule_row(memory), strict=True))


def _event(field: Field, uids: Container[str]) -> ReviewEvent:
    fields = field.table(("uid", *_ALWAYS, "before", "after"), _SINCE)
    row = (
        uuid.UUID(_identity(fields["uuid"])).bytes,
        *_when(fields),
        fields["rating"].whole(1, 5),
        fields["mode"].text(40, empty=False),
        _or_none(fields["response_ms"], lambda given: given.whole(0, _LARGEST * 1000)),
        _or_none(fields.get("confidence"), lambda given: given.whole(0, 100)),
        _or_none(fields.get("correct"), Field.flag),
        fields["hints"].whole(0, _LARGEST) if "hints" in fields else 0,
        _or_none(fields.get("retention"), lambda given: given.number(LOWEST_RETENTION, HIGHEST_RETENTION)),
        _or_none(fields.get("exam_day"), lambda given: given.whole(1, _LAST_DAY)),
        *_memory_row(fields["before"]),
        *_memory_row(fields["after"]),
    )
    return event_of(_uid(fields["uid"], uids), row)


def _withdrawal(field: Field, uids: Container[str]) -> Withdrawal:
    fields = field.table(("uuid", "uid", "rating", "at_ms", "offset_min", "study_day"))
    at_ms, offset_min, study_day = _when(fields)
    at = from_ms(at_ms, offset_min)
    assert at is not None
    identities = _identity(fields["uuid"]), _identity(fields["rating"])
    return Withdrawal(identities[0], _uid(fields["uid"], uids), identities[1], at, study_day)


def _when(fields: dict[str, Field]) -> tuple[int, int, int]:
    return (
        fields["at_ms"].whole(_FIRST_MS, _LAST_MS),
        fields["offset_min"].whole(-1439, 1439),
        fields["study_day"].whole(1, _LAST_DAY),
    )


def _uid(field: Field, uids: Container[str]) -> str:
    uid = any_text(field, MAX_NAME)
    if uid not in uids:
        raise field.refused("is of no card above")
    return uid


def any_text(field: Field, longest: int) -> str:
    """Any text, hidden characters and all: it leaves as it came."""
    if not isinstance(field.value, str):
        raise field.expected("a text")
    if len(field.value) > longest:
        raise field.refused(f"has {len(field.value)} characters; at most {longest} are read")
    return field.value


def _identity(field: Field) -> str:
    try:
        return str(uuid.UUID(field.text(36)))
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
