"""The sign between numbers as they are shown: "=" only where they come to each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.rounding import EQUAL, NEARLY, read_number, sign_between

NUMBERS = st.floats(-1e6, 1e6)


@given(NUMBERS, NUMBERS)
def test_a_product_of_shown_numbers_equals_what_it_rounds_to(one: float, other: float) -> None:
    shown = [number_text(one), number_text(other)]
    product = read_number(shown[0]) * read_number(shown[1])
    assert sign_between(product, number_text(product)) == EQUAL


@given(st.integers(-10_000, 10_000), st.integers(-999_999, 999_999))
def test_the_sign_is_right_to_the_last_digit(thousandths: int, hundredths: int) -> None:
    """Against exact decimals, ties included."""
    worked_out, value = Decimal(thousandths) / 1000, Decimal(hundredths % 2000 - 1000) / 100
    nearest = abs(worked_out - value) <= Decimal("0.005")
    sign = sign_between(float(worked_out), number_text(float(value)))
    assert sign == (EQUAL if nearest else NEARLY)


@pytest.mark.parametrize(
    ("worked_out", "shown", "sign"),
    [
        (0.84, "0.83", NEARLY),
        (0.835, "0.83", EQUAL),
        (0.835, "0.84", EQUAL),
        (-0.5, "−0.50", EQUAL),
        (12_345.0, "1.23e4", EQUAL),
        (12_360.0, "1.23e4", NEARLY),
        (float("inf"), "∞", EQUAL),
        (float("inf"), "−∞", NEARLY),
        (12.0, "∞", NEARLY),
        (float("nan"), "not a number", EQUAL),
    ],
)
def test_examples(worked_out: float, shown: str, sign: str) -> None:
    assert sign_between(worked_out, shown) == sign
