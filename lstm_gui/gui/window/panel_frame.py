"""The frame of a panel: a ground with round corners and a fine border."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lstm_gui.gui.palette import Palette

INSET = 3  # px, so that the panel's square corners stay inside the round ones
RADIUS = 8


class PanelFrame(QWidget):
    """Frames one widget, which may come later."""

    def __init__(self, colours: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(INSET, INSET, INSET, INSET)

    def hold(self, inside: QWidget) -> None:
        """Put the widget into the frame."""
        self._box.addWidget(inside)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._colours.border)
        painter.setBrush(self._colours.panel)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
