"""Asks for a file of a person's own and shows what is in it: what the picker of tasks calls.

dialog = choose_data(entry, self, style)  # None where no file was chosen
if dialog is not None:
    dialog.chosen.connect(take)  # take(OwnColumns | OwnText), once the person agrees
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from lstm_gui.gui.quiz.style import Style as DialogStyle
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.data.columns_dialog import ColumnsDialog
from lstm_gui.gui.training.data.dialog import DataDialog
from lstm_gui.gui.training.data.text_dialog import TextDialog
from lstm_gui.training.tasks.entry import Entry

translate = QCoreApplication.translate
ONE_COLUMN = "own_column"  # the task that reads just one


def choose_data(entry: Entry, parent: QWidget, style: Style, folder: str = "") -> DataDialog | None:
    """Ask for the file that a task wants (`Entry.wants`) and show it; None where none was chosen."""
    columns = entry.wants == "columns"
    title = (
        translate("OwnData", "A table of your own") if columns else translate("OwnData", "A text of your own")
    )
    kinds = (
        translate("OwnData", "Tables (*.csv *.tsv *.txt);;All files (*)")
        if columns
        else translate("OwnData", "Texts (*.txt *.md *.text *.csv);;All files (*)")
    )
    name, _ = QFileDialog.getOpenFileName(parent, title, folder or str(Path.home()), kinds)
    return show_data(entry, Path(name), parent, style) if name else None


def show_data(entry: Entry, path: Path, parent: QWidget, style: Style) -> DataDialog:
    """Show what a file holds for a task."""
    look = DialogStyle(style.palette, round(100 * style.zoom))
    dialog: DataDialog
    if entry.wants == "columns":
        dialog = ColumnsDialog(look, parent, single=entry.name == ONE_COLUMN)
    else:
        dialog = TextDialog(look, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    dialog.read(path)
    return dialog
