"""Between rows of the database and the types of `quiz`."""

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from math import isfinite
from typing import Any

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.store.errors import Damaged

Row = Sequence[Any]

SCHEDULE = (
    "stability",
    "difficulty",
    "last_review_ms",
    "last_day",
    "due_day",
    "due_at_ms",
    "repetitions",
    "lapses",
)
CARD = ("uid", "front", "back", "topic", "formula", "why", "tags", "scene", "challenge")
EVENT = (
    "uuid",
    "at_ms",
    "offset_min",
    "study_day",
    "rating",
    "mode",
    "response_ms",
    "confidence",
    "correct",
    "hints",
    "retention",
    "exam_day",
)

# What json and the types of `quiz` raise for what no program of ours wrote.
_NOT_OURS = (ValueError, TypeError, OverflowError, RecursionError, KeyError, AttributeError)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def damaged(what: str) -> Damaged:
    """The sentence for a row that cannot be understood."""
    fault = f"it holds {what} that cannot be understood"
    return Damaged(f"The collection is damaged ({fault}); restore a backup.")


def columns(names: Sequence[str], prefix: str = "") -> str:
    """The columns as SQL lists them, each after a prefix: "before_stability, before_difficulty"."""
    return ", ".join(prefix + name for name in names)


def marks(count: int) -> str:
    """That many question marks, as SQL lists them."""
    return ", ".join("?" * count)


def to_ms(moment: datetime | None) -> int | None:
    """Milliseconds since 1970, UTC."""
    return None if moment is None else (moment - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int | None, offset_min: int = 0) -> datetime | None:
    """The moment, in a zone that is `offset_min` ahead of UTC."""
    if milliseconds is None:
        return None
    try:
        zone = timezone(timedelta(minutes=offset_min)) if offset_min else UTC
        return (_EPOCH + milliseconds * _MILLISECOND).astimezone(zone)
    except _NOT_OURS as error:
        raise damaged("a moment") from error


def schedule_row(memory: Memory) -> tuple[Any, ...]:
    """The values of the SCHEDULE columns."""
    return (
        memory.stability,
        memory.difficulty,
        to_ms(memory.last_review),
        memory.last_day,
        memory.due_day,
        to_ms(memory.due_at),
        memory.repetitions,
        memory.lapses,
    )


def memory_of(uid: str, row: Row) -> Memory:
    """The memory of a card from its SCHEDULE columns."""
    stability, difficulty, last_review, last_day, due_day, due_at, repetitions, lapses = row
    if stability is not None and not isfinite(stability):
        raise damaged("a schedule")
    return Memory(
        uid=uid,
        stability=stability,
        difficulty=difficulty,
        last_review=from_ms(last_review),
        last_day=last_day,
        due_day=due_day,
        due_at=from_ms(due_at),
        repetitions=repetitions,
        lapses=lapses,
    )


@lru_cache(maxsize=1024)  # many cards share theirs
def tags_row(tags: tuple[str, ...]) -> str:
    """The value of the column "tags"."""
    return json.dumps(tags, ensure_ascii=False)


@lru_cache(maxsize=1024)
def tags_of(value: str) -> tuple[str, ...]:
    """The tags from their column. Raises Damaged for what is no list of texts."""
    try:
        tags = json.loads(value)
        if isinstance(tags, list):
            "".join(tags).encode()
            return tuple(tags)
    except _NOT_OURS as error:
        raise damaged("tags") from error
    raise damaged("tags")


def card_row(card: Card) -> tuple[str, ...]:
    """The values of the CARD columns."""
    return (
        card.uid,
        card.front,
        card.back,
        card.topic,
        card.formula,
        card.why,
        tags_row(card.tags),
        card.scene,
        card.challenge,
    )


def card_of(row: Row) -> Card:
    """The card from its CARD columns."""
    uid, front, back, topic, formula, why, tags, scene, challenge = row
    return Card(uid, front, back, topic, formula, why, tags_of(tags), scene, challenge)


def event_row(event: ReviewEvent) -> tuple[Any, ...]:
    """The values of the EVENT columns. Raises ValueError when the event's id is not a uuid."""
    offset = event.at.utcoffset() or timedelta()
    return (
        uuid.UUID(event.id).bytes,
        to_ms(event.at),
        offset // timedelta(minutes=1),
        event.study_day,
        int(event.rating),
        event.mode,
        event.response_ms,
        event.confidence,
        event.correct,
        event.hints,
        event.retention,
        event.exam_day,
    )


def event_of(uid: str, row: Row) -> ReviewEvent:
    """The rating of a card from its EVENT columns and the SCHEDULE columns before and after."""
    identity, at_ms, offset_min, study_day, rating, mode, *answered = row[: len(EVENT)]
    response_ms, confidence, correct, hints, retention, exam_day = answered
    before, after = row[len(EVENT) : -len(SCHEDULE)], row[-len(SCHEDULE) :]
    at = from_ms(at_ms, offset_min)
    assert at is not None  # NOT NULL in the schema
    try:
        return ReviewEvent(
            id=str(uuid.UUID(bytes=identity)),
            uid=uid,
            at=at,
            study_day=study_day,
            rating=Rating(rating),
            before=memory_of(uid, before),
            after=memory_of(uid, after),
            response_ms=response_ms,
            mode=mode,
            confidence=confidence,
            correct=None if correct is None else bool(correct),
            hints=hints,
            retention=retention,
            exam_day=exam_day,
        )
    except _NOT_OURS as error:
        raise damaged("a rating") from error
