"""What comes back when, as the schedule stands now: no rating that is still to come is guessed."""

from dataclasses import dataclass, replace

import numpy as np

from lstm_gui.quiz.catch_up import asked_by_day, days_to_catch_up, reviews_left
from lstm_gui.quiz.exam import LAST_DAYS
from lstm_gui.quiz.statistics.history import Cards, History, Ints, Ratings

_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many cards are due; each card that was ever rated is counted once."""

    overdue: int  # due before today
    days: tuple[int, ...]  # today, tomorrow …
    later: int  # after those days
    waiting: int  # failed ones that wait to be asked again; they are among those of today
    suspended: int  # left out
    new: int  # never rated, left out
    asked: tuple[int, ...] = ()  # of today, tomorrow …, what a limit of reviews lets through; () without one
    days_behind: int | None = 0  # until none waits for that limit; None: not on these days


def forecast(history: History, today: int, days: int) -> Forecast:
    """What is due on each of the next days; a card set aside for today counts from tomorrow on."""
    cards = history.cards
    asked = cards.rated & ~cards.suspended
    due = np.where(cards.waiting, np.maximum(cards.due_day, today), cards.due_day)
    due = np.minimum(due, _before_exam(cards, history.exam_days(today), today))
    due = np.where(cards.buried_day == today, np.maximum(due, today + 1), due)
    ahead = due[asked] - today
    near = ahead[(ahead >= 0) & (ahead < days)]
    return Forecast(
        overdue=int((ahead < 0).sum()),
        days=tuple(int(count) for count in np.bincount(near, minlength=days)),
        later=int((ahead >= days).sum()),
        waiting=int((asked & cards.waiting).sum()),
        suspended=int((cards.rated & cards.suspended).sum()),
        new=int((cards.there & (cards.stability <= 0)).sum()),
    )


def limited(found: Forecast, limit: int | None, done: int) -> Forecast:
    """The same, with what each day asks when it asks no more than a limit; today, so many were done."""
    left = reviews_left(limit, done)
    if limit is None or left is None:
        return found
    due = (found.overdue + found.days[0], *found.days[1:])
    asked = tuple(asked_by_day(due, (left, *[limit] * (len(due) - 1))))
    return replace(found, asked=asked, days_behind=days_to_catch_up(due[0] - asked[0], due[1:], limit))


def reviewed(ratings: Ratings, today: int) -> int:
    """How many reviews were done today: not of new cards, nor of those that failed and came back."""
    fresh = (ratings.stability > 0) & ~ratings.failed & ~ratings.practice
    return int((fresh & (ratings.day == today)).sum())


def _before_exam(cards: Cards, exams: Ints, today: int) -> Ints:
    """The day on which an exam asks for a card at the latest, as `exam.last_look`, for many at once."""
    look = np.maximum(exams - 1 - cards.shuffle % LAST_DAYS, today)
    late = (exams > 0) & ~cards.waiting & (cards.due_day > today) & (cards.last_day < exams - LAST_DAYS)
    return np.where(late, look, _NEVER)
