"""The rooms of the Train tab: each is imported and made when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import Style

if TYPE_CHECKING:
    from lstm_gui.gui.training.room import Room
    from lstm_gui.gui.training.session import Session


@dataclass(frozen=True, slots=True)
class RoomSpec:
    """A row: what it is called, what is seen there, and the class of the room, "module.Class" below here."""

    text: str  # not yet translated
    tip: str
    home: str

    def make(self, session: "Session", style: Style, parent: QWidget) -> "Room":
        """The room itself."""
        module, _, name = self.home.rpartition(".")
        maker: Callable[[Session, Style, QWidget], Room]
        maker = getattr(import_module(f"lstm_gui.gui.training.{module}"), name)
        return maker(session, style, parent)

    @property
    def title(self) -> str:
        """What it is called, in the person's language."""
        return _translated(self.text)

    @property
    def hint(self) -> str:
        """What is seen there, in the person's language."""
        return _translated(self.tip)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Rooms", text)


# fmt: off
ROOMS: dict[str, RoomSpec] = {
    "learn": RoomSpec(
        QT_TRANSLATE_NOOP("Rooms", "Learn"),
        QT_TRANSLATE_NOOP("Rooms", "Start a network and watch its loss and its answers change"),
        "learn.LearnRoom",
    ),
    "inside": RoomSpec(
        QT_TRANSLATE_NOOP("Rooms", "Inside"),
        QT_TRANSLATE_NOOP("Rooms", "Gates, gradients, saturation and weights while it learns"),
        "inside.room.InsideRoom",
    ),
    "compare": RoomSpec(
        QT_TRANSLATE_NOOP("Rooms", "Compare"),
        QT_TRANSLATE_NOOP("Rooms", "Run settings beside each other over several seeds, and see what differs"),
        "compare.room.CompareRoom",
    ),
    "cost": RoomSpec(
        QT_TRANSLATE_NOOP("Rooms", "Cost"),
        QT_TRANSLATE_NOOP("Rooms", "Measure what an update takes, and how that grows"),
        "cost.room.CostRoom",
    ),
    "limits": RoomSpec(
        QT_TRANSLATE_NOOP("Rooms", "Limits"),
        QT_TRANSLATE_NOOP("Rooms", "Let a task grow, and see the size at which a cell gives up"),
        "limits.room.LimitsRoom",
    ),
    "text": RoomSpec(
        QT_TRANSLATE_NOOP("Rooms", "Text"),
        QT_TRANSLATE_NOOP("Rooms", "What a unit does at every letter of a text, and what the network writes"),
        "text.room.TextRoom",
    ),
}
# fmt: on
"""By name, in the order in which they are offered."""
