"""A number that can be dragged, typed, stepped by keys and wheel: a spin box that paints itself as a knob.

Being a real spin box, it is what screen readers, the Tab key and input methods expect. It writes no model:
it tells what the person wants, and shows what it is set to.
"""

from PySide6.QtCore import QEvent, QLocale, QPointF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from lstm_gui.gui.simulator.knob_face import Face, KnobLook
from lstm_gui.gui.simulator.mark import Mark
from lstm_gui.gui.simulator.number_text import MINUS, number_text
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.quantity import Quantity

_DRAG_STARTS = 3.0  # pixels
_WHEEL_RESTS = 500  # ms after which turning the wheel again is another edit
_FULL_DRAG = 220.0  # pixels from the lower limit to the upper
_WIDEST_DRAG = 8.0  # a range wider than this drags as if it were this wide, so that it can be aimed
_STEPPING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_LET_GO = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPEN_EDITOR = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ValueKnob(QDoubleSpinBox):
    """A knob for one quantity.

    Signals: `edit_began(Quantity)`, `edited(Quantity, float)`, `edit_ended()`, of which a drag, a held key or
    a typed number makes one pair; `reset_requested(Quantity)`, `release_requested(Quantity)`,
    `pointed_at(Quantity | None)`.
    """

    edit_began = Signal(Quantity)
    edited = Signal(Quantity, float)
    edit_ended = Signal()
    reset_requested = Signal(Quantity)
    release_requested = Signal(Quantity)
    pointed_at = Signal(object)

    def __init__(
        self, quantity: Quantity, limits: Limits, face: Face, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.quantity = quantity
        self.prefix_text = ""  # painted before the number, as in "z = 2.00"
        self.plus = False  # whether positive numbers carry a sign
        self.overridden = False
        self.limits, self._face, self._style = limits, face, style
        self._mark, self._shown = Mark.PLAIN, 0.0
        self._editing = self._hovered = self._typing = False
        self._pressed_at: QPointF | None = None
        self._pressed_value = 0.0
        self.setLocale(QLocale.c())
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setRange(limits.low, limits.high)
        self.setDecimals(limits.decimals)
        self.setSingleStep(limits.step)
        editor = self.lineEdit()
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        editor.hide()
        self.valueChanged.connect(self._tell)
        self._wheel_rest = QTimer(self)
        self._wheel_rest.setSingleShot(True)
        self._wheel_rest.setInterval(_WHEEL_RESTS)
        self._wheel_rest.timeout.connect(self._end)

    # What the views set

    def show_value(self, value: float, *, overridden: bool = False) -> None:
        """Show a number, exactly, also one that lies beyond the limits."""
        if value == self._shown and overridden == self.overridden:
            return
        self._shown, self.overridden = value, overridden
        with QSignalBlocker(self):
            self.setRange(min(self.limits.low, value), max(self.limits.high, value))
            self.setValue(value)
        self.update()

    def set_quantity(self, quantity: Quantity) -> None:
        """Stand for another quantity of the same kind, as when the step moves. An edit under way ends."""
        if quantity == self.quantity:
            return
        self._end()
        self.quantity = quantity
        if self._hovered or self.hasFocus():
            self.pointed_at.emit(quantity)

    @property
    def shown(self) -> float:
        """The number shown, not rounded."""
        return self._shown

    def set_mark(self, mark: Mark) -> None:
        """Show how this quantity stands to the one pointed at."""
        if mark is not self._mark:
            self._mark = mark
            self.update()

    def set_style(self, style: Style, size: float) -> None:
        """Draw in this style; `size` is that of the editor's text, in pixels at 100 %."""
        self._style = style
        font: QFont = style.font(size, bold=True)
        self.setFont(font)
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Text, style.palette.text)
        colours.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        colours.setColor(QPalette.ColorRole.Highlight, style.palette.accent)
        self.lineEdit().setPalette(colours)
        self.update()

    def look(self) -> KnobLook:
        """How the knob stands now, for its face."""
        return KnobLook(
            self._style,
            self._style.palette.role(self.quantity.role),
            self.prefix_text + number_text(self._shown, 2, plus=self.plus),
            self._mark,
            self.hasFocus(),
            self._hovered,
            self._typing,
            self.overridden,
        )

    # Editing

    def _begin(self) -> None:
        if not self._editing:
            self._editing = True
            self.edit_began.emit(self.quantity)

    def _end(self) -> None:
        self._wheel_rest.stop()
        if self._editing:
            self._editing = False
            self.edit_ended.emit()

    def _tell(self, value: float) -> None:
        alone = not self._editing
        self._begin()
        self._shown = value
        self.edited.emit(self.quantity, value)
        self.update()
        if alone:
            self._end()

    def _open_editor(self) -> None:
        self._typing = True
        self.lineEdit().show()
        self.selectAll()
        self.update()

    def _close_editor(self) -> None:
        if self._typing:
            self._typing = False
            self.lineEdit().hide()
            self.update()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Let the window keep its shortcuts while no number is being typed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self._typing:
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
        if self._typing:
            self._type(event)
        elif event.key() in _STEPPING:
            self._begin()
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
                self.setValue(self._shown)
            self._close_editor()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close_editor()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPPING and not event.isAutoRepeat() and self._pressed_at is None:
            self._end()
        super().keyReleaseEvent(event)

    def validate(self, text: str, position: int) -> object:
        """Take a comma or a true minus sign as well as what the machine writes."""
        return super().validate(_plain(text), position)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(_plain(text))

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()  # of a turn of the wheel
            self._pressed_at, self._pressed_value = event.position(), self._shown

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        up = self._pressed_at.y() - event.position().y()
        if not self._editing and abs(up) < _DRAG_STARTS:
            return
        self._close_editor()
        self._begin()
        low, high = self.limits.low, self.limits.high
        speed = min(high - low, _WIDEST_DRAG) / _FULL_DRAG
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            speed /= 10
        self.setValue(self._pressed_value + up * speed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = None
            self._end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One turn of the wheel is one edit, however many notches it has."""
        if self._pressed_at is None:
            self._begin()
            self._wheel_rest.start()
        super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._close_editor()
            self.reset_requested.emit(self.quantity)

    # Pointing

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered = True
        self.pointed_at.emit(self.quantity)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = False
        if self._wheel_rest.isActive():
            self._end()
        self.pointed_at.emit(self.quantity if self.hasFocus() else None)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed_at.emit(self.quantity)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # takes over what was typed
        self._close_editor()
        self._pressed_at = None
        self._end()
        if not self._hovered:
            self.pointed_at.emit(None)
        self.update()

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(3, 2, -3, -2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face(painter, self.rect().toRectF(), self.look())
        painter.end()


def _plain(text: str) -> str:
    return text.replace(MINUS, "-").replace(",", ".")
