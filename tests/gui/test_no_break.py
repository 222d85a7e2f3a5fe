"""A line breaks between words, not inside "t = 12"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.no_break import NO_BREAK_SPACE, kept_together


@pytest.mark.parametrize(
    ("text", "unbroken"),
    [
        ("The −1 at t = 12 shuts", "t = 12"),
        ("so c_t = −0.5 here", "c_t = −0.5"),
        ("with f ≈ 0.9 it", "f ≈ 0.9"),
        ("keeps 90 % of it", "90 %"),
    ],
)
def test_a_value_stays_with_its_symbol(text: str, unbroken: str) -> None:
    assert unbroken.replace(" ", NO_BREAK_SPACE) in kept_together(text)


@pytest.mark.parametrize("text", ["c = f·c + i·g", "value = 3 of them", "a long sentence", "1 of 2"])
def test_a_long_equation_may_break(text: str) -> None:
    assert kept_together(text) == text


@given(st.text())
def test_nothing_but_spaces_changes(text: str) -> None:
    once = kept_together(text)
    assert once.replace(NO_BREAK_SPACE, " ") == text.replace(NO_BREAK_SPACE, " ")
    assert kept_together(once) == once
