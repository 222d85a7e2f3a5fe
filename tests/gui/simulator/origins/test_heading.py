"""The equation of the card stands in a line, or in what is put in and what it comes to, or in brief."""

import pytest

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.origins.heading import equation_lines
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.simulator.text import width
from lstm_gui.simulator.frame import Equation
from lstm_gui.simulator.quantity import Quantity

STYLE, F = Style(palette("light")), Quantity("f", 5)


def written(equation: Equation | None, room: float) -> list[str]:
    """The lines, with the spaces at which none is broken as any others."""
    return [line.replace("\u00a0", " ") for line in equation_lines(equation, STYLE, room)]


@pytest.mark.usefixtures("qapp")
def test_the_equation_takes_as_many_lines_as_it_needs() -> None:
    short = Equation(F, "0.10·1.00", "", "0.10")
    gate = Equation(F, "σ(7.00·0.20 + 0.00·0.51 + 4.00)", "σ(5.40)", "1.00")
    many = Equation(F, f"σ({' + '.join(['1.00·0.10'] * 25)})", "σ(2.50)", "0.92", from_reduced="≈")
    room = width(STYLE.font(TEXT), f"= {gate.substituted}") + 1
    assert written(None, room) == []
    assert written(short, room) == ["= 0.10·1.00 = 0.10"]
    assert written(gate, room) == [f"= {gate.substituted}", "= σ(5.40) = 1.00"]
    assert written(many, room) == ["= σ(2.50) ≈ 0.92"]
