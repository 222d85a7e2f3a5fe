"""A number that can be dragged, typed, stepped by keys and wheel: a spin box that paints itself as a knob.

Being a real spin box, it is what screen readers, the Tab key and input methods expect. It writes no model:
it tells what the person wants, and shows what it is set to.
"""

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.click_away import ClickAway
from lstm_gui.gui.simulator.knobs.bubble import say_beside
from lstm_gui.gui.simulator.knobs.drag_speed import DRAG_STARTS, drag_speed
from lstm_gui.gui.simulator.knobs.knob_face import Face
from lstm_gui.gui.simulator.knobs.knob_words import limit_words
from lstm_gui.gui.simulator.knobs.quantity_box import QuantityBox
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.number_text import MINUS, typed_number
from lstm_gui.simulator.quantity import Quantity

_WHEEL_RESTS = 500  # ms after which turning the wheel again is another edit
_STEPPING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_LET_GO = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPEN_EDITOR = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ValueKnob(QuantityBox):
    """A knob for one quantity.

    Signals: those of QuantityBox, and `picked(Quantity)` when it was pressed and let go without a drag.
    """

    picked = Signal(Quantity)

    def __init__(
        self, quantity: Quantity, limits: Limits, face: Face, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(quantity, limits, face, style, parent)
        self._pressed_at: QPointF | None = None
        self._pressed_value = 0.0
        self.set_why_fixed(None)
        self._click_away = ClickAway(self, self.clearFocus)
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
        self._click_away.watch()
        self.lineEdit().show()
        self.selectAll()
        self.update()

    def _close_editor(self) -> None:
        if self.typing:
            self.typing = False
            self._click_away.rest()
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
        return (plain and (known or self._starts_number(event))) or self._pastes_number(event)

    @staticmethod
    def _pastes_number(event: QKeyEvent) -> bool:
        """Whether one number is pasted; several are for the whole input, and the window's."""
        paste = event.matches(QKeySequence.StandardKey.Paste)
        return paste and typed_number(QGuiApplication.clipboard().text()) is not None

    @staticmethod
    def _starts_number(event: QKeyEvent) -> bool:
        return len(event.text()) == 1 and event.text() in "0123456789-+.," + MINUS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.take_key()
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_typed()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPPING and not event.isAutoRepeat() and self._pressed_at is None:
            self.end()
        super().keyReleaseEvent(event)

    def validate(self, text: str, position: int) -> object:
        """Let anything be typed: what it comes to is decided when the typing ends."""
        return QValidator.State.Acceptable, text, position

    def valueFromText(self, text: str) -> float:
        """The nearest number allowed to what was typed; what stood there, where that is no number."""
        typed = typed_number(text)
        return self.value() if typed is None else min(max(typed, self.minimum()), self.maximum())

    def _take_typed(self) -> None:
        """The typing ends: take the number over, and say so where it was out of range."""
        if not self.typing:
            return
        low, high = self.minimum(), self.maximum()
        typed = typed_number(self.lineEdit().text())
        self._close_editor()
        self.interpretText()
        if typed is not None and not low <= typed <= high:
            say_beside(self, limit_words(low, high), self._style)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.end()  # of a turn of the wheel
            self._pressed_at, self._pressed_value = event.position(), self.shown

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        up = self._pressed_at.y() - event.position().y()
        if not self.editing and abs(up) < DRAG_STARTS:
            return
        self._close_editor()
        self.begin()
        self.setValue(self._pressed_value + up * drag_speed(self.limits, event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            picked = self._pressed_at is not None and not self.editing
            self._pressed_at = None
            self.end()
            if picked:
                self.picked.emit(self.quantity)

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
        self.pointed_at.emit(self.quantity if self.hasFocus() and self.by_keys else None)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take_typed()
        super().focusOutEvent(event)
        self._pressed_at = None
        self.end()
        if not self.hovered:
            self.pointed_at.emit(None)
        self.update()
