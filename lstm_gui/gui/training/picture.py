"""The ground of a picture that several runs or measurements come to: a card with a field, or words."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.simulator.text import Align, lines, put_text

_WIDEST = 460.0  # px at 100 %, of a line of words
_LINES = 5


class Picture(QWidget):
    """Draws itself by `paint_on_page`, anywhere."""

    least = QSize(300, 200)  # px at 100 %: room for axes and names

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Room for axes and names."""
        return QSize(round(self._style.px(self.least.width())), round(self._style.px(self.least.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_on_page(painter)
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the card."""
        raise NotImplementedError

    # What they draw alike

    def paint_level(self, painter: QPainter, box: QRectF, y: float, words: str) -> None:
        """A line across at a height, and what it stands for."""
        style = self._style
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        x, font = box.left() - style.px(7), style.font(SMALL)
        put_text(painter, x, y + style.px(4), words, font, style.palette.muted, Align.RIGHT)

    def paint_mark(self, painter: QPainter, box: QRectF, x: float, words: str) -> None:
        """What a place across stands for, below the field."""
        style = self._style
        y, font = box.bottom() + style.px(15), style.font(SMALL)
        put_text(painter, x, y, words, font, style.palette.muted, Align.CENTRE)

    def paint_across(self, painter: QPainter, box: QRectF, words: str) -> None:
        """What the axis across is called."""
        style = self._style
        y, font = box.bottom() + style.px(31), style.font(SMALL)
        put_text(painter, box.center().x(), y, words, font, style.palette.muted, Align.CENTRE)

    def paint_words(self, painter: QPainter, box: QRectF, words: str) -> None:
        """What will stand in a box, while there is nothing to draw."""
        style, font, y = self._style, self._style.font(TEXT), box.center().y()
        for line in lines(words, font, min(style.px(_WIDEST), box.width() - style.px(60)), _LINES):
            put_text(painter, box.center().x(), y, line, font, style.palette.muted, Align.CENTRE)
            y += style.px(18)
