"""A splitter whose handle is the gap between two cards, with a grip that shows when the pointer is on it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from lstm_gui.gui.simulator.arrangement import gap
from lstm_gui.gui.simulator.style import Style


class CardSplitter(QSplitter):
    """Cards beside or below each other."""

    def __init__(self, way: Qt.Orientation, style: Style, parent: QWidget | None = None) -> None:
        self.style_now = style
        super().__init__(way, parent)
        self.setChildrenCollapsible(False)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        self.setHandleWidth(round(gap(style)))
        for n in range(1, self.count()):
            self.handle(n).update()

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def __init__(self, way: Qt.Orientation, parent: CardSplitter) -> None:
        super().__init__(way, parent)
        self._cards = parent
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._cards.style_now
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.palette.window)
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                QPen(style.palette.accent, style.px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            middle, arm = self.rect().toRectF().center(), style.px(16)
            along = QPointF(0, arm) if self.orientation() == Qt.Orientation.Horizontal else QPointF(arm, 0)
            painter.drawLine(middle - along, middle + along)
        painter.end()
