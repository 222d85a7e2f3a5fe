"""The pieces that an expression falls into, each with its number and with the quantities that stand in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.evaluate import Numbers, evaluate
from lstm_gui.graph.expression import (
    Applied,
    Constant,
    Expression,
    Given,
    Minus,
    Product,
    Quotient,
    Read,
    RootOfWidth,
    Total,
    Weighted,
    parts,
)
from lstm_gui.simulator.number_text import MINUS
from lstm_gui.simulator.quantity import Quantity

Token = str | Quantity
"""A sign or a number of the equation itself, or a quantity whose symbol stands there."""


@dataclass(frozen=True, slots=True)
class Contributor:
    """One of the numbers that a number is made of: a term, a factor, or another part of its equation."""

    value: float
    tokens: tuple[Token, ...]  # how it is written, from left to right

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities in it, as they stand there."""
        return tuple(token for token in self.tokens if isinstance(token, Quantity))

    @property
    def leads_to(self) -> Quantity | None:
        """Where one goes from here: to what is weighed or let through, not to its weight or its gate."""
        return self.quantities[-1] if self.quantities else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: its numbers, its step and unit, and where a state that it reads is from."""

    numbers: Numbers
    step: int
    unit: int
    source: Callable[[Quantity], Quantity]
    graph: CellGraph | None = None  # of the cell; without it every matrix is a parameter
    column: int = 0  # where the expression is that of one number of a matrix,
    made_matrix: bool = False  # as this says

    def contributor(self, expression: Expression, unit: int | None = None) -> Contributor:
        """An expression as one piece."""
        of = self.unit if unit is None else unit
        return Contributor(evaluate(expression, self.numbers, of), tuple(self._tokens(expression, of)))

    def terms(self, expression: Expression) -> Iterator[Contributor]:
        """What adds up to a settled expression: one piece a term, and of a weighted row one a column."""
        match expression:
            case Total(terms):
                for term in terms:
                    yield from self.terms(term)
            case Weighted(matrix, of):
                for column in range(self.numbers.columns(matrix)):
                    yield self._weighted(matrix, of, column)
            case _:
                yield self.contributor(expression)

    def parts(self, expression: Expression) -> Iterator[Contributor]:
        """What stands directly inside an expression: factors, what is divided and by what …"""
        return (self.contributor(part) for part in parts(expression))

    def quantity(self, name: str, unit: int) -> Quantity:
        """What a name in an expression stands for; of x, the unit is which input."""
        if name == "x":
            return Quantity("x", self.step, source=unit)
        return self.source(self._read(name, unit))

    def _read(self, name: str, unit: int) -> Quantity:
        """What a name stands for, in the equation of one number of a matrix or in another."""
        if self.graph is not None and self.graph.is_matrix(name):
            return Quantity(name, self.step, unit, self.column)
        across = self.graph is not None and self.made_matrix and name == self.graph.across
        return Quantity(name, self.step, self.column if across else unit)

    def _weighted(self, matrix: str, of: Expression, column: int) -> Contributor:
        weight = self._weight(matrix, column)
        number = self.numbers.given(matrix, self.unit, column) * evaluate(of, self.numbers, column)
        return Contributor(number, (weight, "·", *self._bracketed(of, column)))

    def _weight(self, matrix: str, column: int) -> Quantity:
        """What one number of a row is: of a parameter, or of what is computed and stands for a matrix."""
        graph = self.graph
        if graph is None or matrix in graph.parameter:
            shared = graph is not None and graph.parameter[matrix].rows == "one"
            return Quantity(matrix, unit=0 if shared else self.unit, source=column)
        if graph.is_matrix(matrix):
            return Quantity(matrix, self.step, self.unit, column)
        return Quantity(matrix, self.step, column)

    def _tokens(self, expression: Expression, unit: int) -> Iterator[Token]:
        match expression:
            case Read(name):
                yield self.quantity(name, unit)
            case Given(name):
                shared = self.graph is not None and self.graph.parameter[name].rows == "one"
                yield Quantity(name, unit=0 if shared else unit)
            case RootOfWidth(matrix):
                yield f"√{self.numbers.columns(matrix)}"
            case Constant(value):
                yield f"{value:g}"
            case Weighted(matrix, of):
                for column in range(self.numbers.columns(matrix)):
                    yield from (" + ",) if column else ()
                    yield from (self._weight(matrix, column), "·", *self._bracketed(of, column))
            case Minus(of):
                yield MINUS
                yield from self._bracketed(of, unit)
            case Applied(function, to):
                yield from (f"{function}(", *self._tokens(to, unit), ")")
            case Total(terms):
                yield from self._sum(terms, unit)
            case _:
                sign = {Product: "·", Quotient: " / "}.get(type(expression), ", ")
                yield from self._joined(parts(expression), sign, unit)

    def _sum(self, terms: tuple[Expression, ...], unit: int) -> Iterator[Token]:
        for number, term in enumerate(terms):
            tokens = tuple(self._tokens(term, unit))
            minus = tokens[0] == MINUS
            if number:
                yield f" {MINUS} " if minus else " + "
            yield from tokens[1:] if minus and number else tokens

    def _joined(self, inside: tuple[Expression, ...], sign: str, unit: int) -> Iterator[Token]:
        for number, part in enumerate(inside):
            if number:
                yield sign
            yield from self._bracketed(part, unit)

    def _bracketed(self, expression: Expression, unit: int) -> Iterator[Token]:
        tokens = self._tokens(expression, unit)
        yield from ("(", *tokens, ")") if isinstance(expression, Total | Weighted) else tokens
