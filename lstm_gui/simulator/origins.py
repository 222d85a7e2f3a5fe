"""What is shown of where a number comes from: its equation, what it is made of, what it feeds, the hops."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from lstm_gui.graph.kind import Kind
from lstm_gui.simulator.contributions import Contributions, contributions, readdressed
from lstm_gui.simulator.direction import turned
from lstm_gui.simulator.explain import equation
from lstm_gui.simulator.frame import Equation, Frame
from lstm_gui.simulator.hops import Trail, feeds
from lstm_gui.simulator.over_time import memory_of, over_time
from lstm_gui.simulator.quantity import Quantity


@dataclass(frozen=True, slots=True)
class OriginsPart:
    """A number that was pinned. Parts are compared with ==, so only what changed is shown anew."""

    made: Contributions
    equation: Equation | None  # of what is computed
    feeds: tuple[Quantity, ...]
    trail: Trail
    is_memory: bool  # whether it can be shown as what every step wrote
    kind: Kind
    sizes: tuple[int, int]  # inputs, units

    @property
    def here(self) -> Quantity:
        """The number that is shown."""
        return self.made.quantity


def made_of(frame: Frame, quantity: Quantity) -> Contributions:
    """What a quantity is made of, one hop back, in whichever direction its cell reads."""
    seen, named, change = _seen(frame, quantity)
    return readdressed(contributions(seen, named), change)


def origins_part(frame: Frame, trail: Trail, *, every_step: bool = False) -> OriginsPart:
    """What is shown where a trail leads to. Raises ValueError for an empty one.

    `every_step` asks for what every step wrote, of a memory.
    """
    if trail.here is None:
        raise ValueError("the trail leads nowhere")
    scene, here = frame.state.scene, trail.here
    seen, named, change = _seen(frame, here)
    graph = scene.cell.graph
    is_memory = memory_of(graph, here.name) is not None
    made = over_time(seen, named) if every_step else None
    return OriginsPart(
        made=made_of(frame, here) if made is None else readdressed(made, change),
        equation=_equation(seen, named, here) if here.name in graph.quantity else None,
        feeds=feeds(here, scene),
        trail=trail,
        is_memory=is_memory,
        kind=graph.kind,
        sizes=(scene.cell.inputs, scene.cell.units),
    )


def _equation(seen: Frame, named: Quantity, here: Quantity) -> Equation:
    return replace(equation(seen.trace, seen.state.scene, named), quantity=here)


def _seen(frame: Frame, here: Quantity) -> tuple[Frame, Quantity, Callable[[Quantity], Quantity]]:
    """The ordinary run that a number is of, what it is called there, and how names lead back from there."""
    steps = frame.state.scene.steps
    if not here.backward or frame.backward is None:
        return frame, here, lambda one: one
    return frame.backward, turned(here, steps), lambda one: turned(one, steps)
