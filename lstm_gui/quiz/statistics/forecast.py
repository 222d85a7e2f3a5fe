"""What comes back when, as the schedule stands now: no rating that is still to come is guessed."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.quiz.statistics.history import Cards


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many cards are due; each card that was ever rated is counted once."""

    overdue: int  # due before today
    days: tuple[int, ...]  # today, tomorrow …
    later: int  # after those days
    waiting: int  # failed ones that wait to be asked again; they are among those of today
    suspended: int  # left out
    new: int  # never rated, left out


def forecast(cards: Cards, today: int, days: int) -> Forecast:
    """What is due on each of the next days; a card set aside for today counts from tomorrow on."""
    asked = cards.rated & ~cards.suspended
    due = np.where(cards.waiting, np.maximum(cards.due_day, today), cards.due_day)
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
