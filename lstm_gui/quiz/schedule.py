"""When a card comes back: FSRS behind a small pure interface of memory, rating and time.

The mathematics of stability and difficulty is the `fsrs` library's (FSRS 6, its published default weights).
Around it stand the rules of our own that the library does not have: five ratings, study days, a spread
that can be repeated, and a clock that may jump.
"""

import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from hashlib import blake2b

import fsrs

from lstm_gui.quiz.exam import Cut, before_exam, last_look
from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.study_day import study_day

LOWEST_RETENTION, HIGHEST_RETENTION = 0.70, 0.99
LONGEST_INTERVAL = 36_500  # days
PRACTICE_MODES = frozenset({"practice", "cram"})  # logged, but the schedule stays as it was

# Counting 2 as "hard" kept a true retention of 0.816 at a target of 0.90 in simulation; as "again", 0.877.
_FSRS_RATING = {
    Rating.NOT_AT_ALL: fsrs.Rating.Again,
    Rating.BARELY: fsrs.Rating.Again,
    Rating.PARTLY: fsrs.Rating.Hard,
    Rating.WELL: fsrs.Rating.Good,
    Rating.PERFECTLY: fsrs.Rating.Easy,
}
_SECONDS_UNTIL_RETRY = {Rating.NOT_AT_ALL: 60, Rating.BARELY: 600}
# FSRS reads nothing of a date but whole days between two, so every review is told from the same last one.
_LAST_REVIEW = datetime(2000, 1, 1, tzinfo=UTC)
FORGETTING_POWER = -fsrs.Scheduler().parameters[20]
FORGETTING_FACTOR = 0.9 ** (1 / FORGETTING_POWER) - 1


@dataclass(frozen=True, slots=True)
class Scheduler:
    """Schedules cards so that a share `retention` of them is still recalled when they come back.

    Before an exam a card comes back no later than in the week before it: see exam.py.
    """

    retention: float = 0.9
    exam_day: int | None = None  # a study day

    def __post_init__(self) -> None:
        if not LOWEST_RETENTION <= self.retention <= HIGHEST_RETENTION:
            raise ValueError(
                f"retention {self.retention} is not between {LOWEST_RETENTION} and {HIGHEST_RETENTION}"
            )

    def review(
        self,
        memory: Memory,
        rating: Rating,
        now: datetime,
        *,
        response_ms: int | None = None,
        mode: str = "review",
        confidence: int | None = None,
        correct: bool | None = None,
        hints: int = 0,
    ) -> tuple[Memory, ReviewEvent]:
        """What the card's schedule becomes, and the event for the log.

        `now` is aware; the event keeps it to the millisecond with its offset to the minute. In a practice
        mode the schedule stays as it was. What was said and found beside the rating goes into the event as
        it is: see `ReviewEvent`. Raises ValueError for a moment without a time zone.
        """
        at = as_logged(now)
        practice = mode in PRACTICE_MODES
        after = memory if practice else self._reviewed(memory, rating, at)
        event = ReviewEvent(
            id=str(uuid.uuid4()),
            uid=memory.uid,
            at=at,
            study_day=study_day(at),
            rating=rating,
            before=memory,
            after=after,
            response_ms=response_ms,
            mode=mode,
            confidence=confidence,
            correct=correct,
            hints=hints,
            retention=None if practice else self.retention,
            exam_day=None if practice else self.exam_day,
        )
        return after, event

    def preview(self, memory: Memory, now: datetime) -> dict[Rating, Interval]:
        """The interval that each rating would give, known before the person rates."""
        at = as_logged(now)
        return {rating: _interval(self._reviewed(memory, rating, at), at) for rating in Rating}

    def bare_interval(self, memory: Memory, rating: Rating, day: int) -> int:
        """The days after which FSRS alone would ask again: before the spread, and without an exam."""
        return self._ask_fsrs(memory, rating, day)[1]

    def cut(self, event: ReviewEvent) -> Cut | None:
        """How the exam of this scheduler brought forward what a rating led to; None where it did not."""
        after = event.after
        if self.exam_day is None or not event.rating.recalled or event.mode in PRACTICE_MODES:
            return None
        if after.due_day != last_look(self.exam_day, shuffle_key(event.uid, after.repetitions)):
            return None
        without = replace(self, exam_day=None)._reviewed(event.before, event.rating, event.at).due_day
        return Cut(after.due_day, without, self.exam_day) if after.due_day < without else None

    def _reviewed(self, memory: Memory, rating: Rating, at: datetime) -> Memory:
        card, days = self._ask_fsrs(memory, rating, study_day(at))
        reviewed = replace(
            memory,
            stability=card.stability,
            difficulty=card.difficulty,
            last_review=at,
            last_day=study_day(at),
            repetitions=memory.repetitions + 1,
        )
        if rating.recalled:
            due_day = study_day(at) + spread(days, memory.uid, memory.repetitions)
            mixed = shuffle_key(memory.uid, reviewed.repetitions)
            due_day = before_exam(due_day, study_day(at), self.exam_day, mixed)
            return replace(reviewed, due_day=due_day, due_at=None)
        forgotten = (
            not memory.is_new and memory.due_at is None
        )  # failing again within the session is no new lapse
        return replace(
            reviewed,
            due_day=study_day(at),
            due_at=at + timedelta(seconds=_SECONDS_UNTIL_RETRY[rating]),
            lapses=memory.lapses + forgotten,
        )

    def _ask_fsrs(self, memory: Memory, rating: Rating, day: int) -> tuple[fsrs.Card, int]:
        """FSRS's card after the rating, and the days until it is due."""
        now = _LAST_REVIEW + timedelta(days=elapsed_days(memory.last_day, day))
        card = fsrs.Card(
            card_id=1,  # without one, the constructor sleeps a millisecond to make one up
            state=fsrs.State.Learning if memory.is_new else fsrs.State.Review,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=now,
            last_review=None if memory.is_new else _LAST_REVIEW,
        )
        reviewed, _ = _fsrs_scheduler(self.retention).review_card(card, _FSRS_RATING[rating], now)
        return reviewed, (reviewed.due - now).days


@lru_cache(maxsize=8)
def _fsrs_scheduler(retention: float) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=(),  # a failed card comes back by our own rule, not in steps
        relearning_steps=(),
        maximum_interval=LONGEST_INTERVAL,
        enable_fuzzing=False,  # it draws from the global random generator: nothing could be replayed
    )


def as_logged(now: datetime) -> datetime:
    """The moment as the log can keep it: whole milliseconds, and the offset as whole minutes.

    Raises ValueError for a moment without a time zone.
    """
    offset = now.utcoffset()
    if offset is None:
        raise ValueError("a rating needs a moment with a time zone")
    zone = timezone(timedelta(minutes=round(offset.total_seconds() / 60)))
    moment = now.astimezone(zone)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def elapsed_days(last_day: int | None, day: int) -> int:
    """Study days since the last review; 0 when the clock went backwards, and capped when it leapt."""
    return 0 if last_day is None else min(max(day - last_day, 0), LONGEST_INTERVAL)


def spread(days: int, uid: str, repetitions: int) -> int:
    """The interval moved a little, so that cards learnt together do not come back together for ever.

    The same card at the same repetition always moves by the same share of its range: a schedule can be
    replayed, and a better rating never comes back sooner.
    """
    if days < 3:
        return days
    width = 1 + days // 20
    share = _seed(uid, repetitions) / 2**64
    return min(days - width + int(share * (2 * width + 1)), LONGEST_INTERVAL)


def _seed(uid: str, repetitions: int) -> int:
    """64 bits that depend on the card and its repetition alone."""
    digest = blake2b(f"{repetitions}:{uid}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def shuffle_key(uid: str, repetitions: int) -> int:
    """Where a card stands among those due on the same day: mixed, but the same at every look (31 bits)."""
    return _seed(uid, repetitions) >> 33


def recall(stability: float, elapsed: int) -> float:
    """The chance of recall (0–1) `elapsed` days after a review that left `stability` days: FSRS 6's curve."""
    return float((1 + FORGETTING_FACTOR * elapsed / stability) ** FORGETTING_POWER)


def share_of_stability(retention: float) -> float:
    """After how many times a card's stability its recall has fallen to `retention`: the curve inverted."""
    return float((retention ** (1 / FORGETTING_POWER) - 1) / FORGETTING_FACTOR)


def retrievability(memory: Memory, day: int) -> float:
    """The chance (0–1) that the card would be recalled on a study day; 0 for a card never rated."""
    if memory.stability is None:
        return 0.0
    return recall(memory.stability, elapsed_days(memory.last_day, day))


def _interval(reviewed: Memory, at: datetime) -> Interval:
    if reviewed.due_at is not None:
        return Interval(seconds=round((reviewed.due_at - at).total_seconds()))
    return Interval(days=reviewed.due_day - study_day(at))
