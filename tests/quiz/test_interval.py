"""What stands under a rating button."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.interval import Interval, words


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (Interval(seconds=0), "<1 min"),
        (Interval(seconds=60), "<1 min"),
        (Interval(seconds=600), "10 min"),
        (Interval(seconds=7200), "2 h"),
        (Interval(days=1), "1 d"),
        (Interval(days=30), "30 d"),
        (Interval(days=31), "1.0 mo"),
        (Interval(days=64), "2.1 mo"),
        (Interval(days=363), "11.9 mo"),
        (Interval(days=364), "1.0 y"),
        (Interval(days=36_500), "99.9 y"),
    ],
)
def test_words(interval: Interval, said: str) -> None:
    assert words(interval) == said


@given(st.integers(1, 36_500))
def test_days_are_said_to_within_their_last_digit(days: int) -> None:
    number, unit = words(Interval(days=days)).split()
    size = {"d": 1.0, "mo": 365.25 / 12, "y": 365.25}[unit]
    assert abs(float(number) * size - days) <= 0.05 * size + 1e-9
