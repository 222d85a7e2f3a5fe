"""Taking a person's own text: its beginning, and in a sentence what was read."""

from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lstm_gui.gui.jobs import Task
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.gui.training.data.dialog import DataDialog
from lstm_gui.plain_text import in_one_line
from lstm_gui.training.own_text import TextFile, read_own_text

_SIZE = QSize(600, 460)  # px of the design
_SHOWN = 4000  # characters


class TextDialog(DataDialog):
    """Shows the beginning of the text as it will be read."""

    def __init__(self, look: Style, parent: QWidget | None = None) -> None:
        super().__init__("", look, parent)
        self.setWindowTitle(self.tr("A text of your own"))
        self.beginning = QPlainTextEdit(self)
        self.beginning.setReadOnly(True)
        self.beginning.setFont(look.font(13))
        self.beginning.setTabChangesFocus(True)
        self.beginning.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.beginning.setAccessibleName(self.tr("The beginning of the text"))
        self.lay_out([self.beginning], _SIZE)

    def read_for(self, task: Task, path: Path) -> TextFile:
        """The text of the file."""
        found = read_own_text(path)
        task.check()
        return found

    def show_found(self, found: object) -> None:
        """See `DataDialog.show_found`."""
        assert isinstance(found, TextFile)
        text, number = found.own.text, QLocale().toString
        self.beginning.setPlainText(text[:_SHOWN])
        self.title.setText(in_one_line(found.own.name))
        words = [
            self.tr("{n} characters, {signs} different ones, read as {encoding}.").format(
                n=number(len(text)), signs=number(len(set(text))), encoding=found.encoding
            )
        ]
        if found.cut:
            words.append(self.tr("The file has {n}; the first are taken.").format(n=number(found.characters)))
        if found.left_out:
            told = self.tr("{n} characters that nobody can see were left out.")
            words.append(told.format(n=number(found.left_out)))
        self.offer(found.own, " ".join(words))
        self.agree.setFocus()
