"""How many steps the sequence has, as a small field that is typed in or stepped."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.lessons.scene import MAX_STEPS


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
        self.setAccessibleName(self.tr("Number of steps"))
        self.setToolTip(self.tr("The length of the sequence, 1 to {most}").format(most=MAX_STEPS))
        self.show_length(1)
        self.set_style(style)

    def show_length(self, steps: int) -> None:
        """Show a length without telling of it."""
        with QSignalBlocker(self):
            self.setValue(steps)
        self.setSuffix(self.tr(" step") if steps == 1 else self.tr(" steps"))

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
