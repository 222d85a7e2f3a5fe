"""Scenes of any kind of cell, drawn."""

import numpy as np
from hypothesis import strategies as st

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.scene import Cell, Matrix, Override, Scene


def rounded(array: np.ndarray) -> Matrix:
    """Numbers of two decimals, as rows."""
    return tuple(tuple(float(number) for number in row) for row in np.round(array, 2))


def drawn_cell(kind: Kind, inputs: int, units: int, rng: np.random.Generator, size: float = 1.0) -> Cell:
    """A cell whose every number is about `size`."""
    sizes = [(given.height(units), given.width(inputs, units)) for given in graph_of(kind).parameters]
    arrays = (rounded(rng.normal(scale=size, size=shape)) for shape in sizes)
    return Cell(inputs, units, tuple(arrays), kind)


def drawn_scene(kind: Kind, seed: int, inputs: int = 2, units: int = 3, steps: int = 5) -> Scene:
    """A scene of that kind, with a state put in by hand here and there."""
    rng = np.random.default_rng(seed)
    states = graph_of(kind).states
    lows = np.array([state.low * state.reach for state in states]).reshape(-1, 1)
    initial = rng.uniform(lows, np.ones(lows.shape))
    names = [state.name for state in states]  # none, where nobody gives a state
    places = (
        {(int(rng.integers(1, steps + 1)), str(rng.choice(names)), int(rng.integers(units)))} if names else ()
    )
    return Scene(
        title="Drawn",
        caption="",
        cell=drawn_cell(kind, inputs, units, rng),
        initial=rounded(np.broadcast_to(initial, (len(states), units))),
        inputs=rounded(rng.normal(size=(steps, inputs))),
        overrides=tuple(Override(*place, 0.25) for place in places),
        step=int(rng.integers(1, steps + 1)),
    )


kinds = st.sampled_from(KINDS)


@st.composite
def scenes_of_any_kind(draw: st.DrawFn, max_units: int = 3, max_steps: int = 5) -> Scene:
    """Any kind, small sizes, any numbers."""
    inputs, units = draw(st.integers(1, 2)), draw(st.integers(1, max_units))
    steps, seed = draw(st.integers(1, max_steps)), draw(st.integers(0, 2**32))
    return drawn_scene(draw(kinds), seed, inputs, units, steps)
