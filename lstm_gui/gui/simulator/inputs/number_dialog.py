"""Typing the input: the numbers as a text in any layout, and what they come to while one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.number_layout import numbers_in
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.simulator.inputs.dialog import InputDialog
from lstm_gui.lessons.scene import MAX_STEPS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NumberDialog(InputDialog):
    """Begins with the numbers that are read now."""

    def __init__(self, values: Sequence[float], look: Style, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Type numbers"), look, parent)
        self.title.setText(self.tr("What the cell reads, one number a step"))
        self.text = QPlainTextEdit(" ".join(map(_exact, values)), self)
        self.text.setFont(look.font(14))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Numbers"))
        self.text.setToolTip(
            self.tr("Numbers with spaces, commas, tabs or line ends between them (Ctrl+Enter reads them)")
        )
        self.text.textChanged.connect(self._read)
        self.lay_out([self.text], self.text)
        self.resize(look.px(520), look.px(300))
        self._read()
        self.text.selectAll()
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter agrees; Enter alone begins a line in the text."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        try:
            self.offer(numbers_in(self.text.toPlainText(), MAX_STEPS))
        except FileRefused as refusal:
            self.refuse(str(refusal))


def _exact(value: float) -> str:
    """The shortest text that reads back as the same number: who changes nothing changes nothing."""
    return repr(float(value)).removesuffix(".0")
