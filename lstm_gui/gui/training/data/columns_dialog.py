"""Choosing columns of a person's own table: what each holds, the cells, and what becomes of gaps."""

from pathlib import Path

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QWidget,
)

from lstm_gui.formats.csv_table import Table, read_table
from lstm_gui.gui.jobs import Task
from lstm_gui.gui.plain_tip import plain_tip
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.words import counted
from lstm_gui.gui.stock_look import dress_cells
from lstm_gui.gui.theme import mix
from lstm_gui.gui.training.data.columns_model import ColumnsModel
from lstm_gui.gui.training.data.dialog import DataDialog
from lstm_gui.plain_text import in_one_line
from lstm_gui.training.own_columns import MOST_COLUMNS, Chosen, Column, columns_of, own_columns

_SIZE = QSize(760, 520)  # px of the design
_LIST = 240  # px of the design
_NUMBERS = "numbers"


class ColumnsDialog(DataDialog):
    """Of one column or of several; text and dates cannot be chosen."""

    def __init__(self, look: Style, parent: QWidget | None = None, *, single: bool = False) -> None:
        super().__init__("", look, parent)
        self.setWindowTitle(self.tr("A column of your own") if single else self.tr("Columns of your own"))
        self.single = single
        self.table: Table | None = None
        self._name = ""
        self._weighing = self._job(self._show_chosen)
        self._model = ColumnsModel(mix(look.palette.panel, look.palette.accent, 0.18), self)
        self.list, self.cells, self.gaps = self._made_list(), self._made_cells(), QComboBox(self)
        self.lay_out([self._side_by_side(), self._made_choice()], _SIZE)

    @property
    def places(self) -> tuple[int, ...]:
        """The columns that are ticked, counted from 0."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(row for row, item in enumerate(items) if item.checkState() is Qt.CheckState.Checked)

    def read_for(self, task: Task, path: Path) -> tuple[str, Table, tuple[Column, ...]]:
        """The table, and what its columns hold."""
        table = read_table(path, task.watch)
        return in_one_line(path.name), table, columns_of(table)

    def show_found(self, found: object) -> None:
        """See `DataDialog.show_found`."""
        assert isinstance(found, tuple)
        self._name, table, columns = found
        self.table = table
        self._model.show_table(table)
        self._fill(columns)
        rows = counted(table.count, self.tr("1 row"), self.tr("{n} rows"))
        width = counted(len(columns), self.tr("1 column"), self.tr("{n} columns"))
        self.title.setText(
            self.tr("{name}: {rows}, {columns}").format(name=self._name, rows=rows, columns=width)
        )
        self.list.setFocus()
        self._weigh()

    # What the person chooses

    def _fill(self, columns: tuple[Column, ...]) -> None:
        """List the columns; all that can be learnt from are ticked, or the first where there is to be one."""
        left = 1 if self.single else MOST_COLUMNS
        with QSignalBlocker(self.list):
            self.list.clear()
            for column in columns:
                item = QListWidgetItem(self._words(column), self.list)
                fit = column.holds == _NUMBERS and not column.still
                item.setToolTip(plain_tip(item.text()))
                ticked = fit and left > 0
                left -= ticked
                flags = (
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                )
                item.setFlags(flags if fit else Qt.ItemFlag.ItemIsSelectable)
                if not fit:
                    item.setForeground(self.look.palette.muted)
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            first = next((row for row in range(self.list.count()) if row in self.places), 0)
            self.list.setCurrentRow(first)

    def _words(self, column: Column) -> str:
        """A column's name, and what it holds."""
        holds = {
            _NUMBERS: self.tr("numbers"),
            "dates": self.tr("dates"),
            "text": self.tr("text"),
            "nothing": self.tr("nothing"),
        }[column.holds]
        if column.still:
            holds = self.tr("the same in every row")
        elif column.gaps and column.holds != "nothing":
            holds += counted(column.gaps, self.tr(", 1 gap"), self.tr(", {n} gaps"))
        return self.tr("{name} – {holds}").format(name=in_one_line(column.name, 40), holds=holds)

    def _ticked(self, item: QListWidgetItem) -> None:
        """Where there is to be one column, the one ticked last is it."""
        if self.single and item.checkState() is Qt.CheckState.Checked:
            with QSignalBlocker(self.list):
                for row in range(self.list.count()):
                    if (other := self.list.item(row)) is not item:
                        other.setCheckState(Qt.CheckState.Unchecked)
        self._weigh()

    def _weigh(self) -> None:
        """Let it be worked out what would be taken."""
        table, name, places, gaps = self.table, self._name, self.places, self.gaps.currentData()
        self._model.tint(frozenset(places))
        self._weighing.cancel()
        if table is None or not places:
            self.refuse(self.tr("Tick a column of numbers; text and dates cannot be learnt from."))
            return
        self.wait()
        self._weighing.start(lambda _task: own_columns(table, name, places, gaps=gaps))

    def _show_chosen(self, chosen: object) -> None:
        assert isinstance(chosen, Chosen)
        columns = chosen.columns
        rows = QLocale().toString(len(columns.rows))
        words = self.tr("{columns} in {rows} rows.").format(columns=", ".join(columns.columns), rows=rows)
        self.offer(columns, " ".join([in_one_line(words, 200), *chosen.notes]))

    # Making it

    def _made_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setFont(self.look.font(13))
        made.setFixedWidth(self.look.gap(_LIST))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names end in "…"
        dress_cells(made, self.look.palette, self.look.scale)
        made.setAccessibleName(self.tr("The columns"))
        made.setToolTip(self.tr("Tick what is learnt from (Space)"))
        made.itemChanged.connect(self._ticked)
        made.currentRowChanged.connect(self._show_column)
        return made

    def _show_column(self, place: int) -> None:
        if place >= 0 and self.table is not None:
            self.cells.scrollTo(self._model.index(max(0, self.cells.rowAt(0)), place))

    def _made_cells(self) -> QTableView:
        view = QTableView(self)
        view.setModel(self._model)
        view.setFont(self.look.font(12))
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        dress_cells(view, self.look.palette, self.look.scale)
        for header in (view.horizontalHeader(), view.verticalHeader()):
            header.setFont(self.look.font(12))
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.verticalHeader().setDefaultSectionSize(self.look.px(22))
        view.horizontalHeader().setDefaultSectionSize(self.look.px(96))
        view.setAccessibleName(self.tr("The table"))
        view.setToolTip(self.tr("The cells of the file; tinted are those that are learnt from"))
        return view

    def _side_by_side(self) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.gap(12))
        row.addWidget(self.list)
        row.addWidget(self.cells, 1)
        return part

    def _made_choice(self) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.gap(12))
        label = QLabel(self.tr("&Gaps"), part)
        label.setBuddy(self.gaps)
        self.gaps.addItem(self.tr("lie on the line between their neighbours"), "line")
        self.gaps.addItem(self.tr("leave out their rows"), "rows")
        self.gaps.setAccessibleName(self.tr("Gaps"))
        self.gaps.setToolTip(self.tr("What becomes of cells without a number"))
        self.gaps.currentIndexChanged.connect(lambda _: self._weigh())
        for widget in (label, self.gaps):
            widget.setFont(self.look.font(13))
            row.addWidget(widget)
        row.addStretch(1)
        return part
