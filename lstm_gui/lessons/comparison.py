"""Cells that stand beside the scene's own, to be compared with it: up to three, each a lane."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a scene holds a comparison
    from lstm_gui.lessons.scene import Scene

MOST_LANES = 3

SHARED, PINNED, OWN, TRAINED = "shared", "pinned", "own", "trained"
SOURCES = (SHARED, PINNED, OWN, TRAINED)
"""Where weights come from: the scene's, where they mean the same; the scene as it once stood, with its input;
another scene, or this one changed; training."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One cell of a comparison. It reads the scene's input; a pinned one, what it read when it was pinned."""

    title: str
    source: str  # one of SOURCES
    scene: "Scene"  # its cell, where that starts, and the states put in by hand
    opened: "Scene"  # as it was put beside: what its values can go back to
    about: str = ""  # how its weights were made, where they were trained


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lanes beside the scene, and what they are compared for."""

    lanes: tuple[Lane, ...] = ()
    first: str = ""  # how the weights of the scene's own cell were made, where they were trained

    @property
    def has_room(self) -> bool:
        """Whether one more can be put beside."""
        return len(self.lanes) < MOST_LANES

    @property
    def pinned(self) -> Lane | None:
        """The run that was pinned last, or None."""
        return next((lane for lane in reversed(self.lanes) if lane.source == PINNED), None)

    def with_lane(self, place: int, lane: Lane) -> "Comparison":
        """The same with another lane in a place, counted from 0."""
        return replace(self, lanes=(*self.lanes[:place], lane, *self.lanes[place + 1 :]))

    def without(self, place: int) -> "Comparison":
        """The same without a lane."""
        return replace(self, lanes=(*self.lanes[:place], *self.lanes[place + 1 :]))
