"""States with cells beside them, for the tests of comparisons; drawn by a seed, which is quick."""

import random
from dataclasses import replace
from functools import partial

from hypothesis import strategies as st

from lstm_gui.graph.kind import KINDS
from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.compare import edit
from lstm_gui.simulator.state import SimState
from tests.simulator.gradients.scenes import drawn
from tests.simulator.scenes import plain_scene

PLAIN = SimState.of(plain_scene())
WAYS = ("kind", "scene", "pin", "copy")


def states(fewest: int = 0) -> st.SearchStrategy[SimState]:
    """A scene with some cells beside it, put there in any way, and its input changed since or not."""
    return st.integers(0, 10**6).map(partial(_state, fewest=fewest))


def any_scene(seed: int) -> Scene:
    """A scene of any kind and sizes, with states put in by hand."""
    rng = random.Random(seed)
    units, inputs, steps = rng.randint(1, 3), rng.randint(1, 3), rng.randint(1, 6)
    scene = drawn(units, inputs, steps, seed, rng.choice(KINDS))
    put_in = {(rng.randint(1, steps), "h", rng.randrange(units)): rng.uniform(-1, 1) for _ in range(2)}
    return replace(
        scene,
        step=rng.randint(1, steps),
        overrides=tuple(Override(*place, value) for place, value in sorted(put_in.items())),
    )


def _state(seed: int, fewest: int) -> SimState:
    rng = random.Random(seed)
    state = SimState.of(any_scene(seed))
    for n in range(rng.randint(fewest, 3)):
        how = rng.choice(WAYS)
        if how == "kind":
            state = edit.beside(state, rng.choice(KINDS), f"lane {n}")
        elif how == "scene":
            state = edit.scene_beside(state, any_scene(seed + n + 1))
        else:
            state = (edit.pinned if how == "pin" else edit.copied)(state, f"lane {n}")
    if rng.random() < 0.5:
        state = replace(state, scene=edit.reading(state.scene, any_scene(seed + 9)))
    cell = state.scene.cell
    return replace(state, unit=rng.randrange(cell.units), source=rng.randrange(cell.inputs))
