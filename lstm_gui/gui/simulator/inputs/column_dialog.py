"""Loading a column of a file: the table is shown first; then which column, from which row, how scaled."""

from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QLabel,
    QProgressBar,
    QSpinBox,
    QTableView,
    QWidget,
)

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.csv_table import Table, read_table
from lstm_gui.gui.jobs import Job, Progress, Task, Worker
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.words import counted
from lstm_gui.gui.simulator.inputs.column_model import ColumnModel
from lstm_gui.gui.simulator.inputs.dialog import InputDialog
from lstm_gui.gui.theme import mix
from lstm_gui.lessons.scene import MAX_STEPS
from lstm_gui.sequences.scaling import to_unit_range

_NAMES = 60  # columns whose names are offered in the list; others are chosen in the table


def read_for(task: Task, path: Path) -> Table:
    """Read a table on a worker; a cancellation is noticed. Raises FileRefused."""

    def notice(done: int, total: int) -> None:
        task.check()
        task.report(done, total)

    return read_table(path, notice)


class ColumnDialog(InputDialog):
    """Reads a file on a thread of its own, and ends it when it closes."""

    def __init__(self, look: Style, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Read a column"), look, parent)
        self.table: Table | None = None
        self._worker = Worker("table", self)
        self.reading = Job(self._worker, self)
        self.reading.progressed.connect(self._show_progress)
        self.reading.succeeded.connect(self._show_table)
        self.reading.failed.connect(self._show_refusal)
        self.busy = QProgressBar(self)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(look.px(6))
        self.busy.setAccessibleName(self.tr("Reading"))
        self._model = ColumnModel(mix(look.palette.panel, look.palette.accent, 0.18), self)
        self.cells = self._made_cells()
        self.choices = self._made_choices()
        self.lay_out([self.busy, self.cells, self.choices], self.cells)
        self.resize(look.px(560), look.px(190))

    def read(self, path: Path) -> None:
        """Read a file and show its table."""
        self.title.setText(self.tr("Reading {name}…").format(name=path.name))
        self._name = path.name
        self.busy.setRange(0, 0)
        self._show_parts(busy=True)
        self.reading.start(lambda task: read_for(task, path))

    def done(self, result: int) -> None:
        """Close, and let the reading end."""
        self.reading.cancel()
        self._worker.stop()
        super().done(result)

    # What the reading brings

    def _show_progress(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        self.busy.setRange(0, progress.total)
        self.busy.setValue(progress.done)

    def _show_refusal(self, error: Exception) -> None:
        if not isinstance(error, FileRefused):
            self.reject()
            raise error
        self._show_parts(busy=False)
        self.title.setText(self.tr("Nothing was read"))
        self.refuse(str(error))
        self.leave.setFocus()

    def _show_table(self, table: object) -> None:
        assert isinstance(table, Table)
        self.table = table
        self._model.show_table(table)
        self.title.setText(self._summary(table))
        for column in range(min(len(table.names), _NAMES)):
            self.column.addItem(table.column_name(column))
        self.first.setRange(table.first, max(table.first, table.last))
        self.resize(self.width(), max(self.height(), self.look.px(470)))
        self._show_parts(busy=False, table=True)
        self.column.setFocus()
        self._choose(self._likely_column(table))

    def _summary(self, table: Table) -> str:
        rows = counted(table.count, self.tr("1 row"), self.tr("{n} rows"))
        columns = counted(len(table.names), self.tr("1 column"), self.tr("{n} columns"))
        words = self.tr("{name}: {rows}, {columns}").format(name=self._name, rows=rows, columns=columns)
        if table.count > len(table.rows):
            kept = counted(len(table.rows), rows, self.tr("{n} rows"))
            words += self.tr("; the first {rows} can be chosen from").format(rows=kept)
        return words

    def _show_parts(self, *, busy: bool, table: bool = False) -> None:
        self.busy.setVisible(busy)
        self.sentence.setVisible(not busy)
        self.agree.setVisible(table)
        for part in (self.cells, self.choices):
            part.setVisible(table)

    # What the person chooses

    @staticmethod
    def _likely_column(table: Table) -> int:
        """The first column whose first numbers can be read."""
        for column in range(len(table.names)):
            try:
                if table.numbers(column, table.first, 2):
                    return column
            except FileRefused:
                continue
        return 0

    def _choose(self, column: int) -> None:
        self.column.setCurrentIndex(column if column < self.column.count() else -1)
        self.cells.setCurrentIndex(
            self._model.index(max(0, self.first.value() - self.first.minimum()), column)
        )
        self._take()

    def _cell_chosen(self, now: QModelIndex) -> None:
        """The column of the cell that one is at is the one that is read."""
        if now.isValid():
            self.column.setCurrentIndex(now.column() if now.column() < self.column.count() else -1)
            self._take()

    def _take(self) -> None:
        """Work out what would be read, and say it."""
        table, column = self.table, self.cells.currentIndex().column()
        if table is None or column < 0:
            return
        try:
            values = table.numbers(column, self.first.value(), MAX_STEPS)
        except FileRefused as refusal:
            self._model.mark(column, self.first.value(), 0)
            self.refuse(str(refusal))
            return
        self._model.mark(column, self.first.value(), len(values))
        self.offer(to_unit_range(values) if self.scaling.currentData() else values)

    def _made_cells(self) -> QTableView:
        view = QTableView(self)
        view.setModel(self._model)
        view.setFont(self.look.font(12))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().setDefaultSectionSize(self.look.px(22))
        view.horizontalHeader().setDefaultSectionSize(self.look.px(96))
        view.setAccessibleName(self.tr("The table"))
        view.setToolTip(self.tr("Choose a cell of the column to read (arrow keys)"))
        view.selectionModel().currentChanged.connect(self._cell_chosen)
        return view

    def _made_choices(self) -> QWidget:
        part = QWidget(self)
        form = QFormLayout(part)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(self.look.gap(14))
        self.column, self.scaling = QComboBox(part), QComboBox(part)
        self.first = QSpinBox(part)
        self.first.setKeyboardTracking(False)
        self.scaling.addItem(self.tr("as they are"), False)
        self.scaling.addItem(self.tr("scaled to −1 … 1"), True)
        for field, words, tip in (
            (self.column, self.tr("&Column"), self.tr("The column to read")),
            (self.first, self.tr("From &row"), self.tr("The first row to read, as the file counts them")),
            (self.scaling, self.tr("&Values"), self.tr("Whether the numbers are brought to −1 … 1")),
        ):
            self._add_choice(form, field, words, tip)
        self.column.activated.connect(self._choose)
        self.first.valueChanged.connect(lambda _: self._choose(self.cells.currentIndex().column()))
        self.scaling.currentIndexChanged.connect(lambda _: self._take())
        return part

    def _add_choice(self, form: QFormLayout, field: QWidget, words: str, tip: str) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        for part in (label, field):
            part.setFont(self.look.font(13))
        field.setAccessibleName(words.replace("&", ""))
        field.setToolTip(tip)
        form.addRow(label, field)
