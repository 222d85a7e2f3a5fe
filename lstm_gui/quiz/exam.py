"""Before an exam: each card is seen once more in the last days, spread over them, the eve being the last.

The rule, in words: a card that would come back after the exam, or on its day, comes back in the week before
it instead, on a day of that week which the card itself decides, so that the cards of a deck fall on all its
days alike. A card reviewed in that week was seen, and is left alone. After the exam all is as before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

LAST_DAYS = 7  # before the exam


@dataclass(frozen=True, slots=True)
class Cut:
    """A due day that is earlier because of an exam; study days."""

    due_day: int
    without: int  # the day on which the card would have been due
    exam_day: int


def last_look(exam_day: int, shuffle: int) -> int:
    """The study day of the last week before an exam on which a card is seen at the latest.

    `shuffle` is the card's `shuffle_key`, which mixes the cards: each day gets a seventh of them.
    """
    return exam_day - 1 - shuffle % LAST_DAYS


def before_exam(due_day: int, day: int, exam_day: int | None, shuffle: int) -> int:
    """The day on which a card reviewed on `day` is due, when it would be due on `due_day` without an exam.

    It is never later than `due_day`, never before the day after `day`, and a later `due_day` never gives an
    earlier one: a better rating never comes back sooner.
    """
    if exam_day is None or day >= exam_day - LAST_DAYS:
        return due_day
    return min(due_day, last_look(exam_day, shuffle))


def next_exam(days: Iterable[int | None], day: int) -> int | None:
    """The first of some exams that is still to come after a study day; None for none."""
    return min((exam for exam in days if exam is not None and exam > day), default=None)
