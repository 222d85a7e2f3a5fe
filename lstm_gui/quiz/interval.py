"""How long until a card comes back, and how a rating button says so."""

from dataclasses import dataclass

_DAYS_PER_MONTH = 365.25 / 12
_DAYS_PER_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Interval:
    """Time until a card comes back: seconds within a session, or whole study days; the other one is 0."""

    seconds: int = 0
    days: int = 0


def words(interval: Interval) -> str:
    """The interval as a button shows it: "<1 min", "10 min", "2 h", "3 d", "2.1 mo", "1.4 y"."""
    if not interval.days:
        return _clock_words(interval.seconds)
    if interval.days < 31:
        return f"{interval.days} d"
    months = round(interval.days / _DAYS_PER_MONTH, 1)
    if months < 12:
        return f"{months:.1f} mo"
    return f"{interval.days / _DAYS_PER_YEAR:.1f} y"


def _clock_words(seconds: int) -> str:
    if seconds <= 60:
        return "<1 min"
    if seconds < 3600:
        return f"{round(seconds / 60)} min"
    return f"{round(seconds / 3600)} h"
