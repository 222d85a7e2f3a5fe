"""The number of one cell of a heat map, as a field: typed, stepped, and walked from cell to cell."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.knobs.knob_face import field_face
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.quantity import Quantity

_FAR = 99  # cells: to the end of the row
_WALKS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Home: (-_FAR, 0),
    Qt.Key.Key_End: (_FAR, 0),
}


class MapKnob(ValueKnob):
    """A ValueKnob whose arrows ask for another cell: `walked(int, int)`, across and down.

    With Shift, Up and Down move the number, as they do elsewhere without it.
    """

    walked = Signal(int, int)

    def __init__(self, quantity: Quantity, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(quantity, limits(quantity), field_face, style, parent)
        self.plus = True

    def _takes(self, event: QKeyEvent) -> bool:
        return self._walk(event) is not None or super()._takes(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        walk = None if self.typing else self._walk(event)
        if walk is None:
            super().keyPressEvent(event)
        else:
            self.walked.emit(*walk)

    @staticmethod
    def _walk(event: QKeyEvent) -> tuple[int, int] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return _WALKS.get(Qt.Key(event.key())) if held == Qt.KeyboardModifier.NoModifier else None
