"""The numbers of a picture: a table that can be copied and written to a file."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.number_table import write_numbers
from lstm_gui.gui.commands.file_names import name_to_write
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import TITLE, Style
from lstm_gui.gui.slim_bar import WIDTH
from lstm_gui.gui.statistics.picture import Table
from lstm_gui.gui.statistics.table_view import NumberTable

translate = QCoreApplication.translate
_ROW, _FRAME = 26.0, 8  # px at 100 %; px


class NumbersBlock(QWidget):
    """A title, what leads out, and the rows. Signal: `refused(str)`, why a file was not written, in words."""

    refused = Signal(str)

    def __init__(self, name: str, file_name: str, style: Style, parent: QWidget | None = None) -> None:
        """`name` is for a screen reader, `file_name` the one that is offered."""
        super().__init__(parent)
        self._file_name, self._rows = file_name, (2, 2)
        self._shown = Table((), (), ())
        self.title = plain_label(self)
        self.title.setText(translate("TrainNumbers", "The numbers"))
        tip = translate("TrainNumbers", "Copy the table for a spreadsheet")
        self.copy = WordButton(translate("TrainNumbers", "Copy"), tip, style, self)
        tip = translate("TrainNumbers", "Write the table to a CSV file")
        self.export = WordButton(translate("TrainNumbers", "Export…"), tip, style, self)
        self.copy.clicked.connect(self._copy)
        self.export.clicked.connect(self._export)
        self.table = NumberTable(style, name, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.set_style(style)
        self.show_table(self._shown, full=False)

    def show_table(self, table: Table, *, full: bool = True) -> None:
        """Show a table; one that is not `full` yet cannot leave."""
        if table != self._shown:
            self._shown = table
            self.table.show_table(table)
        for button in (self.copy, self.export):
            button.setEnabled(full)

    def hold(self, least: int, most: int) -> None:
        """Be as high as so many rows, the head not counted; `most` where there is room."""
        self._rows = least, most
        for rows, bound in ((least, self.table.setMinimumHeight), (most, self.table.setMaximumHeight)):
            bound(round(self._style.px((rows + 1) * _ROW)) + WIDTH + _FRAME)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        ink(self.title, style.palette.muted, style.font(TITLE))
        self.title.setIndent(round(style.px(16)))
        for button in (self.copy, self.export):
            button.set_style(style)
            button.setFixedSize(button.sizeHint())
        self.table.set_style(style)
        for box in (self._row, self._column):
            box.setSpacing(round(style.px(6)))
        self.hold(*self._rows)

    # Inside

    def _lay_out(self) -> None:
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.copy)
        self._row.addWidget(self.export)
        self._column.addLayout(self._row)
        self._column.addWidget(self.table, 1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(tabbed(self._shown))

    def _export(self) -> None:
        kinds = (translate("TrainNumbers", "CSV table (*.csv)"), (".csv",))
        title = translate("TrainNumbers", "Export the table")
        path = name_to_write(self, title, self._file_name, kinds, self.refused.emit)
        if path is None:
            return
        try:
            write_durably(path, write_numbers(self._shown.columns, self._shown.numbers))
        except OSError as error:
            words = translate("TrainNumbers", "{name} could not be written: {why}.")
            self.refused.emit(words.format(name=path.name, why=error.strerror or error))


def tabbed(table: Table) -> str:
    """The table as it goes on the clipboard: columns apart by tabs, as spreadsheets take them."""
    rows = (tuple("" if cell is None else str(cell) for cell in row) for row in table.numbers)
    return "".join("\t".join(line) + "\n" for line in (table.columns, *rows))
