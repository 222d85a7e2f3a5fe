"""What is typed to find cards is read as it is meant, and whatever is typed is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.query import MOST_TERMS, STATES, Query, Term, is_in, parse, written

NAMES = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40)


@given(st.text())
def test_whatever_is_typed_is_read(text: str) -> None:
    query = parse(text)
    assert len(query.terms) <= MOST_TERMS
    assert set(query.words) | set(query.filters) == set(query.terms)
    assert all(sentence.endswith(".") for sentence in query.complaints)


@given(st.sampled_from(("deck", "tag", "topic")), NAMES)
def test_a_filter_that_was_written_is_read_back(name: str, value: str) -> None:
    shown = value.strip()
    if not shown or not shown.isprintable() or shown.endswith("\\"):
        return
    term = parse(f"gate {written(name, shown)} -cell").terms[1]
    assert (term.name, term.value, term.without) == (name, shown, False)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("forget gate", (Term("", "forget"), Term("", "gate"))),
        ('"forget gate" -tag:old', (Term("", "forget gate", phrase=True), Term("tag", "old", without=True))),
        ('deck:"LSTM::Gates" is:DUE', (Term("deck", "LSTM::Gates", phrase=True), Term("is", "DUE"))),
        ('-"an open end', (Term("", "an open end", phrase=True, without=True),)),
        ("Rated:7 https://x", (Term("rated", "7"), Term("", "https://x"))),
        ("- ++ ≤ well-known", (Term("", "well-known"),)),
        ("é\x00\ud800x", (Term("", "é"), Term("", "x"))),
    ],
)
def test_words_phrases_and_filters(text: str, terms: tuple[Term, ...]) -> None:
    assert parse(text) == Query(terms)


@pytest.mark.parametrize(
    "text", ["is:tired", "rated:soon", "rated:0", "deck:", 'tag:""', "-topic:", "rated:٣"]
)
def test_a_filter_that_cannot_be_meant_is_said_and_left_out(text: str) -> None:
    query = parse(f"gate {text}")
    assert query.terms == (Term("", "gate"),)
    assert len(query.complaints) == 1


def test_every_state_is_understood() -> None:
    assert [parse(f"is:{state}").filters[0].value for state in STATES] == list(STATES)


def test_a_deck_holds_what_is_nested_in_it() -> None:
    assert is_in("lstm::Gates", "LSTM")
    assert is_in("LSTM", "lstm")
    assert not is_in("LSTMs", "LSTM")
    assert not is_in("LSTM", "LSTM::Gates")
