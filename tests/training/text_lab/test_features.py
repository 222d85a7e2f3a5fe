"""What units may follow: one number for each character, as a person would mark it by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.training.text_lab.features import FEATURES


def marked(name: str, text: str) -> str:
    return "".join(f"{number:g}" for number in FEATURES[name](text))


@pytest.mark.parametrize(
    ("name", "text", "by_hand"),
    [
        ("position in the line", "ab\nc d", "012012"),
        ("position in the word", "ab, cde", "0100012"),
        ("inside quotes", 'a "b" c', "0011000"),
        ("inside quotes", "“ab” c „d“ «e»!", "111000011001100"),
        ("inside quotes", "“a\n\nb", "11000"),
        ("spaces", "a b\n", "0101"),
        ("starts of words", "ab, c", "10001"),
        ("capital letters", "aBC1", "0110"),
        ("depth of brackets", "(a[b])c)", "11221000"),
        ("depth of brackets", "(a\n\nb", "11000"),
        ("digits", "a12", "011"),
    ],
)
def test_a_feature_is_as_marked_by_hand(name: str, text: str, by_hand: str) -> None:
    assert marked(name, text) == by_hand


@given(text=st.text(max_size=60))
def test_every_feature_has_a_finite_number_for_every_character(text: str) -> None:
    for asked in FEATURES.values():
        found = asked(text)
        assert found.shape == (len(text),)
        assert np.isfinite(found).all()
        assert (found >= 0).all()
