"""The plain recognisers against which programs are held accept what they should, and nothing else."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lessons.program_words import counted, followed, reber_letters, reber_word, some_ab

RANDOM = st.randoms(use_true_random=True)


@given(RANDOM)
def test_a_word_of_a_and_b_is_judged_as_by_its_counts(random: Random) -> None:
    word = some_ab(random, 20)
    shape = re.fullmatch(r"(a+)(b+)\$", word)
    assert counted(word)[-1] is (shape is not None and len(shape[1]) == len(shape[2]))
    assert not any(counted(word)[:-1])


@given(RANDOM)
def test_a_word_of_the_grammar_is_accepted_at_its_end_and_not_before(random: Random) -> None:
    answers = followed(reber_word(random))
    assert [whole for whole, _ in answers] == [False] * (len(answers) - 1) + [True]
    assert all(possible for _, possible in answers)


@given(random=RANDOM, length=st.integers(1, 40))
def test_a_text_is_accepted_where_the_grammar_as_a_pattern_matches_it(random: Random, length: int) -> None:
    text = reber_letters(random, length)
    four = r"(?:T S* X|P T* V P|(?:P T* V P|T S* X) (?:X T* V P)+)".replace(" ", "")
    inner = rf"B(?:{four}S|(?:PT*V|{four}XT*V)V)E"
    pattern = rf"(?:BT{inner}TE|BP{inner}PE)+"
    for end, (whole, _) in enumerate(followed(text), start=1):
        assert whole is (re.fullmatch(pattern, text[:end]) is not None)


@pytest.mark.parametrize("word", ["BTBTXSETE", "BPBPVVEPE", "BTBPTVPXVVETE", "BPBTSXXTVPSEPE"])
def test_words_of_the_grammar(word: str) -> None:
    assert followed(word)[-1] == (True, True)


@pytest.mark.parametrize("word", ["BTBTXSEPE", "BTBTXSET", "TBTXSETE", "BTBTSETE", "BTBTXSETEE"])
def test_other_words(word: str) -> None:
    assert followed(word)[-1][0] is False
