"""A memory taken apart through time: what each step wrote into it, times all that was kept of it since.

Of a state s_t = k_t s_{t−1} + w_t, as the cell state of an LSTM is with k = f and w = i g, what stands at t
is Σ_j w_j Π_{j<m≤t} k_m + s_0 Π_{m≤t} k_m, exactly. The states of an sLSTM and h of a GRU have this form too.
"""

from collections.abc import Iterator, Set
from functools import cache, lru_cache
from math import prod

import numpy as np

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.evaluate import Numbers
from lstm_gui.graph.expression import Constant, Expression, Minus, Product, Read, Total, parts, reached
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.contributions import Contributions, Way
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.terms import Contributor, Place, Token
from lstm_gui.simulator.values import value_of

Memory = tuple[Expression, Expression]  # what is kept of the state, a factor; and what is written


def over_time(frame: Frame, quantity: Quantity) -> Contributions | None:
    """What every step up to a state's own wrote into it and where it started, as it counts there.

    None for what is no such memory. It starts where it was put in by hand last, or at the first step.
    """
    graph = frame.state.scene.cell.graph
    memory = memory_of(graph, quantity.name)
    if memory is None:
        return None
    found = tuple(_written(frame, quantity, memory))
    value = value_of(frame, quantity)
    return Contributions(quantity, value, Way.OVER_TIME, found, inner=value)


@cache
def memory_of(graph: CellGraph, name: str) -> Memory | None:
    """What a state keeps and writes at each step, or None where that is not how it is made."""
    one_number = name in graph.carried and not graph.is_matrix(name)
    made_of = graph.quantity[name].made_of if one_number else None
    if not isinstance(made_of, Total) or not _is_plain(made_of):
        return None
    read = f"{name}_previous"
    kept = [term for term in made_of.terms if _reads(term, {read})]
    written = tuple(term for term in made_of.terms if term not in kept)
    share = _share(kept[0], read) if len(kept) == 1 else None
    if share is None or not written or _reads(Total(written), graph.read_of.keys()):
        return None
    return share, Total(written)


def _share(term: Expression, read: str) -> Expression | None:
    """What a state is multiplied by in a term, or None where it is not a factor of it."""
    factors = term.factors if isinstance(term, Product) else (term,)
    others = tuple(factor for factor in factors if factor != Read(read))
    alone = len(others) == len(factors) - 1 and not any(_reads(other, {read}) for other in others)
    return Product(others) if alone else None


def _reads(expression: Expression, names: Set[str]) -> bool:
    return any(part.name in names for part in reached(expression))


def _is_plain(expression: Expression) -> bool:
    """Whether it is reckoned alike for one step and for all of them at once."""
    plain = isinstance(expression, Read | Constant | Product | Total | Minus)
    return plain and all(map(_is_plain, parts(expression)))


def _written(frame: Frame, quantity: Quantity, memory: Memory) -> Iterator[Contributor]:
    """From the step of the quantity back to where the memory starts."""
    graph, name, unit = frame.state.scene.cell.graph, quantity.name, quantity.unit
    first, last = _start(frame, quantity), quantity.step
    with np.errstate(over="ignore", invalid="ignore"):  # what explodes is told of where it shows
        steps = slice(first - 1, last)
        kept, wrote = (_at_steps(frame, part, steps, unit)[::-1] for part in memory)
        since = np.concatenate([[1.0], np.cumprod(kept)])  # of what stood `n` steps before
        sizes = (wrote * since[:-1]).tolist()
        start = Quantity(f"{name}_previous", first, unit)
        started = float(since[-1] * value_of(frame, start))
    for size, step in zip(sizes, range(last, first - 1, -1), strict=True):
        yield Contributor(size, _tokens(graph, name, step, unit))
    yield Contributor(started, (start,))


def _at_steps(frame: Frame, expression: Expression, steps: slice, unit: int) -> FloatArray:
    """What a plain expression comes to at steps, all at once (T,)."""
    inside = [_at_steps(frame, part, steps, unit) for part in parts(expression)]
    made = np.full(steps.stop - steps.start, 1.0 if isinstance(expression, Product) else 0.0)
    match expression:
        case Read(name):
            made = frame.arrays[name][steps, unit]
        case Constant(value):
            made = made + value
        case Minus():
            made = -inside[0]
        case Product():
            made = prod(inside, start=made)
        case Total():
            made = sum(inside, start=made)
    return made


@lru_cache(maxsize=4096)
def _tokens(graph: CellGraph, name: str, step: int, unit: int) -> tuple[Token, ...]:
    """How that is written which a step writes: it reads no state, so it is the same in every run."""
    memory = memory_of(graph, name)
    assert memory is not None
    numbers = Numbers(lambda *_: 1.0, lambda *_: 1.0, lambda _: 0)  # whatever they are
    return Place(numbers, step, unit, lambda read: read).contributor(memory[1]).tokens


def _start(frame: Frame, quantity: Quantity) -> int:
    """The last step, up to that of a state, that did not read it from the step before."""
    overrides = frame.state.scene.overrides
    held = (one.step for one in overrides if (one.state, one.unit) == (quantity.name, quantity.unit))
    return max((step for step in held if step <= quantity.step), default=1)
