"""Which backups are kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.store.retention import KEEP_ALL, KEEP_DAILY, KEEP_WEEKLY, expendable

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
ages = st.lists(st.integers(-86_400, 3 * 365 * 86_400).map(lambda seconds: timedelta(seconds=seconds)))


@given(ages)
def test_the_newest_and_all_of_two_days_are_kept(ages: list[timedelta]) -> None:
    times = {NOW - age for age in ages}
    removed = expendable(times, NOW)
    assert removed <= times
    assert not any(NOW - time <= KEEP_ALL for time in removed)
    if times:
        assert max(times) not in removed


@given(ages)
def test_thinning_out_twice_removes_nothing_more(ages: list[timedelta]) -> None:
    kept = {NOW - age for age in ages}
    kept -= expendable(kept, NOW)
    assert expendable(kept, NOW) == set()


@given(ages, st.integers(0, 500))
def test_no_stretch_of_the_past_loses_its_last_backup(ages: list[timedelta], days: int) -> None:
    """However often they are thinned out, one stays at most a month and a week from each that there was."""
    times = {NOW - age for age in ages}
    kept = set(times)
    for later in range(0, days, 50):
        kept -= expendable(kept, NOW + timedelta(days=later))
    assert all(any(abs(time - left) <= timedelta(days=38) for left in kept) for time in times)


def test_a_backup_each_half_hour_for_a_year() -> None:
    times: set[datetime] = set()
    for step in range(48 * 365):
        now = NOW + step * timedelta(minutes=30)
        times.add(now)
        if step % 48 == 0:
            times -= expendable(times, now)
    times -= expendable(times, now)
    old = [now - time for time in sorted(times)]
    assert sum(age <= KEEP_ALL for age in old) == 97
    assert 11 <= sum(KEEP_ALL < age <= KEEP_DAILY for age in old) <= 14
    assert 6 <= sum(KEEP_DAILY < age <= KEEP_WEEKLY for age in old) <= 9
    assert 9 <= sum(age > KEEP_WEEKLY for age in old) <= 12
