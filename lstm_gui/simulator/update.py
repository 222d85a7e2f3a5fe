"""Every change of the simulator's state, as pure functions from one SimState to the next.

A value is held within its limits; one that is not a number changes nothing. Naming a quantity that the
scene does not have, or one that is computed, is a mistake of the caller: ValueError.
"""

import math
from dataclasses import replace

from lstm_gui.lessons.scene import MAX_STEPS, Matrix, Scene
from lstm_gui.simulator.direction import cut, mirrored, read_both_ways
from lstm_gui.simulator.limits import Limits, ladder, limits
from lstm_gui.simulator.pre_activation import bias_for
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.scene_edit import with_state_of, with_value, without_override
from lstm_gui.simulator.seen import address_of
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched
from lstm_gui.simulator.values import belongs, override_of, stored_value

__all__ = [
    "Limits",
    "bias_of",
    "ladder",
    "limits",
    "look_at",
    "release",
    "reset",
    "reset_value",
    "set_both_ways",
    "set_length",
    "set_pre_activation",
    "set_step",
    "set_value",
    "turn",
]


def set_value(state: SimState, quantity: Quantity, value: float, reach: float = 0.0) -> SimState:
    """Move one number: an input, a state, a weight or a bias.

    A state at step 1 is the initial state; later it becomes an override in place of what the cell computed.
    `reach` widens the limits to a magnitude that stood there before.
    """
    _check(state, quantity)
    if math.isnan(value):
        return state
    held = limits(quantity, max(reach, _stored_reach(state, quantity))).hold(value)
    return replace(state, scene=with_value(state.scene, quantity, held))


def reset_value(state: SimState, quantity: Quantity) -> SimState:
    """Put one number back to what it was when the scene was opened; a later step's input was 0.

    In a cell of another kind, that is what the cell of the scene as opened would have become.
    """
    _check(state, quantity)
    origin = switched(state.origin, state.scene.cell.kind).scene
    origin = read_both_ways(origin) if quantity.backward else origin
    if quantity.state:
        return replace(state, scene=with_state_of(state.scene, quantity, origin))
    opened = stored_value(origin, quantity) if belongs(quantity, origin) else None
    return replace(state, scene=with_value(state.scene, quantity, opened or 0.0))


def release(state: SimState, quantity: Quantity) -> SimState:
    """Let go of a state that was put in by hand, so that the step reads what the cell computed again."""
    _check(state, quantity)
    if not quantity.state or override_of(state.scene, quantity) is None:
        return state
    return replace(state, scene=without_override(state.scene, quantity))


def set_step(state: SimState, step: int) -> SimState:
    """Show another step, held within the sequence."""
    return replace(state, scene=replace(state.scene, step=min(max(step, 1), state.scene.steps)))


def look_at(state: SimState, unit: int, source: int) -> SimState:
    """Show the numbers of another unit and another input, held within the cell."""
    cell = state.scene.cell
    unit, source = min(max(unit, 0), cell.units - 1), min(max(source, 0), cell.inputs - 1)
    return turn(replace(state, unit=unit, source=source), state.looks_back)


def set_both_ways(state: SimState, on: bool) -> SimState:
    """Read the sequence in both directions, with a second cell that is a copy at first; or forwards alone.

    A scene that was opened with a second cell gets that one back.
    """
    if not on:
        return replace(state, scene=replace(state.scene, backward=None), looks_back=False)
    scene, known = state.scene, state.origin.backward
    if known is not None and scene.backward is None and scene.cell.shape == state.origin.cell.shape:
        return replace(state, scene=replace(scene, backward=cut(known, scene.steps)))
    return replace(state, scene=read_both_ways(scene))


def turn(state: SimState, back: bool) -> SimState:
    """Look at the cell of a direction; at the only one where there is one."""
    return replace(state, looks_back=back and state.scene.backward is not None)


def set_pre_activation(state: SimState, gate: str, z: float, unit: int = 0) -> SimState:
    """Move the bias of a gate so that its pre-activation at the step shown becomes z, as far as limits allow.

    The bias works at every step, so the hidden state that the step reads moves with it; that is allowed for.
    """
    if not math.isfinite(z):
        return state
    seen = mirrored(state.scene) if state.looks_back else state.scene
    return set_value(state, bias_of(state, gate, unit), bias_for(seen, gate, z, unit))


def bias_of(state: SimState, gate: str, unit: int) -> Quantity:
    """The bias of a gate of a unit, in the cell looked at: the one that all units share, where they do."""
    return address_of(f"b_{gate}", 0, unit, 0, state.scene.cell.graph, backward=state.looks_back)


def set_length(state: SimState, steps: int) -> SimState:
    """Shorten the sequence, or lengthen it: by what the scene had there when it was opened, then by zeros."""
    scene, origin = state.scene, state.origin
    steps = min(max(steps, 1), MAX_STEPS)
    quiet = (0.0,) * scene.cell.inputs
    opened = ((*row, *quiet)[: len(quiet)] for row in origin.inputs[scene.steps :])
    longer: Matrix = (*scene.inputs, *opened)
    silence: Matrix = (quiet,) * max(0, steps - len(longer))
    given = [state.name for state in scene.cell.graph.states]
    regained = tuple(
        override
        for override in origin.overrides
        if override.step > scene.steps and override.state in given and override.unit < scene.cell.units
    )
    overrides = tuple(override for override in scene.overrides + regained if override.step <= steps)
    changed = replace(
        scene,
        inputs=(longer + silence)[:steps],
        labels=_labels(scene, origin, steps),
        overrides=overrides,
        step=min(scene.step, steps),
        backward=cut(scene.backward, steps),
    )
    return replace(state, scene=changed)


def _labels(scene: Scene, origin: Scene, steps: int) -> tuple[str, ...]:
    """The names of the steps of a sequence shortened or lengthened."""
    here = scene.labels or ("",) * scene.steps
    labels = (*here, *origin.labels[scene.steps :], *("",) * steps)[:steps]
    return labels if any(labels) else ()


def reset(state: SimState) -> SimState:
    """Go back to the scene as it was opened; what stands beside it stays, to be compared with."""
    opened = look_at(
        SimState.of(state.origin), state.unit, state.source
    )  # held within: a cell may have grown
    return turn(replace(opened, compare=state.compare), state.looks_back)


def _check(state: SimState, quantity: Quantity) -> None:
    if quantity.name in state.scene.cell.graph.quantity:
        raise ValueError(f"{quantity.name} is computed and cannot be set")
    if not belongs(quantity, state.scene):
        raise ValueError(f"the scene has no {quantity}")


def _stored_reach(state: SimState, quantity: Quantity) -> float:
    """The largest magnitude that the scene holds for a quantity, now or when it was opened."""
    scenes = [scene for scene in (state.scene, state.origin) if belongs(quantity, scene)]
    return max(abs(stored_value(scene, quantity) or 0.0) for scene in scenes)
