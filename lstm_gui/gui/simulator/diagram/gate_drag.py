"""A hand on a gate of the diagram: up and down move its pre-activation, by its bias."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from lstm_gui.gui.simulator.knobs.drag_speed import DRAG_STARTS, drag_speed
from lstm_gui.gui.simulator.operating.operating import Z_REACH


@dataclass(slots=True)
class GateDrag:
    """From the press on a gate to the release; a press that hardly moves is no drag."""

    gate: str
    pressed_at: QPointF
    z: float  # the pre-activation when it was pressed
    moving: bool = False

    def starts(self, where: QPointF) -> bool:
        """Whether the hand has just moved far enough to mean it; True once."""
        if self.moving or abs(self._up(where)) < DRAG_STARTS:
            return False
        self.moving = True
        return True

    def wanted(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> float:
        """The pre-activation the hand asks for."""
        return Z_REACH.hold(self.z + self._up(where) * drag_speed(Z_REACH, modifiers))

    def _up(self, where: QPointF) -> float:
        return self.pressed_at.y() - where.y()
