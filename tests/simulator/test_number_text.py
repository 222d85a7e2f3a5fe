"""Numbers read as mathematics writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.simulator.number_text import MINUS, number_text, typed_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.8, "0.80"),
        (-0.8, "−0.80"),
        (-0.001, "0.00"),
        (1e6, "1.00e6"),
        (-12345.0, "−1.23e4"),
        (float("nan"), "not a number"),
        (float("inf"), "∞"),
        (float("-inf"), "−∞"),
    ],
)
def test_examples(value: float, text: str) -> None:
    assert number_text(value) == text


@given(st.floats(-9999, 9999))
def test_it_is_the_rounded_number(value: float) -> None:
    assert float(number_text(value).replace("−", "-")) == round(value, 2) + 0.0


@given(st.floats(0, 9999))
def test_plus_is_written_where_asked(value: float) -> None:
    assert number_text(value, plus=True) == "+" + number_text(value)


def test_axes_are_labelled_without_decimals() -> None:
    assert number_text(20_000, 0) == "2e4"


@given(st.floats(-1e6, 1e6), st.sampled_from(".,"), st.sampled_from(("-", MINUS)))
def test_a_number_is_read_as_it_is_typed(value: float, point: str, minus: str) -> None:
    assert typed_number(f" {value!r}".replace("-", minus).replace(".", point)) == value


@given(st.text(max_size=8))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = typed_number(text)
    assert number is None or number == number


@pytest.mark.parametrize("text", ["", "-", ".", "nan", "inf", "1_000", "1,234.5", "٣", "1e", "0x10"])
def test_what_is_no_number(text: str) -> None:
    assert typed_number(text) is None


def test_what_is_huge_is_infinite() -> None:
    assert typed_number("1e999") == float("inf")
