"""A button with words on it, drawn as a field of the bar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lstm_gui.gui.simulator.controls import paint_field
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_centred, shortened, width


class WordButton(QAbstractButton):
    """A button that reads as it is called."""

    def __init__(self, words: str, tip: str, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.update()

    def sizeHint(self) -> QSize:
        wide = width(self._style.font(SMALL), self.text())
        return QSize(round(wide + self._style.px(20)), round(self._style.px(26)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, style = self.rect().toRectF(), self._style
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        paint_field(painter, box, style, hovered=hovered, focused=self.hasFocus())
        font = style.font(SMALL)
        text = shortened(self.text(), font, box.width() - style.px(8))
        ink = style.palette.text if self.isEnabled() else style.palette.muted
        put_centred(painter, box.center().x(), box.center().y(), text, font, ink)
        painter.end()
