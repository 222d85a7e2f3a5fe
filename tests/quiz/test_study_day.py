"""The study day turns at four in the morning on the person's own clock."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.study_day import day_start, study_day

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
days = st.integers(date(1990, 1, 1).toordinal(), date(2100, 1, 1).toordinal())


@given(days, zones)
def test_a_day_starts_at_its_start_and_not_a_moment_before(day: int, zone: timezone) -> None:
    start = day_start(day, zone)
    assert study_day(start) == day
    assert study_day(start - timedelta(microseconds=1)) == day - 1
    assert study_day(start + timedelta(hours=24, microseconds=-1)) == day


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), zones, st.integers(0, 10**7))
def test_time_that_passes_never_goes_back_a_day(wall: datetime, zone: timezone, seconds: int) -> None:
    moment = wall.replace(tzinfo=zone)
    assert study_day(moment + timedelta(seconds=seconds)) >= study_day(moment)


def test_daylight_saving_moves_no_boundary() -> None:
    """The night in which Berlin's clocks go from 02:00 to 03:00, and the one in which they go back."""
    winter, summer = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    sunday = date(2025, 3, 30).toordinal()
    assert study_day(datetime(2025, 3, 30, 1, 59, tzinfo=winter)) == sunday - 1
    assert study_day(datetime(2025, 3, 30, 3, 59, tzinfo=summer)) == sunday - 1
    assert study_day(datetime(2025, 3, 30, 4, 0, tzinfo=summer)) == sunday
    autumn = date(2025, 10, 26).toordinal()
    assert study_day(datetime(2025, 10, 26, 2, 30, tzinfo=summer)) == autumn - 1
    assert study_day(datetime(2025, 10, 26, 2, 30, tzinfo=winter)) == autumn - 1
    assert study_day(datetime(2025, 10, 26, 4, 0, tzinfo=winter)) == autumn


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        study_day(datetime(2025, 1, 1))


def test_midnight_belongs_to_the_day_before() -> None:
    assert study_day(datetime(2025, 1, 2, 0, 0, tzinfo=UTC)) == date(2025, 1, 1).toordinal()
