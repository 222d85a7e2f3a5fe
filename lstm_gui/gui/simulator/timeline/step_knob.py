"""The twin of the input's dots for the keyboard: a knob that stands at one dot and walks along them."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.knobs.knob_face import KnobLook, field_face
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.quantity import Quantity


def tag_face(painter: QPainter, box: QRectF, look: KnobLook) -> None:
    """A number beside the dot while the keyboard is on it; nothing at other times."""
    if look.focused or look.typing:
        field_face(painter, box, look)


class StepKnob(ValueKnob):
    """A ValueKnob whose Left and Right keys ask for the dot before and after: `walked(int)` with −1 or 1."""

    walked = Signal(int)

    def __init__(
        self, quantity: Quantity, limits: Limits, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(quantity, limits, tag_face, style, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _takes(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) or super()._takes(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.typing and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.take_key()
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)
