"""How a due date came about: the ratings of a card computed anew, one by one, beside what the log stored."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lstm_gui.quiz.exam import Cut
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.schedule import PRACTICE_MODES, Scheduler, elapsed_days, retrievability, spread

_RETENTIONS = tuple(percent / 100 for percent in range(70, 100))  # that may have been set when it was rated
_CLOSE = 1e-9  # a stability goes through the log as it is; one from elsewhere may have been rounded


@dataclass(frozen=True, slots=True)
class Step:
    """One rating: what was there, what it led to, and whether computing it anew leads to the same."""

    event: ReviewEvent
    elapsed: int  # study days since the rating before
    recall: float | None  # the predicted chance of recall then, 0 … 1; None for a card never rated
    computed: Memory  # what the rating leads to, from what stood before it in the log
    bare_interval: int | None  # days, before the spread; None where the card comes back within the session
    spread_by: int  # days that the spread moved it
    cut: Cut | None  # where an exam brought it forward
    retention: float | None  # the recall aimed for; None where no value leads to what was stored
    inferred: bool  # whether that was worked out from the due day, for the log does not say it
    continues: bool  # whether the log went on from where the rating before had left the card

    @property
    def practice(self) -> bool:
        """Whether the rating left the schedule as it was."""
        return self.event.mode in PRACTICE_MODES

    @property
    def agrees(self) -> bool:
        """Whether what was computed anew is what the log stored."""
        return same_memory(self.computed, self.event.after)


def replay(uid: str, events: Iterable[ReviewEvent], scheduler: Scheduler) -> tuple[Step, ...]:
    """Every rating that stands, in the order of the log.

    Each is computed by the recall and the exam that the log has beside it. An older one has none: there the
    recall is the scheduler's where that leads to the due day stored, else the one among 70 … 99 % that does,
    nearest to the scheduler's.
    """
    steps = []
    memory = Memory(uid)
    for event in events:
        steps.append(_step(event, scheduler, continues=same_memory(memory, event.before)))
        memory = event.after
    return tuple(steps)


def same_memory(one: Memory, other: Memory) -> bool:
    """Whether two schedules are the same, roundings aside."""
    numbers = ((one.stability, other.stability), (one.difficulty, other.difficulty))
    return all(_same(*pair) for pair in numbers) and _dates(one) == _dates(other)


def _step(event: ReviewEvent, scheduler: Scheduler, *, continues: bool) -> Step:
    before, rating = event.before, event.rating
    fitting = _logged(event) or _fitting(event, scheduler)
    used = fitting or scheduler
    computed, _ = used.review(before, rating, event.at, mode=event.mode)
    back_later = rating.recalled and event.mode not in PRACTICE_MODES
    bare = used.bare_interval(before, rating, event.study_day) if back_later else None
    return Step(
        event=event,
        elapsed=elapsed_days(before.last_day, event.study_day),
        recall=None if before.is_new else retrievability(before, event.study_day),
        computed=computed,
        bare_interval=bare,
        spread_by=0 if bare is None else spread(bare, event.uid, before.repetitions) - bare,
        cut=used.cut(event),
        retention=fitting.retention if fitting else None,
        inferred=event.retention is None,
        continues=continues,
    )


def _logged(event: ReviewEvent) -> Scheduler | None:
    """The scheduler that the log says was asked."""
    return None if event.retention is None else Scheduler(event.retention, event.exam_day)


def _fitting(event: ReviewEvent, scheduler: Scheduler) -> Scheduler | None:
    """The scheduler that leads to the due day that was stored."""
    by_distance = sorted(_RETENTIONS, key=lambda retention: abs(retention - scheduler.retention))
    without = replace(scheduler, exam_day=None)
    for tried in (scheduler, without, *(replace(without, retention=share) for share in by_distance)):
        computed, _ = tried.review(event.before, event.rating, event.at, mode=event.mode)
        if computed.due_day == event.after.due_day:
            return tried
    return None


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=_CLOSE)


def _dates(memory: Memory) -> tuple[object, ...]:
    return memory.last_day, memory.due_day, memory.due_at, memory.repetitions, memory.lapses
