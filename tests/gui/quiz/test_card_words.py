"""What is said of decks and of how long something lasts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.quiz.card_words import days_words, deck_words


def test_a_deck_is_told_with_those_around_it() -> None:
    assert deck_words("LSTM::Gates::Forget") == "LSTM › Gates › Forget"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0.0001, "1 min"),
        (0.01, "14 min"),
        (0.34, "8.2 h"),
        (1, "1.0 days"),
        (66.56, "66.6 days"),
        (381, "381 days"),
    ],
)
def test_a_stability_is_told_in_what_it_is_measured_by(days: float, words: str) -> None:
    assert days_words(days) == words


@given(st.floats(0, 36500))
def test_no_stability_is_told_as_nothing(days: float) -> None:
    assert not days_words(days).startswith(("0 ", "0.0 "))
    assert len(days_words(days)) <= 11
