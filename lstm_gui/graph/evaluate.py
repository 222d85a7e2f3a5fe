"""Works out an expression from numbers: those of a run, or those that stand on screen."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from lstm_gui.graph.expression import (
    Applied,
    Constant,
    Expression,
    Given,
    Larger,
    Minus,
    Product,
    Quotient,
    Read,
    RootOfWidth,
    Total,
    Weighted,
    WhereZero,
    with_parts,
)
from lstm_gui.graph.functions import FUNCTIONS


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where the numbers of an expression come from, all at one step. Units and columns count from 0."""

    read: Callable[[str, int], float]  # a quantity by its name and unit; of "x" the unit is which input
    given: Callable[[str, int, int], float]  # a parameter by its name, unit and column
    columns: Callable[[str], int]  # how many columns a parameter has


def evaluate(expression: Expression, numbers: Numbers, unit: int = 0) -> float:
    """What an expression comes to for one unit."""
    match expression:
        case Read(name):
            return numbers.read(name, unit)
        case Given(name):
            return numbers.given(name, unit, 0)
        case Constant(value):
            return value
        case Weighted(matrix, of):
            return math.fsum(
                numbers.given(matrix, unit, k) * evaluate(of, numbers, k)
                for k in range(numbers.columns(matrix))
            )
        case RootOfWidth(matrix):
            return math.sqrt(numbers.columns(matrix))
        case Minus(of):
            return -evaluate(of, numbers, unit)
        case WhereZero():
            return evaluate(settled(expression, numbers, unit), numbers, unit)
        case _:
            return _combined(expression, numbers, unit)


def settled(expression: Expression, numbers: Numbers, unit: int = 0) -> Expression:
    """An expression with each alternative in it replaced by the one that counts for this unit."""
    match expression:
        case WhereZero(name, then, otherwise):
            return settled(otherwise if numbers.read(name, unit) else then, numbers, unit)
    return with_parts(expression, lambda part: settled(part, numbers, unit))


def _combined(expression: Expression, numbers: Numbers, unit: int) -> float:
    """What is made of the results of its parts."""
    match expression:
        case Total(terms):
            return sum(evaluate(term, numbers, unit) for term in terms)
        case Product(factors):
            return math.prod(evaluate(factor, numbers, unit) for factor in factors)
        case Applied(function, to):
            return FUNCTIONS[function](evaluate(to, numbers, unit))
        case Quotient(above, below):
            return _divided(evaluate(above, numbers, unit), evaluate(below, numbers, unit))
        case Larger(first, second):
            return max(evaluate(first, numbers, unit), evaluate(second, numbers, unit))
    raise TypeError(f"{type(expression).__name__} is no expression")


def _divided(above: float, below: float) -> float:
    """A quotient as floating-point arithmetic has it: shown numbers may well be divided by 0.00."""
    if below:
        return above / below
    return math.copysign(math.inf, above) if above else math.nan
