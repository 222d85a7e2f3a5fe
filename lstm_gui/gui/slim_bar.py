"""A slim scroll bar, upright or lying: it is only its thumb."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from lstm_gui.gui.theme import mix

WIDTH = 9  # px


class SlimBar(QScrollBar):
    """A scroll bar that is only its thumb."""

    def sizeHint(self) -> QSize:
        """Narrow."""
        usual = super().sizeHint()
        return QSize(WIDTH, usual.height()) if self._is_upright else QSize(usual.width(), WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thumb."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        thumb = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        palette = self.palette()
        strength = 0.55 if self.underMouse() or self.isSliderDown() else 0.3
        colour = mix(
            palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText), strength
        )
        aside = (2, 1, -2, -1) if self._is_upright else (1, 2, -1, -2)
        rect = QRectF(thumb).adjusted(*aside)
        round_end = min(rect.width(), rect.height()) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, round_end, round_end)

    @property
    def _is_upright(self) -> bool:
        return self.orientation() is Qt.Orientation.Vertical


def scroll_slimly(area: QScrollArea) -> None:
    """Let an area show what is as wide as it or wider, without a frame, by bars of this kind."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
    area.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal))
    area.setCornerWidget(QWidget(area))  # else a corner is drawn as the stock bars would have it
