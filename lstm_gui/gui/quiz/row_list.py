"""A list whose rows are things: the model that holds them, and what painting a row needs."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.gui.slim_bar import SlimBar

ROW = Qt.ItemDataRole.UserRole

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel, Generic[Row]):
    """The rows; a subclass says what each is called, where that is not its own text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, found: Sequence[Row]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = list(found)
        self.endResetModel()

    def words(self, row: Row) -> str:
        """What a row is called."""
        return str(row)

    def spoken(self, row: Row) -> str:
        """What a screen reader says of a row."""
        return self.words(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return row if role == ROW else None


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height in a style."""

    def __init__(self, style: Style, height: float, parent: QObject | None = None) -> None:
        """`height` in px of the design."""
        super().__init__(parent)
        self._look, self._height = style, height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Any width will do."""
        return QSize(self._look.px(200), self._look.px(self._height))

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        """The ground of a row that is chosen, or pointed at."""
        state: QStyle.StateFlag = option.state
        look, accent = self._look, self._look.palette.accent
        if state & QStyle.StateFlag.State_Selected:
            round_rect(painter, rect, look.px(6), look.tint(accent, 0.12), QPen(look.tint(accent, 0.5), 1.0))
        elif state & QStyle.StateFlag.State_MouseOver:
            round_rect(painter, rect, look.px(6), look.tint(look.palette.text, 0.05), NO_PEN)

    @staticmethod
    def write(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor) -> None:
        """One line of text, cut with "…" where it has no room."""
        painter.setFont(font)
        painter.setPen(colour)
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, elided)


def row_list(model: QAbstractListModel, delegate: RowDelegate, parent: QWidget) -> QListView:
    """A list view of rows: no frame, a slim scroll bar, nothing to edit."""
    view = QListView(parent)
    view.setModel(model)
    view.setItemDelegate(delegate)
    delegate.setParent(view)
    view.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.viewport().setAutoFillBackground(False)  # the ground is that of the window, not of a field
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    return view
