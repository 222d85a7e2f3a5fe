"""The strip at the foot of the screen in class: the last action in letters that the back row can read."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.palette import Palette
from lstm_gui.gui.presenter.symbol_line import put_line
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.text import width

ACTION, PLACE = 28, 13  # px of the letters, at 100 %
HEIGHT = 52  # px at 100 %
SIDE = 18  # px at 100 %


class Strip(QWidget):
    """Shows what was done last, and at its right end which scene this is."""

    def __init__(self, colours: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = Style(colours)
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
        self._style = Style(colours, self._style.zoom)
        self.update()

    def set_zoom(self, percent: int) -> None:
        """Draw at 100 to 300 per cent."""
        self._style = Style(self._style.palette, percent / 100)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, round(self._style.px(HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style, side = self._style, self._style.px(SIDE)
        room = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        words = " · ".join(part for part in (self.place, self.tr("Esc back")) if part)
        small, large = style.font(PLACE), style.font(ACTION)
        large.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(style.palette.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        left = QPointF(room.left(), room.center().y())
        put_line(painter, style, left, room.width() - width(small, words) - side, self.action, large)
        painter.end()
