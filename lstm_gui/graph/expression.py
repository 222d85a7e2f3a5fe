"""What a quantity is made of, as a small expression: sums, products and functions of what was there before.

An expression is about one unit. `Read` is that unit's own number, but inside a `Weighted` it is that of each
unit (or input) in turn.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Expression:
    """Something that comes to a number for each unit at each step."""


@dataclass(frozen=True, slots=True)
class Read(Expression):
    """A quantity with a step: "x", "f", or "h_previous" for what the step read as h_{t−1}."""

    name: str


@dataclass(frozen=True, slots=True)
class Given(Expression):
    """A parameter that has one number for each unit: "b_f", "p_o"."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """A number that belongs to the equation."""

    value: float


@dataclass(frozen=True, slots=True)
class Weighted(Expression):
    """A row of a matrix times what it weighs: Σ_k W[unit, k] · of[k]. A computed one is named as such."""

    matrix: str
    of: Expression


@dataclass(frozen=True, slots=True)
class RootOfWidth(Expression):
    """√ of how many columns a matrix has."""

    matrix: str


@dataclass(frozen=True, slots=True)
class Total(Expression):
    """A sum."""

    terms: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Product(Expression):
    """A product."""

    factors: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Minus(Expression):
    """−of."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Applied(Expression):
    """A function of `functions.py` applied: "σ", "tanh" …"""

    function: str
    to: Expression


@dataclass(frozen=True, slots=True)
class Quotient(Expression):
    """above / below."""

    above: Expression
    below: Expression


@dataclass(frozen=True, slots=True)
class Larger(Expression):
    """The larger of two."""

    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True)
class WhereZero(Expression):
    """`then` where a quantity is zero, and `otherwise` elsewhere."""

    name: str
    then: Expression
    otherwise: Expression


def total(*terms: Expression) -> Total:
    """A sum of its arguments."""
    return Total(terms)


def times(*factors: Expression) -> Product:
    """A product of its arguments."""
    return Product(factors)


def one_minus(of: Expression) -> Total:
    """1 − of."""
    return total(Constant(1.0), Minus(of))


@dataclass(frozen=True, slots=True)
class Reached:
    """A name in an expression, and whether a whole row stands behind it: every unit, input or column."""

    name: str
    spread: bool


def reached(expression: Expression, spread: bool = False) -> Iterator[Reached]:
    """Every quantity and parameter that an expression is made of, as often as it stands there."""
    match expression:
        case Read(name) | WhereZero(name):
            yield Reached(name, spread)
        case Given(name):
            yield Reached(name, False)
        case Weighted(matrix):
            yield Reached(matrix, True)
            spread = True
    for part in parts(expression):
        yield from reached(part, spread)


def has_alternative(expression: Expression) -> bool:
    """Whether there is a `WhereZero` in an expression."""
    return isinstance(expression, WhereZero) or any(map(has_alternative, parts(expression)))


def parts(expression: Expression) -> tuple[Expression, ...]:
    """The expressions directly inside one."""
    found: list[Expression] = []
    for field in fields(expression):
        value = getattr(expression, field.name)
        inside = value if isinstance(value, tuple) else (value,)
        found += [part for part in inside if isinstance(part, Expression)]
    return tuple(found)


def with_parts(expression: Expression, change: Callable[[Expression], Expression]) -> Expression:
    """The same expression with everything directly inside it changed."""
    changed: dict[str, Any] = {}
    for field in fields(expression):
        value = getattr(expression, field.name)
        if isinstance(value, tuple):
            changed[field.name] = tuple(change(part) for part in value)
        elif isinstance(value, Expression):
            changed[field.name] = change(value)
    return replace(expression, **changed) if changed else expression
