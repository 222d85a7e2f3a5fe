"""Which backups are kept: all of two days, then one a day, one a week, one a month."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

KEEP_ALL = timedelta(days=2)
KEEP_DAILY = timedelta(days=14)
KEEP_WEEKLY = timedelta(days=60)


def expendable(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """The backups to remove, by their times: all but the newest of each day, week or month, as age demands.

    The newest of all is never among them, nor is one from the future, which a wrong clock has made.
    """
    newest: dict[tuple[object, ...], datetime] = {}
    for time in sorted(times):
        newest[_period(time.astimezone(UTC), now)] = time
    return set(times) - set(newest.values())


def _period(time: datetime, now: datetime) -> tuple[object, ...]:
    """What a backup shares with those of which only one is kept."""
    age = now - time
    if age <= KEEP_ALL:
        return ("all", time)
    if age <= KEEP_DAILY:
        return ("day", time.date())
    if age <= KEEP_WEEKLY:
        return ("week", *time.isocalendar()[:2])
    return ("month", time.year, time.month)
