"""The numbers of a picture as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from lstm_gui.gui.quiz.row_list import Index
from lstm_gui.gui.simulator.style import TEXT, Style, mixed
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.gui.statistics.picture import Table

_EMPTY = Table((), (), ())
_ROW, _AIR = 26.0, 8.0  # px at 100 %
_ROWS = 5.5  # that it has at least, with its head
_WIDEST = 240.0  # of a first column


class TableModel(QAbstractTableModel):
    """The rows of a Table; the first column is text, the others are numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = _EMPTY

    def show_table(self, table: Table) -> None:
        """Show these."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; a reader is told the column too."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        words = self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.table.head[index.column()]}: {words}"
        return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return self.table.head[section] if role == Qt.ItemDataRole.DisplayRole else None


class NumberTable(QTableView):
    """A table to be read: rows can be chosen by the keyboard, nothing can be changed."""

    def __init__(self, style: Style, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = TableModel(self)
        self.setModel(self.numbers)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("The numbers of the picture; arrows go from row to row"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCornerWidget(QWidget(self))  # else a corner is drawn as the stock bars would have it
        self.set_style(style)

    def show_table(self, table: Table) -> None:
        """Show these numbers from the top."""
        self.numbers.show_table(table)
        self._fit()
        self.scrollToTop()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._look = style
        self.setFont(style.font(TEXT))
        header = self.horizontalHeader()
        header.setFont(style.font(TEXT))
        header.setFixedHeight(round(style.px(_ROW)))
        palette = style.palette
        header.setStyleSheet(
            f"QHeaderView::section {{ background: {palette.panel.name()}; color: {palette.muted.name()}; "
            f"border: none; border-bottom: 1px solid {palette.border.name()}; "
            f"padding: 0 {round(style.px(_AIR) / 2) + 3}px; }}"  # Qt moves the words of cells by 3
        )
        chosen = mixed(palette.panel, palette.accent, 0.14).name()
        self.setStyleSheet(
            f"QTableView {{ background: {palette.panel.name()}; border: 1px solid {palette.border.name()}; "
            f"border-radius: {round(style.px(8))}px; padding: 2px; "
            f"selection-background-color: {chosen}; selection-color: {palette.text.name()}; }}"
            f"QTableView::item {{ padding: 0 {round(style.px(_AIR) / 2)}px; border: none; }}"
        )
        self.verticalHeader().setDefaultSectionSize(round(style.px(_ROW)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room that is left over is shared by the columns."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """A few rows; more where there is room."""
        return QSize(super().sizeHint().width(), round(self._look.px(_ROWS * _ROW)))

    def minimumSizeHint(self) -> QSize:
        """As tall as that."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @property
    def wide(self) -> int:
        """How wide it is with every column whole."""
        return sum(self._widths()) + self.verticalScrollBar().sizeHint().width() + 22

    def _fit(self) -> None:
        widths = self._widths()
        spare = max(0, self.viewport().width() - sum(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width + spare // len(widths))

    def _widths(self) -> list[int]:
        table, metrics, air = self.numbers.table, QFontMetricsF(self.font()), self._look.px(2 * _AIR)
        found = []
        for column, title in enumerate(table.head):
            words = (title, *(row[column] for row in table.rows))
            widest = max(metrics.horizontalAdvance(one) for one in words)
            most = self._look.px(_WIDEST) if column == 0 else widest
            found.append(round(min(widest, most) + air))
        return found


def _side(column: int) -> int:
    across = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return int(across | Qt.AlignmentFlag.AlignVCenter)
