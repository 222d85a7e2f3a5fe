"""A long equation is short on its row and whole in its tooltip."""

from lstm_gui.gui.simulator.equations.words import full_equation, is_long, spoken_equation
from lstm_gui.simulator.frame import Equation
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.frames import frame_of


def test_the_whole_equation_is_broken_between_its_terms() -> None:
    long = frame_of("embedded-reber").equations.equations[0]
    assert is_long(long)
    lines = full_equation(long).splitlines()
    assert max(map(len, lines)) < 90
    assert " ".join(" ".join(lines).split()) == " ".join(spoken_equation(long).split())


def test_a_short_one_is_not_long() -> None:
    assert not any(is_long(equation) for equation in frame_of().equations.equations)


def test_many_terms_are_told_by_what_they_come_to() -> None:
    short = Equation(Quantity("f", 1), "σ(1.00·1.00)", "σ(1.00)", "0.73")
    assert short.brief == short.whole
    many = Equation(Quantity("f", 1), " + ".join(["1.00·1.00"] * 12), "σ(12.00)", "1.00")
    assert many.brief == "σ(12.00) = 1.00"
    assert Equation(Quantity("f", 1), many.substituted, "", "1.00").brief.startswith("1.00·1.00")
