"""What was typed beside the right answer: words too many struck out, words that are missing underlined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from lstm_gui.gui.quiz.style import Style
from lstm_gui.quiz.practice.typed import Kind, Run


class Difference(QLabel):
    """A few lines that wrap; nothing in them is read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setToolTip(self.tr("Struck out: what you typed. Underlined: what was missing"))
        self._runs: tuple[Run, ...] = ()
        self._style: Style | None = None

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show these words."""
        self._runs = tuple(runs)
        said = {
            Kind.SAME: "{words}",
            Kind.MISSING: self.tr("missing: {words};"),
            Kind.EXTRA: self.tr("typed instead: {words};"),
        }
        self.setAccessibleName(" ".join(said[run.kind].format(words=run.text) for run in self._runs))
        self._write()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.setFont(style.font(14))
        self._write()

    def _write(self) -> None:
        if self._style is None:
            return
        document = QTextDocument()
        document.setDefaultFont(self.font())
        cursor = QTextCursor(document)
        for run in self._runs:
            cursor.insertText(run.text, self._look(self._style, run.kind))
            cursor.insertText(" ", QTextCharFormat())
        self.setText(document.toHtml())  # Qt's own HTML of plain insertions: a deck's words are escaped

    @staticmethod
    def _look(style: Style, kind: Kind) -> QTextCharFormat:
        look, colours = QTextCharFormat(), style.palette
        look.setForeground(colours.text)
        if kind is Kind.EXTRA:
            look.setFontStrikeOut(True)
            look.setForeground(colours.role("f").ink)
        elif kind is Kind.MISSING:
            look.setFontUnderline(True)
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setForeground(colours.role("i").ink)
        return look
