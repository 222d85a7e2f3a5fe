"""Vocabularies: every character has a number, the rare ones share one."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.training.tasks.language.characters_vocabulary import UNKNOWN, vocabulary_of


@given(text=st.text(min_size=1), most=st.integers(1, 20), folded=st.booleans())
def test_every_character_is_its_sign_or_unknown(text: str, most: int, folded: bool) -> None:
    vocabulary = vocabulary_of(text, most, folded=folded)
    numbers = vocabulary.numbers(text)
    read = vocabulary.read(text)
    assert len(numbers) == len(read) == len(text)
    assert vocabulary.size == len(set(vocabulary.signs)) <= most + 1
    for number, sign in zip(numbers, read, strict=True):
        assert vocabulary.signs[number] == (sign if sign in vocabulary.signs else UNKNOWN)


def test_the_commonest_have_a_number_and_the_commonest_of_all_has_0() -> None:
    text = "aaabbc" + "d" * 9
    assert vocabulary_of(text, 2, folded=False).signs == ("d", "a", UNKNOWN)
    assert Counter(text).most_common(2) == [("d", 9), ("a", 3)]


def test_folding_reads_capitals_as_small_letters_and_keeps_the_length() -> None:
    vocabulary = vocabulary_of("AaBbİ", 9, folded=True)
    assert vocabulary.read("ABİ") == "abİ"  # İ is two characters in small letters
    assert vocabulary_of("AaBb", 9, folded=False).read("AB") == "AB"


def test_what_stands_for_the_unknown_may_stand_in_a_text_itself() -> None:
    vocabulary = vocabulary_of("a" + UNKNOWN * 5, 3, folded=False)
    assert vocabulary.signs == ("a", UNKNOWN)
    assert vocabulary.numbers(UNKNOWN + "a\ud800").tolist() == [1, 0, 1]
    assert np.array_equal(vocabulary.one_hot, np.eye(2))
