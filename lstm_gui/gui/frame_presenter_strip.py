"""The strip at the foot of the screen in class: the last action in letters that the back row can read."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.fonts import ui_font
from lstm_gui.gui.palette import Palette

ACTION_POINTS, PLACE_POINTS = 21.0, 9.75  # at 100 %
HEIGHT = 52  # px at 100 %
SIDE = 18  # px at 100 %


class Strip(QWidget):
    """Shows what was done last, and at its right end which scene this is."""

    def __init__(self, colours: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._zoom = 100
        self.action = ""
        self.place = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The last action"))

    def show_action(self, words: str) -> None:
        """Show what was done."""
        if words != self.action:
            self.action = words
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self.update()

    def show_place(self, words: str) -> None:
        """Show which scene this is."""
        self.place = words
        self.update()

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self.update()

    def set_zoom(self, percent: int) -> None:
        """Draw at 100 to 300 per cent."""
        self._zoom = percent
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT * self._zoom // 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = SIDE * self._zoom / 100
        room = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        small = ui_font(PLACE_POINTS * self._zoom / 100)
        words = " · ".join(part for part in (self.place, self.tr("Esc back")) if part)
        painter.setFont(small)
        painter.setPen(self._colours.muted)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, words)
        room.setRight(room.right() - QFontMetricsF(small).horizontalAdvance(words) - side)
        self._draw_action(painter, room)
        painter.end()

    def _draw_action(self, painter: QPainter, room: QRectF) -> None:
        font = ui_font(ACTION_POINTS * self._zoom / 100, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._colours.text)
        shown = QFontMetricsF(font).elidedText(self.action, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
