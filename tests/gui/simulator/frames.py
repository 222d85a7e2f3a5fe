"""Frames to show in views, for the tests of the simulator's views."""

from dataclasses import replace

from lstm_gui.gui.frame_scenes import shown_scenes
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Override
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState

STYLE = Style(palette("light"))
SHOWN = [name for name, _ in shown_scenes()]


def frame_of(name: str = "remember", step: int = 5, overrides: tuple[Override, ...] = ()) -> Frame:
    """The frame of a scene that ships, at a step."""
    return resolve(SimState.of(replace(load(name), step=step, overrides=overrides)))
