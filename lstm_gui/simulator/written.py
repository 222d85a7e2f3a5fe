"""Writes an expression with the numbers in it: 1.20·1.00 + 0.50·0.42 + 0.60."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lstm_gui.graph.evaluate import Numbers
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
)
from lstm_gui.simulator.number_text import MINUS, number_text


@dataclass(frozen=True, slots=True)
class _Text:
    """A written expression, and what it is to those around it."""

    text: str
    terms: int = 1  # a sum of several terms stands in brackets inside a product
    factors: int = 1  # a product or a quotient stands in brackets below a line

    @property
    def is_negative(self) -> bool:
        return self.text.startswith(MINUS)


def written(expression: Expression, numbers: Numbers, unit: int = 0) -> str:
    """A settled expression for one unit, with every number written out as `number_text` has it."""
    return _written(expression, numbers, unit).text


def _written(expression: Expression, numbers: Numbers, unit: int) -> _Text:
    match expression:
        case Read(name):
            return _Text(number_text(numbers.read(name, unit)))
        case Given(name):
            return _Text(number_text(numbers.given(name, unit, 0)))
        case Constant(value):
            return _Text(f"{value:g}")
        case RootOfWidth(matrix):
            return _Text(f"√{numbers.columns(matrix)}")
        case Weighted(matrix, of):
            return _sum(
                _product((_Text(number_text(numbers.given(matrix, unit, k))), _written(of, numbers, k)))
                for k in range(numbers.columns(matrix))
            )
    return _combined(expression, lambda part: _written(part, numbers, unit))


def _combined(expression: Expression, write: Callable[[Expression], _Text]) -> _Text:
    """What is made of its parts as they are written."""
    match expression:
        case Minus(of):
            return _Text(f"{MINUS}{_inside(write(of))}")
        case Total(terms):
            return _sum(write(term) for term in terms)
        case Product(factors):
            return _product(write(factor) for factor in factors)
        case Applied(function, to):
            return _Text(f"{function}({write(to).text})")
        case Quotient(above, below):
            return _Text(f"{_before(write(above))} / {_below(write(below))}", factors=2)
        case Larger(first, second):
            return _Text(f"max({write(first).text}, {write(second).text})")
    raise TypeError(f"{type(expression).__name__} is no expression")


def _sum(terms: Iterable[_Text]) -> _Text:
    """Terms joined by plus, or by minus where a term starts with one."""
    parts = list(terms)
    joined = parts[0].text
    for part in parts[1:]:
        joined += f" {MINUS} {part.text[1:]}" if part.is_negative else f" + {part.text}"
    return _Text(joined, sum(part.terms for part in parts), parts[0].factors if len(parts) == 1 else 1)


def _product(factors: Iterable[_Text]) -> _Text:
    first, *others = factors
    return _Text("·".join((_before(first), *map(_inside, others))), factors=2)


def _before(first: _Text) -> str:
    """What a product starts with: a sum stands in brackets, a negative number does not."""
    return f"({first.text})" if first.terms > 1 else first.text


def _inside(factor: _Text) -> str:
    """A number after a multiplication sign or a minus: a negative one stands in brackets, as a sum does."""
    return f"({factor.text})" if factor.terms > 1 or factor.is_negative else factor.text


def _below(factor: _Text) -> str:
    return f"({factor.text})" if factor.factors > 1 else _inside(factor)
