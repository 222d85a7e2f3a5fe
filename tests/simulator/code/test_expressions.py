"""An equation as Python comes to what the equation comes to, with brackets only where they are needed."""

import numpy as np
import pytest

from lstm_gui.graph.evaluate import Numbers, evaluate
from lstm_gui.graph.expression import (
    Constant,
    Expression,
    Given,
    Larger,
    Minus,
    Quotient,
    Read,
    Weighted,
    WhereZero,
    one_minus,
    times,
    total,
)
from lstm_gui.simulator.code.expressions import Library, equation

X, Y, H = Read("x"), Read("y"), Read("h")
LIBRARY = Library({}, "{}", "{} @ {}".format, False, "np.maximum({}, {})", "np.where({}, {}, {})")
VALUES = {"x": np.array([3.0, -1.0]), "y": np.array([2.0, 0.0]), "h": np.array([-0.5, 4.0])}
GIVEN = {"W": np.array([[0.5, 2.0], [1.0, 1.0]]), "b": np.array([0.25, -4.0])}
NUMBERS = Numbers(
    read=lambda name, unit: float(VALUES[name][unit]),
    given=lambda name, unit, column: float(GIVEN[name].reshape(2, -1)[unit, column]),
    columns=lambda name: GIVEN[name].reshape(2, -1).shape[1],
)


@pytest.mark.parametrize(
    ("made_of", "text"),
    [
        (total(X, Minus(Y)), "x - y"),
        (total(X, Minus(total(Y, X))), "x - (y + x)"),
        (total(Minus(X)), "-x"),
        (Minus(total(X, H)), "-(x + h)"),
        (times(Minus(X), H), "(-x) * h"),
        (total(Minus(total(X, Y)), X), "-(x + y) + x"),
        (total(total(X, Y)), "x + y"),
        (times(total(X, Y), H), "(x + y) * h"),
        (times(one_minus(X), H), "(1 - x) * h"),
        (times(X, Weighted("W", H)), "x * (W @ h)"),
        (times(Weighted("W", H), X), "W @ h * x"),
        (Weighted("W", total(X, Y)), "W @ (x + y)"),
        (Quotient(times(X, H), total(X, Constant(9.0))), "x * h / (x + 9)"),
        (Quotient(X, times(H, Constant(2.0))), "x / (h * 2)"),
        (Larger(total(X, Given("b")), H), "np.maximum(x + b, h)"),
        (WhereZero("y", X, times(X, Y)), "np.where(y == 0, x, x * y)"),
    ],
)
def test_it_is_written_as_a_person_would(made_of: Expression, text: str) -> None:
    lines = equation("found", made_of, LIBRARY)
    assert lines == [f"found = {text}"]
    names = {**VALUES, **GIVEN, "np": np}
    exec(lines[0], names)
    np.testing.assert_allclose(
        np.asarray(names["found"]), [evaluate(made_of, NUMBERS, unit) for unit in range(2)], rtol=1e-15
    )


def test_a_long_sum_has_a_line_for_each_term() -> None:
    names = [f"a_{letter * 20}" for letter in "pqrst"]
    lines = equation("found", total(*(Minus(Read(name)) for name in names)), LIBRARY)
    assert lines == ["found = (", f"    -{names[0]}", *(f"    - {name}" for name in names[1:]), ")"]


def test_something_else_is_no_expression() -> None:
    with pytest.raises(TypeError, match="Expression is no expression"):
        equation("found", Expression(), LIBRARY)
