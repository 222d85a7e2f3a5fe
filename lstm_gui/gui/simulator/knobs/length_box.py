"""How many steps the sequence has, as a small field that is typed in or stepped."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QValidator,
)
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from lstm_gui.gui.simulator.click_away import ClickAway
from lstm_gui.gui.simulator.knobs.bubble import say_beside
from lstm_gui.gui.simulator.knobs.knob_words import limit_words
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_centred
from lstm_gui.lessons.scene import MAX_STEPS
from lstm_gui.simulator.number_text import typed_number


class LengthBox(QSpinBox):
    """A spin box from 1 to the longest sequence; `valueChanged(int)` tells what a person chose."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setRange(1, MAX_STEPS)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.lineEdit().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # a press selects all
        self._click_away = ClickAway(self, self.leave)
        self.setAccessibleName(self.tr("Number of steps"))
        tip = self.tr("The length of the sequence, 1 to {most}\nClick, type a number, Enter. Arrows step.")
        self.setToolTip(tip.format(most=MAX_STEPS))
        self.show_length(1)
        self.set_style(style)

    def show_length(self, steps: int) -> None:
        """Show a length without telling of it."""
        with QSignalBlocker(self):
            self.setValue(steps)
        self.setSuffix(self.counted(steps))

    def counted(self, steps: int) -> str:
        """What stands behind the number."""
        return self.tr(" step") if steps == 1 else self.tr(" steps")

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.setFont(style.font(SMALL))
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Text, style.palette.muted)
        colours.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        colours.setColor(QPalette.ColorRole.Highlight, style.palette.accent)
        self.setPalette(colours)
        self.resize(round(style.px(70)), round(style.px(19 if style.dense else 22)))
        self.update()

    def leave(self) -> None:
        """Give the keyboard back to the card, so that its keys work again."""
        parent = self.parentWidget()
        if parent is None:
            self.clearFocus()
        else:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    # Typing

    def validate(self, text: str, position: int) -> object:
        """Let anything be typed: what it comes to is decided when the typing ends."""
        return QValidator.State.Acceptable, text, position

    def valueFromText(self, text: str) -> int:
        """The nearest length allowed to what was typed; what stood there, where that is no number."""
        typed = self._typed(text)
        return self.value() if typed is None else round(min(max(typed, self.minimum()), self.maximum()))

    def _typed(self, text: str) -> float | None:
        return typed_number(text.removesuffix(self.suffix()))

    def _take_typed(self) -> None:
        """The typing ends: take the number over, and say so where it was out of range."""
        typed = self._typed(self.lineEdit().text())
        self.interpretText()
        if typed is not None and not self.minimum() <= typed <= self.maximum():
            say_beside(self, limit_words(self.minimum(), self.maximum()), self._style)

    def event(self, event: QEvent) -> bool:
        """Where nothing was typed there is nothing of the field to undo: Ctrl+Z is the window's."""
        asked = event.type() == QEvent.Type.ShortcutOverride and _undoes(event)
        if asked and not self.lineEdit().isUndoAvailable():
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.show_length(self.value())
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        self.leave()

    # Coming and going

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._click_away.watch()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._click_away.rest()
        self._take_typed()
        super().focusOutEvent(event)
        self.lineEdit().deselect()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the length alone, without the field."""
        style, middle = self._style, self.rect().toRectF().center()
        put_centred(painter, middle.x(), middle.y(), self.text(), style.font(SMALL), style.palette.muted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(
            QPen(style.palette.accent if focused else style.palette.border, 1.6 if focused else 1.0)
        )
        painter.setBrush(style.well)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), style.px(5), style.px(5))
        painter.end()


def _undoes(event: QEvent) -> bool:
    keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in keys)
