"""Frames to show in views, for the tests of the simulator's views."""

from dataclasses import replace

from hypothesis import strategies as st

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.palette import palette
from lstm_gui.gui.shown_kinds import SHOWN_KINDS
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.window.scenes import shown_scenes
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Override
from lstm_gui.simulator.frame import Frame, TimelinePart
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched
from lstm_gui.simulator.update import look_at
from tests.graph.kinds import drawn_scene

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


def part_of_many(
    units: int = 4, inputs: int = 1, steps: int = 12, kind: Kind = LSTM, look: tuple[int, int] = (0, 0)
) -> TimelinePart:
    """The run of a cell of several units or inputs, at step 5; `look` is the unit and the input shown."""
    scene = replace(drawn_scene(kind, 1, inputs, units, steps), step=min(5, steps), overrides=())
    return resolve(look_at(SimState.of(scene), *look)).timeline
