"""The deck's name, which opens the list of decks."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.quiz.press import Press
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import CLEAR, NO_PEN, round_rect
from lstm_gui.plain_text import in_one_line


class DeckButton(Press):
    """A title that can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Choose another deck"))

    def show_name(self, name: str) -> None:
        """Show a deck's name, letter for letter."""
        self.setText(name)
        self.setAccessibleName(self.tr("Deck: {name}").format(name=name))
        self._tell_whole_name()
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.setFont(style.font(15, QFont.Weight.Bold))
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """An elided name is whole in the tooltip."""
        super().resizeEvent(event)
        self._tell_whole_name()

    def _tell_whole_name(self) -> None:
        tip, whole = self.tr("Choose another deck"), self.sizeHint().width() <= self.width()
        self.setToolTip(tip if whole else f"{in_one_line(self.text(), 200)}\n{tip}")

    def sizeHint(self) -> QSize:
        """The name and its arrow."""
        if self._style is None:
            return QSize(0, 0)
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text()) + self._style.px(22), metrics.height() + self._style.px(4)
        )

    def minimumSizeHint(self) -> QSize:
        """A few letters: the rest is elided."""
        return QSize(1 if self._style is None else self._style.px(70), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name and an arrow."""
        if self._style is None:
            return
        style, painter = self._style, QPainter(self)
        room = self.width() - style.px(20)
        name = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        width = self.fontMetrics().horizontalAdvance(name)
        self._paint_ground(painter, style, width + style.px(20))
        painter.setPen(style.palette.text)
        painter.drawText(QRectF(0, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(QPen(style.palette.muted, style.px(1.6)))
        middle, left, arm = self.height() / 2 + style.px(1), width + style.px(8), style.px(4)
        corners = (QPointF(left, middle - arm / 2), QPointF(left + arm, middle + arm / 2))
        painter.drawPolyline(QPolygonF([*corners, QPointF(left + 2 * arm, middle - arm / 2)]))

    def _paint_ground(self, painter: QPainter, style: Style, width: int) -> None:
        rect = QRectF(0, 0, min(width, self.width()), self.height())
        ground = style.tint(style.palette.text, 0.06) if self.underMouse() else CLEAR
        focus = QPen(style.palette.accent, style.px(2)) if self.hasFocus() else NO_PEN
        round_rect(painter, rect, style.px(5), ground, focus)
