"""The two directions of time: the cell that reads from the end, seen as an ordinary scene in a mirror.

In the mirror the sequence is reversed and the two cells have changed places, so whatever works on a scene
works on the cell that reads from the end. Step t of a sequence of T is step T + 1 − t in the mirror; what a
step reads there of the step before is here of the step after. Mirrored twice, a scene is itself again.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from lstm_gui.lessons.scene import Backward, Override, Scene
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState

AHEAD, BACK = "→", "←"
"""The signs of the directions."""

Quantities = frozenset[Quantity]


def mirrored(scene: Scene) -> Scene:
    """The scene as the cell that reads from the end has it. Raises ValueError where there is none."""
    if scene.backward is None:
        raise ValueError("the scene is read in one direction")
    steps, other = scene.steps, scene.backward
    return replace(
        scene,
        cell=other.cell,
        initial=other.initial,
        inputs=scene.inputs[::-1],
        overrides=_turned_overrides(other.overrides, steps),
        step=steps + 1 - scene.step,
        labels=scene.labels[::-1],
        backward=Backward(scene.cell, scene.initial, _turned_overrides(scene.overrides, steps)),
    )


def turned(quantity: Quantity, steps: int) -> Quantity:
    """The address of a number in the mirror; of one there, the address here."""
    step = steps + 1 - quantity.step if quantity.step else 0
    return replace(quantity, step=step, backward=quantity.name != "x" and not quantity.backward)


def mirrored_state(state: SimState) -> SimState:
    """The state as the cell that reads from the end has it."""
    return replace(state, scene=mirrored(state.scene), origin=mirrored(read_both_ways(state.origin)))


def joined(ahead: Scene, back: Scene) -> Scene:
    """One scene of two, the second of which stands as in the mirror."""
    overrides = _turned_overrides(back.overrides, back.steps)
    return replace(ahead, backward=Backward(back.cell, back.initial, overrides))


def read_both_ways(scene: Scene) -> Scene:
    """The scene with a second cell that reads from the end, at first a copy; the same where it has one."""
    if scene.backward is not None:
        return scene
    return replace(scene, backward=Backward(scene.cell, scene.initial))


def cut(backward: Backward | None, steps: int) -> Backward | None:
    """Without what was put in by hand at steps that there are no more."""
    if backward is None:
        return None
    return replace(backward, overrides=tuple(one for one in backward.overrides if one.step <= steps))


def followed(follow: Callable[[Quantity, Scene], Quantities], quantity: Quantity, scene: Scene) -> Quantities:
    """What `follow` finds in one direction; of x, which both cells read, in both."""
    found = frozenset[Quantity]() if quantity.backward else follow(quantity, scene)
    if scene.backward is None or not (quantity.backward or quantity.name == "x"):
        return found
    there = follow(turned(quantity, scene.steps), mirrored(scene))
    return found | {turned(one, scene.steps) for one in there}


def read_at(quantity: Quantity) -> int:
    """The step whose state is read as `quantity` (h_previous …): the one before, or after when read back."""
    return quantity.step + (1 if quantity.backward else -1)


def arrow_of(quantity: Quantity, scene: Scene) -> str:
    """The sign of the direction that a number belongs to, or "" where there is but one."""
    if scene.backward is None or quantity.name == "x":
        return ""
    return BACK if quantity.backward else AHEAD


def _turned_overrides(overrides: Iterable[Override], steps: int) -> tuple[Override, ...]:
    return tuple(replace(one, step=steps + 1 - one.step) for one in overrides)
