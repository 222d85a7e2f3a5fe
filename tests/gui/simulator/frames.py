"""Frames to show in views, for the tests of the simulator's views."""

from dataclasses import replace

from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.frame_scenes import shown_scenes
from lstm_gui.gui.palette import palette
from lstm_gui.gui.shown_kinds import SHOWN_KINDS
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Override
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched

kinds = st.sampled_from(sorted(SHOWN_KINDS, key=str))
STYLE = Style(palette("light"))
SHOWN = [name for name, _ in shown_scenes()]


def frame_of(name: str = "remember", step: int = 5, overrides: tuple[Override, ...] = ()) -> Frame:
    """The frame of a scene that ships, at a step."""
    return resolve(SimState.of(replace(load(name), step=step, overrides=overrides)))


def frame_of_kind(kind: Kind, step: int = 5) -> Frame:
    """The frame of "remember" with another kind of cell in it, each of its weights another."""
    scene = switched(replace(load("remember"), step=step), kind).scene
    arrays = {name: ((0.3 + 0.1 * n,),) for n, name in enumerate(scene.cell.graph.parameter)}
    return resolve(SimState.of(replace(scene, cell=scene.cell.with_arrays(arrays))))
