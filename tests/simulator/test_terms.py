"""An expression falls into the pieces that a person sees in it, written as mathematics is."""

import pytest

from lstm_gui.graph.evaluate import Numbers
from lstm_gui.graph.expression import (
    Applied,
    Expression,
    Minus,
    Quotient,
    Read,
    Weighted,
    one_minus,
    times,
    total,
)
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.terms import Place

NUMBERS = Numbers(read=lambda _name, unit: 2.0 + unit, given=lambda *_: 3.0, columns=lambda _: 2)
PLACE = Place(NUMBERS, 4, 1, lambda read: read)
F, C = Read("f"), Read("c")
OF_F, OF_C = Quantity("f", 4, 1), Quantity("c", 4, 1)


@pytest.mark.parametrize(
    ("expression", "tokens"),
    [
        (times(F, C), (OF_F, "·", OF_C)),
        (times(one_minus(F), C), ("(", "1", " − ", OF_F, ")", "·", OF_C)),
        (times(F, Applied("tanh", C)), (OF_F, "·", "tanh(", OF_C, ")")),
        (Quotient(C, total(F, C)), (OF_C, " / ", "(", OF_F, " + ", OF_C, ")")),
        (Minus(total(F, Minus(C))), ("−", "(", OF_F, " − ", OF_C, ")")),
    ],
)
def test_a_piece_is_written_as_it_stands(expression: Expression, tokens: tuple[object, ...]) -> None:
    made = PLACE.contributor(expression)
    assert made.tokens == tokens
    assert made.leads_to == OF_C


def test_a_weighted_row_has_a_term_for_each_column() -> None:
    row = Weighted("W_f", Read("x"))
    found = list(PLACE.terms(total(row, total(F, C))))
    assert [one.value for one in found] == [6.0, 9.0, 3.0, 3.0]
    assert found[1].tokens == (Quantity("W_f", 0, 1, 1), "·", Quantity("x", 4, 0, 1))
