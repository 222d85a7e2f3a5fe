"""The whole input at once, as pure functions: another sequence in its place, or a stroke drawn over it."""

import math
from collections.abc import Mapping
from dataclasses import replace

from lstm_gui.lessons.scene import MAX_STEPS, Matrix, Scene, Vector
from lstm_gui.lessons.scene_file import MAX_SEED
from lstm_gui.sequences.presets import BY_ID
from lstm_gui.sequences.sequence import InputSequence
from lstm_gui.simulator.direction import cut
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.made import Made
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState


def set_sequence(state: SimState, made: InputSequence) -> SimState:
    """Read `made` from now on, as long as it is, and as many steps as a scene can hold.

    One number a step becomes the input shown, and the others stay as they are; else the widths are the same,
    or it is a mistake of the caller: ValueError.
    """
    scene = state.scene
    steps = min(made.steps, MAX_STEPS)
    changed = replace(
        scene,
        inputs=_rows(state, made)[:steps],
        labels=made.labels[:steps] if any(made.labels) else (),
        overrides=tuple(override for override in scene.overrides if override.step <= steps),
        step=min(scene.step, steps),
        drawn_as="",
        backward=cut(scene.backward, steps),
    )
    if made.columns and made.width > 1:
        changed = replace(changed, names=replace(changed.names, inputs=made.columns))
    return replace(state, scene=changed, made=None)


def draw(state: SimState, values: Mapping[int, float]) -> SimState:
    """Put in a value at each of several steps; what is no number, or at no step, is passed over.

    Values of the input shown are held within its limits, wider where one stands or stood beyond them. A step
    drawn over has no name.
    """
    scene, source = state.scene, state.source
    reach = max(abs(row[source]) for row in scene.inputs + state.origin.inputs if source < len(row))
    held = limits(Quantity("x", 1), reach)
    rows, labels = list(scene.inputs), list(scene.labels)
    for step, value in values.items():
        if 1 <= step <= scene.steps and not math.isnan(value):
            rows[step - 1] = _with(rows[step - 1], source, held.hold(value))
            if labels:
                labels[step - 1] = ""
    named = tuple(labels) if any(labels) else ()
    return replace(state, scene=replace(scene, inputs=tuple(rows), labels=named))


def fits(scene: Scene, preset: str) -> bool:
    """Whether a preset's inputs are as many as the cell's, or one, which becomes the input shown."""
    return BY_ID[preset].width in (1, scene.cell.inputs)


def set_preset(state: SimState, preset: str, chosen: Mapping[str, float] | None = None) -> SimState:
    """Read a preset for as many steps as there are, by the scene's seed. KeyError for no such preset.

    `chosen` are settings of the preset; those that a string or a task is made of decide its length.
    """
    row, scene = BY_ID[preset], state.scene
    steps = MAX_STEPS if row.own_length else max(scene.steps, row.least)
    given = row.values(steps, chosen) if chosen else {}  # who chose one chose the others as they stood
    after = set_sequence(state, row.make(steps, scene.seed, given))
    made = Made(preset, tuple(sorted(given.items())), state.source)
    drawn_as = preset if row.seeded else ""
    return replace(after, scene=replace(after.scene, drawn_as=drawn_as), made=made)


def made_as(state: SimState) -> Made | None:
    """What the input was made as, in this session or in the scene's file."""
    scene = state.scene
    if state.made is not None:
        return state.made if fits(scene, state.made.preset) else None
    return Made(scene.drawn_as, (), state.source) if scene.drawn_as and fits(scene, scene.drawn_as) else None


def settings_of(state: SimState) -> dict[str, float]:
    """The settings of the preset that the input was made as, with their numbers; none where it has none."""
    made = made_as(state)
    return {} if made is None else BY_ID[made.preset].values(state.scene.steps, dict(made.values))


def next_seed(state: SimState) -> SimState:
    """The input drawn anew by the next seed; the same state where no seed drew it."""
    scene, made = state.scene, made_as(state)
    if not scene.drawn_as or made is None:
        return state
    other = replace(scene, seed=(scene.seed + 1) % (MAX_SEED + 1))
    return set_preset(replace(state, scene=other), scene.drawn_as, dict(made.values))


def _rows(state: SimState, made: InputSequence) -> Matrix:
    scene, inputs = state.scene, state.scene.cell.inputs
    if made.width == inputs:
        return made.inputs
    if made.width != 1:
        raise ValueError(f"the cell reads {inputs} numbers a step, not {made.width}")
    silence = ((0.0,) * inputs,) * max(0, made.steps - scene.steps)
    read = zip(made.inputs, scene.inputs + silence, strict=False)
    return tuple(_with(row, state.source, value) for (value,), row in read)


def _with(row: Vector, source: int, value: float) -> Vector:
    return (*row[:source], value, *row[source + 1 :])
