"""What Ctrl+Z takes back: the last thing done, in the panel where it was done or to which one turned since.

Taking back goes no further than that panel: someone who holds Ctrl+Z in the simulator must not lose the
rating they gave before.
"""

from dataclasses import dataclass
from enum import Enum


class Place(Enum):
    """Where a person works: keys and undo go by it."""

    REVIEW = "review"
    SIMULATOR = "simulator"
    TRAINING = "training"


@dataclass(frozen=True, slots=True)
class UndoState:
    """What could be taken back in each panel ("" for nothing), and which panel was used last."""

    place: Place = Place.REVIEW
    review_undo: str = ""  # "rating 4"
    simulator_undo: str = ""  # "drag b_f"
    simulator_redo: str = ""
    training_undo: str = ""  # "change the rate"
    training_redo: str = ""

    @property
    def undo_label(self) -> str:
        """What Ctrl+Z would take back, or "" for nothing."""
        return {
            Place.REVIEW: self.review_undo,
            Place.SIMULATOR: self.simulator_undo,
            Place.TRAINING: self.training_undo,
        }[self.place]

    @property
    def redo_label(self) -> str:
        """What Ctrl+Shift+Z would bring back, or "". A rating taken back is given again, not redone."""
        return {
            Place.REVIEW: "",
            Place.SIMULATOR: self.simulator_redo,
            Place.TRAINING: self.training_redo,
        }[self.place]
