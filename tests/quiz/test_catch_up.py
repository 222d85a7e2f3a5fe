"""After days away the work is bounded, none is lost, and the day on which none is behind is the right one."""

from itertools import repeat

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.catch_up import asked_by_day, days_to_catch_up, reviews_left, within

DAYS = st.lists(st.integers(0, 300), min_size=1, max_size=40)


def test_a_day_allows_what_its_limit_leaves_and_what_was_asked_for() -> None:
    assert reviews_left(None, 500) is None
    assert [reviews_left(60, done) for done in (0, 20, 60, 80)] == [60, 40, 0, 0]
    assert reviews_left(60, 70, extra=20) == 10
    assert (within(240, None), within(240, 60), within(40, 60)) == (240, 60, 40)


@given(DAYS, st.integers(1, 200))
def test_no_day_asks_more_than_its_limit_and_none_is_lost(due: list[int], limit: int) -> None:
    asked = list(asked_by_day(due, repeat(limit)))
    assert all(number <= limit for number in asked)
    behind = 0
    for falls_due, number in zip(due, asked, strict=True):
        behind += falls_due - number
        assert behind >= 0
        assert number == limit or behind == 0
    far = list(asked_by_day([*due, *[0] * 12_000], repeat(limit)))
    assert sum(far) == sum(due)


@given(st.integers(0, 5000), DAYS, st.integers(1, 200))
def test_the_day_on_which_none_is_behind(behind: int, coming: list[int], limit: int) -> None:
    days = days_to_catch_up(behind, coming, limit)
    asked = list(asked_by_day([behind, *coming], [0, *[limit] * len(coming)]))
    left = [behind + sum(coming[:n]) - sum(asked[: n + 1]) for n in range(len(coming) + 1)]
    assert days == (left.index(0) if 0 in left else None)


def test_a_week_away_in_words_of_numbers() -> None:
    assert days_to_catch_up(180, [0] * 9, 60) == 3
    assert days_to_catch_up(180, [30] * 9, 60) == 6
    assert days_to_catch_up(180, [60] * 9, 60) is None
    assert days_to_catch_up(0, [60] * 9, 60) == 0
