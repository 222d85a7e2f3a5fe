"""What each quantity is computed from and what it feeds: the wiring of the cell, unrolled through time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.expression import Reached
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.direction import followed
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.values import fits

Quantities = frozenset[Quantity]

_NOTHING: Quantities = frozenset()


@dataclass(frozen=True, slots=True)
class _Wiring:
    """All of a scene that the wiring hangs on; no number in it changes while a value is dragged."""

    graph: CellGraph
    inputs: int
    units: int
    steps: int
    overridden: frozenset[tuple[int, str, int]]  # (step, state, unit)

    def has(self, quantity: Quantity) -> bool:
        return fits(quantity, self.graph, self.inputs, self.units, self.steps)


def causes(quantity: Quantity, scene: Scene) -> Quantities:
    """What `quantity` is directly computed from; nothing for what is given or put in by hand."""
    return followed(lambda one, seen: _causes(one, _wiring(seen)), quantity, scene)


def effects(quantity: Quantity, scene: Scene) -> Quantities:
    """What is directly computed from `quantity`: the inverse of `causes`."""
    return followed(lambda one, seen: _effects(one, _wiring(seen)), quantity, scene)


def traced_causes(quantity: Quantity, scene: Scene) -> Quantities:
    """The causes of `quantity`, and where one is but a way station (z, tanh c, h₋, c₋), its causes too.

    The forget gate thus goes back to its weights and its input, which is what a person looks for.
    """
    return followed(lambda one, seen: _traced(_causes, one, _wiring(seen)), quantity, scene)


def traced_effects(quantity: Quantity, scene: Scene) -> Quantities:
    """The effects of `quantity`, and where one is but a way station, its effects too."""
    return followed(lambda one, seen: _traced(_effects, one, _wiring(seen)), quantity, scene)


def _wiring(scene: Scene) -> _Wiring:
    places = frozenset((override.step, override.state, override.unit) for override in scene.overrides)
    return _Wiring(scene.cell.graph, scene.cell.inputs, scene.cell.units, scene.steps, places)


@lru_cache(maxsize=256)
def _traced(
    follow: Callable[[Quantity, _Wiring], Quantities], quantity: Quantity, wiring: _Wiring
) -> Quantities:
    found: set[Quantity] = set()
    ahead = set(follow(quantity, wiring))
    while ahead:
        found |= ahead
        stations = [reached for reached in ahead if reached.name in wiring.graph.stations]
        ahead = {further for station in stations for further in follow(station, wiring)} - found
    return frozenset(found)


def _causes(quantity: Quantity, wiring: _Wiring) -> Quantities:
    name, t, unit = quantity.name, quantity.step, quantity.unit
    if not wiring.has(quantity):
        return _NOTHING
    if quantity.state:
        carried = t > 1 and (t, quantity.state, unit) not in wiring.overridden
        before = Quantity(quantity.state, t - 1, unit, quantity.source)
        return frozenset((before,)) if carried else _NOTHING
    parts = wiring.graph.made_of.get(name, ())
    return frozenset(cause for part in parts for cause in _standing_for(part, quantity, wiring))


def _standing_for(part: Reached, made: Quantity, wiring: _Wiring) -> Iterator[Quantity]:
    """The quantities that one name in the expression of `made` stands for."""
    t, unit, graph = made.step, made.unit, wiring.graph
    if part.name == "x":
        return (Quantity("x", t, source=source) for source in range(wiring.inputs))
    if part.name in graph.parameter:
        given = graph.parameter[part.name]
        row = unit if given.rows == "units" else 0
        columns = range(given.width(wiring.inputs, wiring.units))
        return (Quantity(part.name, unit=row, source=source) for source in columns)
    if graph.is_matrix(part.name):
        columns = range(wiring.units) if part.spread else range(made.source, made.source + 1)
        return (Quantity(part.name, t, unit, source) for source in columns)
    if graph.is_matrix(made.name) and part.name == graph.across:
        unit = made.source
    return (Quantity(part.name, t, other) for other in (range(wiring.units) if part.spread else (unit,)))


def _effects(quantity: Quantity, wiring: _Wiring) -> Quantities:
    if not wiring.has(quantity):
        return _NOTHING
    found = {effect for fed in wiring.graph.feeds[quantity.name] for effect in _fed_by(quantity, fed, wiring)}
    name, t, unit = quantity.name, quantity.step, quantity.unit
    after = (t + 1, name, unit)
    if name in wiring.graph.carried and t < wiring.steps and after not in wiring.overridden:
        found.add(Quantity(f"{name}_previous", t + 1, unit, quantity.source))
    return frozenset(found)


def _fed_by(given: Quantity, fed: Reached, wiring: _Wiring) -> Iterator[Quantity]:
    """The quantities that one name stands for in whose expressions `given` stands."""
    graph, every = wiring.graph, range(wiring.units)
    if given.name in graph.parameter:
        units = (given.unit,) if graph.parameter[given.name].rows == "units" else tuple(every)
        return (Quantity(fed.name, t, unit) for unit in units for t in range(1, wiring.steps + 1))
    if graph.is_matrix(fed.name) and graph.is_matrix(given.name):
        return iter((replace(given, name=fed.name),))
    if graph.is_matrix(fed.name):
        if given.name == graph.across:
            return (Quantity(fed.name, given.step, unit, given.unit) for unit in every)
        return (Quantity(fed.name, given.step, given.unit, source) for source in every)
    units = tuple(every) if fed.spread and not graph.is_matrix(given.name) else (given.unit,)
    return (Quantity(fed.name, given.step, unit) for unit in units)
