"""The ground of a dialog that brings in numbers: a title, what would be read in a sentence, two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.theme import mix
from lstm_gui.simulator.number_text import number_text


class InputDialog(QDialog):
    """Nothing is read before the person agrees.

    Signals:
    chosen(object) -- the numbers to read, tuple[float, ...]
    """

    chosen = Signal(object)

    def __init__(self, title: str, look: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.values: tuple[float, ...] = ()  # what would be read; none while there is nothing to read
        self.setWindowTitle(title)
        ground = look.qt_palette()
        ground.setColor(QPalette.ColorRole.Base, mix(look.palette.panel, look.palette.text, 0.05))
        self.setPalette(ground)
        self.title, self.sentence = plain_label(self, wraps=True), plain_label(self, wraps=True)
        ink(self.title, look.palette.text, look.font(17, QFont.Weight.DemiBold))
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Leave the input as it is (Esc)"), self)
        self.agree = Button(Kind.PRIMARY, "", "", self)
        for button in (self.leave, self.agree):
            button.set_style(look)
        self.leave.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)

    def accept(self) -> None:
        """Tell the numbers, once there are some."""
        if self.values:
            self.chosen.emit(self.values)
            super().accept()

    def offer(self, values: tuple[float, ...]) -> None:
        """Say what would be read."""
        self.values = values
        low, high = number_text(min(values)), number_text(max(values))
        words = self.tr("{n} steps, from {low} to {high}.") if len(values) > 1 else self.tr("1 step: {low}.")
        self._say(words.format(n=len(values), low=low, high=high), refused=False)

    def refuse(self, sentence: str) -> None:
        """Say why nothing would be read."""
        self.values = ()
        self._say(sentence, refused=True)

    def _say(self, sentence: str, *, refused: bool) -> None:
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
            announce(self.sentence, sentence)
        colours = self.look.palette
        ink(self.sentence, colours.role("c").ink if refused else colours.muted, self.look.font(13))
        count = len(self.values)
        words = self.tr("Read {n} steps").format(n=count) if count > 1 else self.tr("Read it")
        self.agree.say(words, self.tr("Put these numbers in place of the input (Enter)"))
        self.agree.setEnabled(bool(count))

    def lay_out(self, parts: Sequence[QWidget], stretched: QWidget) -> None:
        """Stand the parts between the title and the sentence; `stretched` takes the room."""
        column = QVBoxLayout(self)
        pad = self.look.gap(18)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(self.look.gap(10))
        column.addWidget(self.title)
        for part in parts:
            column.addWidget(part, 1 if part is stretched else 0)
        column.addWidget(self.sentence)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.agree)
        column.addLayout(row)
