"""Equations as text: in one line for who hears them, broken into lines where they are long."""

import re

from lstm_gui.simulator.frame import Equation

_LONG = 4  # products: a row of the card has no room for so many
_LINE = 72  # characters


def spoken_equation(equation: Equation) -> str:
    """An equation in one line of text."""
    return f"{equation.quantity.name} = {equation.whole}"


def is_long(equation: Equation) -> bool:
    """Whether an equation has more terms than a person reads at a glance."""
    return equation.substituted.count("·") >= _LONG


def full_equation(equation: Equation) -> str:
    """All of an equation, broken between its terms; what it comes to stands in a line of its own."""
    lines = [f"{equation.quantity.name} ="]
    for term in re.split(r" (?=[+−] )", equation.substituted):
        if len(lines[-1]) + len(term) >= _LINE:
            lines.append("   ")
        lines[-1] += f" {term}"
    return "\n".join((*lines, f"    {equation.result}"))
