"""A memory taken apart through time: what each step wrote into it, times all that was kept of it since.

Of a state s_t = k_t s_{t−1} + w_t, as the cell state of an LSTM is with k = f and w = i g, what stands at t
is Σ_j w_j Π_{j<m≤t} k_m + s_0 Π_{m≤t} k_m, exactly. The states of an sLSTM and h of a GRU have this form too.
"""

from collections.abc import Iterator
from functools import cache

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.evaluate import Numbers, evaluate
from lstm_gui.graph.expression import Expression, Product, Read, Total, reached
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.contributions import Contributions, Way, source_of
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.terms import Contributor, Place
from lstm_gui.simulator.values import override_of, value_of

Memory = tuple[Expression, Expression]  # what is kept of the state, a factor; and what is written


def over_time(frame: Frame, quantity: Quantity) -> Contributions | None:
    """What every step up to a state's own wrote into it and where it started, as it counts there.

    None for what is no such memory. It starts where it was put in by hand last, or at the first step.
    """
    scene = frame.state.scene
    memory = memory_of(scene.cell.graph, quantity.name)
    if memory is None:
        return None
    found = tuple(_written(frame, quantity, memory))
    value = value_of(frame, quantity)
    return Contributions(quantity, value, Way.OVER_TIME, found, inner=value)


@cache
def memory_of(graph: CellGraph, name: str) -> Memory | None:
    """What a state keeps and writes at each step, or None where that is not how it is made."""
    made_of = graph.quantity[name].made_of if name in graph.carried else None
    if not isinstance(made_of, Total):
        return None
    read = f"{name}_previous"
    kept = [term for term in made_of.terms if _reads(term, read)]
    written = tuple(term for term in made_of.terms if term not in kept)
    share = _share(kept[0], read) if len(kept) == 1 else None
    return None if share is None or not written else (share, Total(written))


def _share(term: Expression, read: str) -> Expression | None:
    """What a state is multiplied by in a term, or None where it is not a factor of it."""
    factors = term.factors if isinstance(term, Product) else (term,)
    others = tuple(factor for factor in factors if factor != Read(read))
    alone = len(others) == len(factors) - 1 and not any(_reads(other, read) for other in others)
    return Product(others) if alone else None


def _reads(expression: Expression, name: str) -> bool:
    return any(part.name == name for part in reached(expression))


def _written(frame: Frame, quantity: Quantity, memory: Memory) -> Iterator[Contributor]:
    """From the step of the quantity back to where the memory starts."""
    kept_share, written = memory
    unit, kept = quantity.unit, 1.0
    for step in range(quantity.step, _start(frame.state.scene, quantity) - 1, -1):
        place = Place(_numbers(frame, step), step, unit, lambda read: source_of(frame, read))
        wrote = place.contributor(written)
        yield Contributor(wrote.value * kept, wrote.tokens)
        kept *= evaluate(kept_share, place.numbers, unit)
    start = Quantity(f"{quantity.name}_previous", step, unit)
    yield Contributor(value_of(frame, start) * kept, (start,))


def _start(scene: Scene, quantity: Quantity) -> int:
    """The last step, up to that of a state, that did not read it from the step before."""
    read = f"{quantity.name}_previous"
    steps = range(quantity.step, 0, -1)
    return next((t for t in steps if override_of(scene, Quantity(read, t, quantity.unit)) is not None), 1)


def _numbers(frame: Frame, step: int) -> Numbers:
    """The numbers of a step, each looked up when it is asked for: few are, of every step."""
    cell, arrays = frame.state.scene.cell, frame.arrays
    return Numbers(
        read=lambda name, unit: float(arrays[name][step - 1, unit]),
        given=lambda name, unit, column: cell.array(name)[unit][column],
        columns=lambda name: len(cell.array(name)[0]),
    )
