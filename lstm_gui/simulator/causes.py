"""What each quantity is computed from and what it feeds: the wiring of the cell, unrolled through time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.quantity import PARAMETERS, STATES, Quantity
from lstm_gui.simulator.values import fits

Quantities = frozenset[Quantity]

_STATIONS = frozenset((*STATES, *(f"z_{gate}" for gate in GATES), "tanh_c"))
_NOTHING: Quantities = frozenset()


@dataclass(frozen=True, slots=True)
class _Wiring:
    """All of a scene that the wiring hangs on; no number in it changes while a value is dragged."""

    inputs: int
    units: int
    steps: int
    overridden: frozenset[tuple[int, str, int]]  # (step, "h" or "c", unit)

    def has(self, quantity: Quantity) -> bool:
        return fits(quantity, self.inputs, self.units, self.steps)


def causes(quantity: Quantity, scene: Scene) -> Quantities:
    """What `quantity` is directly computed from; nothing for what is given or put in by hand."""
    return _causes(quantity, _wiring(scene))


def effects(quantity: Quantity, scene: Scene) -> Quantities:
    """What is directly computed from `quantity`: the inverse of `causes`."""
    return _effects(quantity, _wiring(scene))


def traced_causes(quantity: Quantity, scene: Scene) -> Quantities:
    """The causes of `quantity`, and where one is but a way station (z, tanh c, h₋, c₋), its causes too.

    The forget gate thus goes back to its weights and its input, which is what a person looks for.
    """
    return _traced(_causes, quantity, _wiring(scene))


def traced_effects(quantity: Quantity, scene: Scene) -> Quantities:
    """The effects of `quantity`, and where one is but a way station, its effects too."""
    return _traced(_effects, quantity, _wiring(scene))


def _wiring(scene: Scene) -> _Wiring:
    places = frozenset((override.step, override.state, override.unit) for override in scene.overrides)
    return _Wiring(scene.cell.inputs, scene.cell.units, scene.steps, places)


@lru_cache(maxsize=256)
def _traced(
    follow: Callable[[Quantity, _Wiring], Quantities], quantity: Quantity, wiring: _Wiring
) -> Quantities:
    found: set[Quantity] = set()
    ahead = set(follow(quantity, wiring))
    while ahead:
        found |= ahead
        stations = [reached for reached in ahead if reached.name in _STATIONS]
        ahead = {further for station in stations for further in follow(station, wiring)} - found
    return frozenset(found)


def _causes(quantity: Quantity, wiring: _Wiring) -> Quantities:
    name, t, unit = quantity.name, quantity.step, quantity.unit
    if name in PARAMETERS or name == "x" or not wiring.has(quantity):
        return _NOTHING
    if name in STATES:
        carried = t > 1 and (t, name[0], unit) not in wiring.overridden
        return frozenset((Quantity(name[0], t - 1, unit),)) if carried else _NOTHING
    if name.startswith("z_"):
        return _summands(quantity, wiring)
    if name in GATES:
        return frozenset((Quantity(f"z_{name}", t, unit),))
    made_of = {"c": ("f", "c_previous", "i", "g"), "tanh_c": ("c",), "h": ("o", "tanh_c")}[name]
    return frozenset(Quantity(cause, t, unit) for cause in made_of)


def _effects(quantity: Quantity, wiring: _Wiring) -> Quantities:
    name, t, unit = quantity.name, quantity.step, quantity.unit
    if not wiring.has(quantity):
        return _NOTHING
    if name in PARAMETERS:
        z = f"z_{quantity.gate}"
        return frozenset(Quantity(z, t, unit) for t in range(1, wiring.steps + 1))
    if name in ("x", "h_previous"):
        return frozenset(Quantity(f"z_{gate}", t, other) for gate in GATES for other in range(wiring.units))
    if name.startswith("z_"):
        return frozenset((Quantity(quantity.gate, t, unit),))
    feeds = {"c": ("tanh_c",), "tanh_c": ("h",), "o": ("h",), "h": ()}.get(name, ("c",))
    reached = {Quantity(effect, t, unit) for effect in feeds}
    if name in ("c", "h") and t < wiring.steps and (t + 1, name, unit) not in wiring.overridden:
        reached.add(Quantity(f"{name}_previous", t + 1, unit))
    return frozenset(reached)


def _summands(z: Quantity, wiring: _Wiring) -> Quantities:
    gate, t, unit = z.gate, z.step, z.unit
    inputs, units = range(wiring.inputs), range(wiring.units)
    return frozenset(
        (
            *(Quantity("x", t, source=source) for source in inputs),
            *(Quantity("h_previous", t, other) for other in units),
            *(Quantity(f"W_{gate}", unit=unit, source=source) for source in inputs),
            *(Quantity(f"U_{gate}", unit=unit, source=other) for other in units),
            Quantity(f"b_{gate}", unit=unit),
        )
    )
