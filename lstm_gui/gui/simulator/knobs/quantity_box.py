"""A spin box that paints itself as a knob: what it shows and tells. ValueKnob says how it is moved."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QToolTip, QWidget

from lstm_gui.gui.simulator.knobs.knob_face import Face, KnobLook
from lstm_gui.gui.simulator.mark import Mark
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity

_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class QuantityBox(QDoubleSpinBox):
    """A number that belongs to a quantity.

    Signals: `edit_began(Quantity)`, `edited(Quantity, float)`, `edit_ended()`, of which a drag, a held key, a
    turn of the wheel or a typed number makes one pair; `reset_requested(Quantity)`,
    `release_requested(Quantity)`, `pointed_at(Quantity | None)`.
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
        self.role = "x"  # of the palette; `address` sets it to that of the quantity
        self.prefix_text = ""  # painted before the number, as in "z = 2.00"
        self.plus = False  # whether positive numbers carry a sign
        self.note = ""  # which of several it is, written small
        self.overridden = False
        self.shown = 0.0  # the number shown, not rounded
        self.why_fixed: Callable[[Quantity], str] | None = None  # says "" of what can be moved
        self.editing = self.hovered = self.typing = False
        self.by_keys = False  # whether it has the keyboard because the keyboard came to it
        self.limits, self._face, self._style, self._mark = limits, face, style, Mark.PLAIN
        self.setLocale(QLocale.c())
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(limits.low, limits.high)
        self.setDecimals(limits.decimals)
        self.setSingleStep(limits.step)
        self._prepare_editor()
        self.valueChanged.connect(self._tell)

    # What the views set

    def show_value(self, value: float, *, overridden: bool = False) -> None:
        """Show a number, exactly, also one that lies beyond the limits."""
        if value == self.shown and overridden == self.overridden:
            return
        self.shown, self.overridden = value, overridden
        with QSignalBlocker(self):
            self.setRange(min(self.limits.low, value), max(self.limits.high, value))
            self.setValue(value)
        self.update()

    def set_quantity(self, quantity: Quantity) -> None:
        """Stand for another quantity of the same kind, as when the step moves. An edit under way ends."""
        if quantity == self.quantity:
            return
        self.end()
        self.quantity = quantity
        if self.hovered or self.hasFocus():
            self.pointed_at.emit(quantity)

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
            self._style.palette.role(self.role),
            self.prefix_text + number_text(self.shown, 2, plus=self.plus),
            self._mark,
            self.hasFocus(),
            self.hovered,
            self.typing,
            self.overridden,
            self.note,
            bool(self.fixed_words),
        )

    @property
    def fixed_words(self) -> str:
        """Why it cannot be moved now, or ""."""
        return self.why_fixed(self.quantity) if self.why_fixed is not None else ""

    def set_why_fixed(self, why: Callable[[Quantity], str] | None) -> None:
        """Look like what can be moved only where `why` says nothing; who moves it meanwhile is not held."""
        self.why_fixed = why
        self.setCursor(Qt.CursorShape.ArrowCursor if self.fixed_words else Qt.CursorShape.SizeVerCursor)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tooltip says how it is moved, or why it is not."""
        words = self.fixed_words if isinstance(event, QHelpEvent) else ""
        if words and isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    # Editing

    def begin(self) -> None:
        """An edit begins, unless one is under way."""
        if not self.editing:
            self.editing = True
            self.edit_began.emit(self.quantity)

    def end(self) -> None:
        """The edit under way ends."""
        if self.editing:
            self.editing = False
            self.edit_ended.emit()

    def _tell(self, value: float) -> None:
        alone = not self.editing
        self.begin()
        self.shown = value
        self.edited.emit(self.quantity, value)
        self.update()
        if alone:
            self.end()

    # Pointing

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered = True
        self.pointed_at.emit(self.quantity)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard points. A press of the mouse brings it along, and points while the mouse is there."""
        super().focusInEvent(event)
        if event.reason() not in _COMES_BACK:
            self.by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        if self.by_keys or self.hovered:
            self.pointed_at.emit(self.quantity)
        self.update()

    def take_key(self) -> None:
        """A key was pressed: the keyboard points, however it came here."""
        if not self.by_keys:
            self.by_keys = True
            self.pointed_at.emit(self.quantity)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """While a number is typed, what an editor offers; else the menu is the card's."""
        if self.typing:
            super().contextMenuEvent(event)
        else:
            event.ignore()

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(3, 2, -3, -2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face(painter, self.rect().toRectF(), self.look())
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the knob as nobody holds it."""
        at_rest = replace(self.look(), focused=False, hovered=False, typing=False)
        self._face(painter, self.rect().toRectF(), at_rest)

    def _prepare_editor(self) -> None:
        editor = self.lineEdit()
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        editor.hide()
