"""The equations of a cell as lines of Python, in the words of one library."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lstm_gui.graph.cell_graph import CellGraph
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
    Total,
    Weighted,
    WhereZero,
    parts,
)

LINE = 88  # characters; a longer sum is broken over lines
_SUM, _PRODUCT, _WHOLE = 1, 2, 3  # what binds more tightly needs no brackets inside what binds less


@dataclass(frozen=True)
class Library:
    """How a library writes what equations are made of, each with a place {} for what it is about."""

    functions: Mapping[str, str]  # "tanh" -> "np.tanh({})"
    given: str  # a parameter: "self.{}"
    weighted: Callable[[str, str], str]  # (matrix, vector) -> their product
    is_call: bool  # whether that product is a call, which never needs brackets
    larger: str
    where: str


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    binds: int = _WHOLE

    def inside(self, binds: int) -> str:
        """In brackets where it would come apart in something that binds as tightly as that."""
        return self.text if self.binds >= binds else f"({self.text})"


def functions_of(graph: CellGraph) -> set[str]:
    """The functions that a cell applies, as equations write them: σ, tanh …"""
    return {function for one in graph.computed for function in _applied(one.made_of)}


def _applied(expression: Expression) -> Iterator[str]:
    if isinstance(expression, Applied):
        yield expression.function
    for part in parts(expression):
        yield from _applied(part)


def equations(graph: CellGraph, library: Library) -> list[str]:
    """A line (or several) for each quantity that a cell computes, in order."""
    return [line for one in graph.computed for line in equation(one.name, one.made_of, library)]


def equation(name: str, made_of: Expression, library: Library) -> list[str]:
    """A quantity and what it is made of: a line, or one for each term of a long sum."""
    line = f"{name} = {_written(made_of, library).text}"
    if len(line) <= LINE or not isinstance(made_of, Total):
        return [line]
    first, *others = _terms(made_of, library)
    return [f"{name} = (", f"    {_without_plus(first)}", *(f"    {term}" for term in others), ")"]


def _written(expression: Expression, library: Library) -> _Text:
    match expression:
        case Read(name):
            return _Text(name)
        case Given(name):
            return _Text(library.given.format(name))
        case Constant(value):
            return _Text(f"{value:g}")
        case Weighted(matrix, of):
            product = library.weighted(library.given.format(matrix), _written(of, library).inside(_WHOLE))
            return _Text(product, _WHOLE if library.is_call else _PRODUCT)
        case Applied(function, to):
            return _Text(library.functions[function].format(_written(to, library).text))
    return _combined(expression, lambda part: _written(part, library), library)


def _combined(expression: Expression, write: Callable[[Expression], _Text], library: Library) -> _Text:
    """What is made of several parts."""
    match expression:
        case Total():
            return _Text(_without_plus(" ".join(_terms(expression, library))), _SUM)
        case Minus(of):
            return _Text(f"-{write(of).inside(_PRODUCT)}", _SUM)
        case Product(factors):
            first, *others = (write(factor) for factor in factors)
            tail = [other.inside(_WHOLE) for other in others]
            return _Text(" * ".join((first.inside(_PRODUCT), *tail)), _PRODUCT)
        case Quotient(above, below):
            return _Text(f"{write(above).inside(_PRODUCT)} / {write(below).inside(_WHOLE)}", _PRODUCT)
        case Larger(first_, second):
            return _Text(library.larger.format(write(first_).text, write(second).text))
        case WhereZero(name, then, otherwise):
            return _Text(library.where.format(f"{name} == 0", write(then).text, write(otherwise).text))
    raise TypeError(f"{type(expression).__name__} is no expression that a cell is made of")


def _terms(made_of: Total, library: Library) -> list[str]:
    """Each term of a sum with its sign before it: "+ x", "- y"."""
    return [_signed(term, library) for term in made_of.terms]


def _signed(term: Expression, library: Library) -> str:
    if isinstance(term, Minus):
        return f"- {_written(term.of, library).inside(_PRODUCT)}"
    return f"+ {_written(term, library).text}"


def _without_plus(signed: str) -> str:
    """A sum as it begins: no +, and a − close to what it is about."""
    return signed[2:] if signed.startswith("+") else f"-{signed[2:]}"
