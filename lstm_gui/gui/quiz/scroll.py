"""A scroll area for one column: it scrolls down only, with a slim bar, and what lies behind shows through."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.gui.theme import mix

WIDTH = 9  # px


class SlimBar(QScrollBar):
    """A scroll bar that is only its thumb."""

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(WIDTH, super().sizeHint().height())

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
        rect = QRectF(thumb).adjusted(2, 1, -2, -1)
        round_rect(QPainter(self), rect, rect.width() / 2, colour, NO_PEN)


def column_scroll_area(inside: QWidget) -> QScrollArea:
    """A scroll area around a column that is as wide as it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the panel's keys are for the card
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
