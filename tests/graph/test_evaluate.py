"""An expression comes to what its parts come to."""

import math

import pytest

from lstm_gui.graph.evaluate import Numbers, evaluate, settled
from lstm_gui.graph.expression import (
    Applied,
    Constant,
    Expression,
    Given,
    Larger,
    Minus,
    Quotient,
    Reached,
    Read,
    Weighted,
    WhereZero,
    has_alternative,
    one_minus,
    reached,
    times,
    total,
)
from lstm_gui.simulator.written import written

X, Y = Read("x"), Read("y")
NUMBERS = Numbers(
    read=lambda name, unit: {"x": [3.0, -1.0], "y": [2.0, 0.0]}[name][unit],
    given=lambda name, unit, column: {"W": [[0.5, 2.0], [1.0, 1.0]], "b": [[0.25], [-4.0]]}[name][unit][
        column
    ],
    columns=lambda name: {"W": 2, "b": 1}[name],
)


@pytest.mark.parametrize(
    ("expression", "unit", "value", "text"),
    [
        (X, 1, -1.0, "−1.00"),
        (Given("b"), 0, 0.25, "0.25"),
        (Constant(1.0), 0, 1.0, "1"),
        (Weighted("W", X), 0, -0.5, "0.50·3.00 + 2.00·(−1.00)"),
        (total(X, Given("b")), 1, -5.0, "−1.00 − 4.00"),
        (times(X, Y), 0, 6.0, "3.00·2.00"),
        (times(total(X, Y), X), 0, 15.0, "(3.00 + 2.00)·3.00"),
        (times(X, total(X, Y)), 1, 1.0, "−1.00·(−1.00 + 0.00)"),
        (times(Weighted("W", X), X), 1, -2.0, "(1.00·3.00 + 1.00·(−1.00))·(−1.00)"),
        (one_minus(X), 1, 2.0, "1 − (−1.00)"),
        (one_minus(total(X, Y)), 0, -4.0, "1 − (3.00 + 2.00)"),
        (Quotient(X, Y), 0, 1.5, "3.00 / 2.00"),
        (Quotient(total(X, Y), times(X, Y)), 0, 5 / 6, "(3.00 + 2.00) / (3.00·2.00)"),
        (Quotient(X, Y), 1, -math.inf, "−1.00 / 0.00"),
        (Larger(X, Y), 1, 0.0, "max(−1.00, 0.00)"),
        (Applied("ReLU", X), 1, 0.0, "ReLU(−1.00)"),
        (Minus(X), 0, -3.0, "−3.00"),
    ],
)
def test_it_is_worked_out_and_written(expression: Expression, unit: int, value: float, text: str) -> None:
    assert evaluate(expression, NUMBERS, unit) == pytest.approx(value)
    assert written(expression, NUMBERS, unit) == text


def test_nothing_by_nothing_is_no_number() -> None:
    assert math.isnan(evaluate(Quotient(Y, Y), NUMBERS, 1))


def test_an_alternative_is_settled_by_the_number_it_hangs_on() -> None:
    either = times(WhereZero("y", X, Constant(7.0)), X)
    assert (evaluate(either, NUMBERS, 0), evaluate(either, NUMBERS, 1)) == (21.0, 1.0)
    assert settled(either, NUMBERS, 1) == times(X, X)
    assert has_alternative(either)
    assert not has_alternative(settled(either, NUMBERS, 0))
    assert Reached("y", False) in reached(either)


def test_what_is_made_of_rows_is_said_to_be() -> None:
    assert list(reached(Weighted("W", times(X, Given("b"))))) == [
        Reached("W", True),
        Reached("x", True),
        Reached("b", False),
    ]


def test_what_is_no_expression_is_refused() -> None:
    class Other(Expression):
        pass

    for work in (evaluate, written):
        with pytest.raises(TypeError, match="Other is no expression"):
            work(Other(), NUMBERS)
