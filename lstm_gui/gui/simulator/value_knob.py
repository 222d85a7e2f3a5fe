"""A number that can be dragged, typed, stepped by keys and wheel: a spin box that paints itself as a knob.

Being a real spin box, it is what screen readers, the Tab key and input methods expect. It writes no model:
it tells what the person wants, and shows what it is set to.
"""

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.knob_face import Face
from lstm_gui.gui.simulator.quantity_box import QuantityBox
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.number_text import MINUS
from lstm_gui.simulator.quantity import Quantity

_DRAG_STARTS = 3.0  # pixels
_WHEEL_RESTS = 500  # ms after which turning the wheel again is another edit
_FULL_DRAG = 220.0  # pixels from the lower limit to the upper
_WIDEST_DRAG = 8.0  # a range wider than this drags as if it were this wide, so that it can be aimed
_STEPPING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_LET_GO = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPEN_EDITOR = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ValueKnob(QuantityBox):
    """A knob for one quantity. Signals: those of QuantityBox."""

    def __init__(
        self, quantity: Quantity, limits: Limits, face: Face, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(quantity, limits, face, style, parent)
        self._pressed_at: QPointF | None = None
        self._pressed_value = 0.0
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self._wheel_rest = QTimer(self)
        self._wheel_rest.setSingleShot(True)
        self._wheel_rest.setInterval(_WHEEL_RESTS)
        self._wheel_rest.timeout.connect(self.end)

    def end(self) -> None:
        self._wheel_rest.stop()
        super().end()

    # Typing

    def _open_editor(self) -> None:
        self.typing = True
        self.lineEdit().show()
        self.selectAll()
        self.update()

    def _close_editor(self) -> None:
        if self.typing:
            self.typing = False
            self.lineEdit().hide()
            self.update()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Let the window keep its shortcuts while no number is being typed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.typing:
            if self._takes(event):
                event.accept()
            else:
                event.ignore()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        known = event.key() in (*_STEPPING, *_ENDS, *_LET_GO, *_OPEN_EDITOR)
        return plain and (known or self._starts_number(event))

    @staticmethod
    def _starts_number(event: QKeyEvent) -> bool:
        return len(event.text()) == 1 and event.text() in "0123456789-+.," + MINUS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.typing:
            self._type(event)
        elif event.key() in _STEPPING:
            self.begin()
            super().keyPressEvent(event)
        elif event.key() in _ENDS:
            self.setValue(self.limits.low if event.key() == Qt.Key.Key_Home else self.limits.high)
        elif event.key() in _LET_GO:
            if self.overridden:
                self.release_requested.emit(self.quantity)
        elif event.key() in _OPEN_EDITOR:
            self._open_editor()
        elif self._takes(event):
            self._open_editor()
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _type(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            with QSignalBlocker(self):
                self.setValue(self.shown)
            self._close_editor()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close_editor()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPPING and not event.isAutoRepeat() and self._pressed_at is None:
            self.end()
        super().keyReleaseEvent(event)

    def validate(self, text: str, position: int) -> object:
        """Take a comma or a true minus sign as well as what the machine writes."""
        return super().validate(_plain(text), position)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(_plain(text))

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.end()  # of a turn of the wheel
            self._pressed_at, self._pressed_value = event.position(), self.shown

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        up = self._pressed_at.y() - event.position().y()
        if not self.editing and abs(up) < _DRAG_STARTS:
            return
        self._close_editor()
        self.begin()
        low, high = self.limits.low, self.limits.high
        speed = min(high - low, _WIDEST_DRAG) / _FULL_DRAG
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            speed /= 10
        self.setValue(self._pressed_value + up * speed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = None
            self.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One turn of the wheel is one edit, however many notches it has."""
        if self._pressed_at is None:
            self.begin()
            self._wheel_rest.start()
        super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._close_editor()
            self.reset_requested.emit(self.quantity)

    # Pointing

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered = False
        if self._wheel_rest.isActive():
            self.end()
        self.pointed_at.emit(self.quantity if self.hasFocus() else None)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # takes over what was typed
        self._close_editor()
        self._pressed_at = None
        self.end()
        if not self.hovered:
            self.pointed_at.emit(None)
        self.update()


def _plain(text: str) -> str:
    return text.replace(MINUS, "-").replace(",", ".")
