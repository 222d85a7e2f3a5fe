"""The frame of a panel: a ground with round corners and a fine border."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lstm_gui.gui.palette import Palette

INSET = 3  # px, so that the panel's square corners stay inside the round ones
RADIUS = 8


class PanelFrame(QWidget):
    """Frames one widget."""

    def __init__(self, inside: QWidget, colours: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        box = QVBoxLayout(self)
        box.setContentsMargins(INSET, INSET, INSET, INSET)
        box.addWidget(inside)

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
