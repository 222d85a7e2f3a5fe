"""Hidden characters are found and taken out, and texts are made fit for a sentence."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.plain_text import first_hidden, in_one_line, without_hidden


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_left_has_nothing_hidden(text: str) -> None:
    left = without_hidden(text)
    assert not first_hidden(left)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in left if letter not in "\t\n")
    assert not any(unicodedata.bidirectional(letter) in ("RLO", "LRO", "RLI", "PDF") for letter in left)


@pytest.mark.parametrize("letter", "\0\x07\x1b\r\x7f\x9b\u061c\u200e\u202e\u2066\u2028\ufeff\ud800")
def test_a_hidden_character_is_named(letter: str) -> None:
    assert first_hidden(f"ab{letter}c") == f"U+{ord(letter):04X}"


@pytest.mark.parametrize("text", ["", "σ(z) = 1\n\tfür 中文", "👩\u200d🔬 می\u200cخواهم"])
def test_what_people_write_stays(text: str) -> None:
    assert without_hidden(text) == text


@given(st.text(st.characters(exclude_categories=()), max_size=400), st.integers(2, 80))
def test_one_line_is_one_short_line(text: str, longest: int) -> None:
    line = in_one_line(text, longest)
    assert len(line) <= longest
    assert len(line.splitlines()) <= 1
    assert line.strip() == line or line.endswith("…")


def test_a_cut_is_shown() -> None:
    assert in_one_line("abcdef", 4) == "abc…"
    assert in_one_line("a  b\n c") == "a b c"
