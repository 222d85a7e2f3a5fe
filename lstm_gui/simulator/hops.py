"""The way of a person who follows numbers back: what a number feeds, the hops taken, the step to look at."""

from dataclasses import dataclass, replace

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.causes import traced_effects
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at, set_step
from lstm_gui.simulator.values import belongs


@dataclass(frozen=True, slots=True)
class Trail:
    """The quantities come to, one hop after the other; the last is where one is."""

    hops: tuple[Quantity, ...] = ()

    @property
    def here(self) -> Quantity | None:
        """Where one is, or None."""
        return self.hops[-1] if self.hops else None

    def to(self, quantity: Quantity) -> "Trail":
        """One hop on; none where one is there already."""
        return self if quantity == self.here else replace(self, hops=(*self.hops, quantity))

    def back_to(self, number: int) -> "Trail":
        """Back to the hop of that number, counted from 0."""
        return replace(self, hops=self.hops[: number + 1])

    def back(self) -> "Trail":
        """One hop back; not farther than to where the trail began."""
        return self.back_to(max(0, len(self.hops) - 2))

    def within(self, scene: Scene) -> "Trail":
        """The trail in a scene that may lack some of it: nothing, where it lacks where one is."""
        if self.here is None or not belongs(self.here, scene):
            return Trail()
        left = tuple(hop for hop in self.hops if belongs(hop, scene))
        return self if left == self.hops else replace(self, hops=left)


def feeds(quantity: Quantity, scene: Scene) -> tuple[Quantity, ...]:
    """What a quantity feeds, way stations passed over, in the order of time and of reading.

    A parameter feeds every step: those at the step shown are told.
    """
    graph = scene.cell.graph
    order = {name: place for place, name in enumerate(graph.names)}
    found = (fed for fed in traced_effects(quantity, scene) if fed.name not in graph.stations)
    here = [fed for fed in found if quantity.step or fed.step == scene.step]
    own = quantity.unit if quantity.name != "x" else -1
    return tuple(sorted(here, key=lambda fed: (fed.step, fed.unit != own, fed.unit, order[fed.name])))


def looking_at(state: SimState, quantity: Quantity) -> SimState:
    """The state in which a quantity can be seen: at its step, with its unit or input, in its direction."""
    if quantity.name == "x":
        state = look_at(state, state.unit, quantity.source)
    else:
        state = replace(look_at(state, quantity.unit, state.source), looks_back=quantity.backward)
    return set_step(state, quantity.step) if quantity.step else state
