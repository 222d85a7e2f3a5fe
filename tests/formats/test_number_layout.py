"""Numbers in any layout come out in the order of reading; anything else is refused by row and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.number_layout import MAX_CHARACTERS, number, numbers_in
from tests.refusals import is_one_sentence, read_or_refused

VALUES = st.lists(st.integers(-99_999, 99_999).map(lambda n: n / 100), min_size=1, max_size=40)
BETWEEN = [" ", "  ", "\t", "\n", "\r\n", "\r", ";", "; ", ", ", " , ", "\n\n", " \n"]
LAYOUTS = [
    ("1 0 -0.5", (1.0, 0.0, -0.5)),
    ("1\n0\n−0.5\n", (1.0, 0.0, -0.5)),
    ("1\t0\n-0.5\t2", (1.0, 0.0, -0.5, 2.0)),
    ("0,5 1 1,5", (0.5, 1.0, 1.5)),
    ("0,5\n0,7\n", (0.5, 0.7)),
    ("0,5; 0,7; 1", (0.5, 0.7, 1.0)),
    ("0,5\t0,7", (0.5, 0.7)),
    ("1,0,1,1", (1.0, 0.0, 1.0, 1.0)),
    ("1, 0, 1", (1.0, 0.0, 1.0)),
    ("0.5,1.5", (0.5, 1.5)),
    ("[0.5, 1, -2e-1]", (0.5, 1.0, -0.2)),
    ("[[1.0], [0.0]]", (1.0, 0.0)),
    ("(1; 2; 3)", (1.0, 2.0, 3.0)),
    ("\ufeff+3 .5 5.", (3.0, 0.5, 5.0)),
    ("1;2;\n3;\n", (1.0, 2.0, 3.0)),
    ("1\xa02", (1.0, 2.0)),
]
REFUSED = [
    ("", "There is no number"),
    (" \n\n;", "There is no number"),
    ("a\n1", "“a” in row 1, column 1 is no number"),
    ("1 2\n\n3 x", "“x” in row 3, column 2 is no number"),
    ("1;2\n3;;5", "There is nothing in row 2, column 2"),
    ("1,,2", "There is nothing in row 1, column 2"),
    ("1.234,5;2", "“1.234,5” in row 1, column 1 is no number"),
    ("1 nan", "“nan” in row 1, column 2 is no number"),
    ("inf", "“inf” in row 1, column 1 is no number"),
    ("1_0", "“1_0” in row 1, column 1 is no number"),
    ("٣", "“٣” in row 1, column 1 is no number"),
    ("2 1e400", "“1e400” in row 1, column 2 is beyond ±1,000,000."),
    ("-1000001", "“-1000001” in row 1, column 1 is beyond"),
    ("x" * 500, "“xxxxxxxxxxxxxxxxxxx…” in row 1"),
    ("1 " * 300, "These are 300 numbers; a sequence has 256 steps at most."),
    ("1" * (MAX_CHARACTERS + 1), "This text is longer than 200,000 characters"),
]


@pytest.mark.parametrize(("text", "values"), LAYOUTS)
def test_a_layout_is_read(text: str, values: tuple[float, ...]) -> None:
    assert numbers_in(text, 256) == values


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_is_no_number_is_refused_with_its_place(text: str, sentence: str) -> None:
    found, refusal = read_or_refused(lambda: numbers_in(text, 256))
    assert found is None
    assert refusal.startswith(sentence)
    assert is_one_sentence(refusal)


@given(VALUES, st.sampled_from(BETWEEN), st.booleans())
def test_whatever_stands_between_the_numbers_are_the_same(
    values: list[float], between: str, comma: bool
) -> None:
    comma = comma and "," not in between
    text = between.join(f"{value:.2f}" for value in values)
    assert numbers_in(text.replace(".", ",") if comma else text, 256) == tuple(values)


@given(st.text(max_size=200))
def test_any_text_is_numbers_or_one_sentence(text: str) -> None:
    found, refusal = read_or_refused(lambda: numbers_in(text, 256))
    assert bool(found) != bool(refusal)
    assert not refusal or is_one_sentence(refusal)


@given(st.text(alphabet="0123456789.,;-+e \t\n", max_size=60))
def test_near_numbers_are_numbers_or_one_sentence(text: str) -> None:
    found, refusal = read_or_refused(lambda: numbers_in(text, 256))
    assert bool(found) != bool(refusal)
    assert not refusal or is_one_sentence(refusal)


def test_a_cell_has_one_decimal_sign() -> None:
    assert number("1,5") is None
    assert number("1,5", decimal_comma=True) == 1.5
    assert number("1,2,3", decimal_comma=True) is None
