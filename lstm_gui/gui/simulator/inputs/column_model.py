"""The cells of a table as Qt's views want them, with the part that would be read tinted."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from lstm_gui.formats.csv_table import Table
from lstm_gui.plain_text import in_one_line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ColumnModel(QAbstractTableModel):
    """Shows a Table; rows carry their number in the file."""

    def __init__(self, tint: QColor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tint = tint
        self._table: Table | None = None
        self._column, self._first, self._count = 0, 0, 0

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def mark(self, column: int, first: int, count: int) -> None:
        """Tint `count` cells of a column from the row with the number `first`."""
        self._column, self._first, self._count = column, first, count
        if self._table is not None and self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.BackgroundRole])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._table is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._table.rows[index.row()]
            return in_one_line(row[index.column()]) if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.BackgroundRole and self._is_marked(index):
            return self._tint
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._table is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._table.column_name(section)
        return str(self._table.first + section)

    def _is_marked(self, index: Index) -> bool:
        assert self._table is not None
        place = self._table.first + index.row()
        return index.column() == self._column and self._first <= place < self._first + self._count
