"""Scenes that are read in both directions, drawn."""

from dataclasses import replace

from hypothesis import strategies as st

from lstm_gui.lessons.scene import Backward, Scene
from tests.graph.kinds import drawn_scene, scenes_of_any_kind
from tests.simulator.scenes import plain_scene


@st.composite
def scenes_both_ways(draw: st.DrawFn, max_units: int = 3, max_steps: int = 5) -> Scene:
    """Any kind of cell, twice, with other numbers in the second and a state of it put in by hand."""
    ahead = draw(scenes_of_any_kind(max_units, max_steps))
    seed, cell = draw(st.integers(0, 2**32)), ahead.cell
    other = drawn_scene(cell.kind, seed, cell.inputs, cell.units, ahead.steps)
    return replace(ahead, backward=Backward(other.cell, other.initial, other.overrides))


def plain_both_ways(steps: int = 12, step: int = 5) -> Scene:
    """The plain scene with a second cell whose forget bias and first cell state are others."""
    scene = plain_scene(steps, step)
    gate = replace(scene.cell.gate("f"), b=(-0.4,))
    return replace(scene, backward=Backward(scene.cell.with_gate("f", gate), ((0.1,), (-0.5,))))
