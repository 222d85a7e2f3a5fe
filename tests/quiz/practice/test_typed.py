"""Typed answers: lenient where a person means the same, and exact about what differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.practice.reading import reads_as
from lstm_gui.quiz.practice.typed import Kind, can_be_typed, compare, one_slip

KEEPS = "It keeps: the whole old cell state goes on to the next step."
WHO = "Hochreiter and Schmidhuber"
SENTENCE = "The old state times the forget gate, plus the candidate times the input gate."


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        (KEEPS, "it keps"),  # the first clause says it
        (KEEPS, "the whole old cell state goes on to the next step"),
        (WHO, "schmidhuber, hochreiter"),
        (WHO, "Schmidhubre & Hochreiter"),
        (SENTENCE, "forget gate times old state plus input gate times candidate"),
        ("No. The same weights are used at every step.", "no"),
        ("It is not.", "it is not"),
        ("0.48", "0,480"),
        ("the", "The"),
    ],
)
def test_it_is_right(right: str, typed: str) -> None:
    assert compare(right, typed).correct


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        (KEEPS, ""),
        (KEEPS, "it erases"),
        ("memory", "forget gate, input gate, output, candidate, memory"),
        ("The forget gate: how much stays. The input gate: how much is written.", "the forget gate"),
        ("The cell state c is the long memory. The hidden state shows it.", "the cell state c"),
        (WHO, "Hochreiter"),
        ("The same weights are used at every step.", "The same weights are not used at every step."),
        ("0.48", "0.49"),
        ("-1", "1"),
        ("", "anything"),
        ("It is not.", "it is"),
    ],
)
def test_it_is_wrong(right: str, typed: str) -> None:
    assert not compare(right, typed).correct


def test_the_difference_says_what_is_missing_and_what_is_too_much() -> None:
    found = compare("the forget gate keeps", "a forget gate erases")
    assert [(run.kind, run.text) for run in found.runs] == [
        (Kind.EXTRA, "a"),
        (Kind.MISSING, "the"),
        (Kind.SAME, "forget gate"),
        (Kind.EXTRA, "erases"),
        (Kind.MISSING, "keeps"),
    ]
    assert (found.found, found.wanted) == (2, 3)


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_difference_holds_the_whole_of_both(right: str, typed: str) -> None:
    runs = compare(right, typed).runs
    of_right = " ".join(run.text for run in runs if run.kind is not Kind.EXTRA)
    assert reads_as(of_right) == reads_as(right)


@given(st.text(max_size=80))
def test_the_answer_itself_is_right_wherever_there_is_a_word(right: str) -> None:
    assert (
        compare(right, right.upper().lower()).correct == can_be_typed(right) or right != right.upper().lower()
    )
    assert compare(right, right).correct == can_be_typed(right)


@given(st.text("abc", min_size=1, max_size=6), st.integers(0, 6), st.sampled_from("abc"))
def test_one_slip_is_one_letter(word: str, place: int, letter: str) -> None:
    place %= len(word)
    before, after = word[:place], word[place + 1 :]
    assert one_slip(word, before + after)
    assert one_slip(word, before + letter + after)
    assert one_slip(before + letter + word[place:], word)
    swapped = before + word[place : place + 2][::-1] + word[place + 2 :]
    assert one_slip(word, swapped)
    assert not one_slip(word, word + "xy")
    assert not one_slip(word + "xx", word + "yy")
