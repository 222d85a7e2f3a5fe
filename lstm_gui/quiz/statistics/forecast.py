"""What comes back when, as the schedule stands now: no rating that is still to come is guessed."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.quiz.exam import LAST_DAYS
from lstm_gui.quiz.statistics.history import Cards, History, Ints

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


def _before_exam(cards: Cards, exams: Ints, today: int) -> Ints:
    """The day on which an exam asks for a card at the latest, as `exam.last_look`, for many at once."""
    look = np.maximum(exams - 1 - cards.shuffle % LAST_DAYS, today)
    late = (exams > 0) & ~cards.waiting & (cards.due_day > today) & (cards.last_day < exams - LAST_DAYS)
    return np.where(late, look, _NEVER)
