"""The sentences: when a card comes back, in words that a person would use."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from lstm_gui.gui.quiz.words import cards, counted, interval_sentence, moment_words, percent, rating_word
from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.rating import Rating

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (timedelta(seconds=-5), "now"),
        (timedelta(seconds=10), "now"),
        (timedelta(minutes=1), "in a minute"),
        (timedelta(minutes=10), "in 10 minutes"),
        (timedelta(hours=1), "in an hour"),
        (timedelta(hours=5), "in 5 hours"),
        (timedelta(hours=17), "in 17 hours"),  # 03:00: still this study day
        (timedelta(hours=18), "tomorrow"),
        (timedelta(days=3), "in 3 days"),
        (timedelta(days=7), "in 7 days"),
        (timedelta(days=30), "on 2 April 2026"),
    ],
)
def test_a_moment_in_words(later: timedelta, words: str) -> None:
    assert moment_words(NOW + later, NOW) == words


def test_a_moment_is_told_by_the_clock_of_this_place() -> None:
    here = timezone(timedelta(hours=13))
    assert moment_words(NOW + timedelta(hours=17), NOW.astimezone(here)) == "tomorrow"


def test_the_ratings_have_their_words() -> None:
    assert [rating_word(rating) for rating in Rating] == [
        "Not at all",
        "Barely",
        "Partly",
        "Well",
        "Perfectly",
    ]


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(seconds=60), "comes back in a minute"),
        (Interval(seconds=600), "comes back in 10 minutes"),
        (Interval(days=1), "comes back tomorrow"),
        (Interval(days=21), "comes back in 21 days"),
    ],
)
def test_an_interval_in_words(interval: Interval, words: str) -> None:
    assert interval_sentence(interval) == words


def test_numbers_in_words() -> None:
    assert cards(1) == "1 card"
    assert cards(6) == "6 cards"
    assert counted(2, "one", "{n} of them") == "2 of them"
    assert percent(0.644) == "64 %"
