"""What reads the same is compared as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.practice.reading import LONGEST, reads_as


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Forget  gate.", "the forget gate"),
        ("Jürgen naïve", "jurgen naive"),
        (r"$\sigma$", "σ"),
        ("σ of x", "Sigma of X"),
        (r"$c_{t-1}$", "c_t−1"),
        ("0.50", ".5"),
        ("−0,5", "-0.5"),
        ("90 %", "90%"),
        ("long short-term memory", "Long short term memory!"),
        (r"$f_t \odot c$", "f_t · c"),
        (r"\mathrm{tanh}(c)", "tanh(c)"),
        (r"$\frac{1}{2}$", "frac 12"),
        ("![a cell](0123.png)", "a cell"),
        ("“yes”, 3.", "yes 3"),
        ("- the **0.5** of [it](https://a.test)\n- `so`", "the 0.5 of it so"),
    ],
)
def test_they_read_the_same(one: str, other: str) -> None:
    assert reads_as(one) == reads_as(other) != ()


@pytest.mark.parametrize(("one", "other"), [("-1", "1"), ("0.5", "5"), ("no", ""), ("σ", "φ"), ("0.1", "1")])
def test_they_do_not(one: str, other: str) -> None:
    assert reads_as(one) != reads_as(other)


@given(st.text(max_size=60))
def test_any_text_reads_as_itself_in_other_letters(text: str) -> None:
    assert reads_as(text) == reads_as(f"  {text}\n")
    assert all(key for key in reads_as(text))


def test_a_text_without_end_is_read_up_to_a_limit() -> None:
    assert len(reads_as("a " * LONGEST)) == LONGEST // 2
