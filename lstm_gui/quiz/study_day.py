"""The day that a person studies on: it turns at four in the morning, local time, not at midnight."""

from datetime import date, datetime, time, timedelta, tzinfo

DAY_TURNS_AT = time(hour=4)


def study_day(moment: datetime) -> int:
    """The study day of an aware moment, as a proleptic ordinal (1 is 1 January of year 1).

    It is read from the wall clock of the moment's own time zone, so that daylight saving moves nothing:
    03:59 is still yesterday, 04:00 is today. Raises ValueError for a moment without a time zone.
    """
    if moment.utcoffset() is None:
        raise ValueError("a study day needs a moment with a time zone")
    wall_clock = moment.replace(tzinfo=None)
    return (wall_clock - timedelta(hours=DAY_TURNS_AT.hour)).toordinal()


def day_start(day: int, tz: tzinfo | None) -> datetime:
    """The moment at which a study day begins in a time zone."""
    return datetime.combine(date.fromordinal(day), DAY_TURNS_AT, tzinfo=tz)
