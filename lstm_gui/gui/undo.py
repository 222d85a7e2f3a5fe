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


@dataclass(frozen=True, slots=True)
class UndoState:
    """What could be taken back in each panel ("" for nothing), and which panel was used last."""

    place: Place = Place.REVIEW
    review_undo: str = ""  # "rating 4"
    simulator_undo: str = ""  # "drag b_f"
    simulator_redo: str = ""

    @property
    def undo_label(self) -> str:
        """What Ctrl+Z would take back, or "" for nothing."""
        return self.review_undo if self.place is Place.REVIEW else self.simulator_undo

    @property
    def redo_label(self) -> str:
        """What Ctrl+Shift+Z would bring back, or "". A rating taken back is given again, not redone."""
        return "" if self.place is Place.REVIEW else self.simulator_redo
