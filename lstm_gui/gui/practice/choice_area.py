"""Answers to choose from, one under the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.option_button import OptionButton
from lstm_gui.gui.quiz.style import Style

LETTERS = "ABCDE"


class ChoiceArea(QWidget):
    """The options of a question; a letter, a number or a click chooses.

    Signals:
    chosen(str) -- the text of an option
    """

    chosen = Signal(str)

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._style: Style | None = None
        self.buttons: list[OptionButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_options(self, options: tuple[str, ...]) -> None:
        """Offer these."""
        for old in self.buttons:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._made(place, text) for place, text in enumerate(options)]
        for button in self.buttons:
            self._column.addWidget(button)
        self._dress()

    def show_result(self, given: str, *, correct: bool) -> None:
        """Leave what was chosen, with a sign of whether it was right."""
        for button in self.buttons:
            button.setVisible(button.text_of_card == given)
            button.mark(marked=True, note="✓" if correct else "✗")

    def press(self, event: QKeyEvent) -> bool:
        """Choose by a letter or a number; whether the key was one."""
        place = place_of(event, LETTERS)
        if place is None or place >= len(self.buttons):
            return False
        self.buttons[place].click()
        return True

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self._column.setSpacing(style.gap(7))
        self._dress()

    def _made(self, place: int, text: str) -> OptionButton:
        sign = LETTERS[place]
        tip = self.tr("Choose this answer ({letter} or {number})").format(letter=sign, number=place + 1)
        made = OptionButton(self._shelf, sign, text, tip, self)
        made.clicked.connect(lambda: self.chosen.emit(text))
        return made

    def _dress(self) -> None:
        if self._style is not None:
            for button in self.buttons:
                button.set_style(self._style)


def place_of(event: QKeyEvent, letters: str) -> int | None:
    """Which of the options a key without Ctrl or Alt means: A or 1 is the first."""
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return None
    key = event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_1
    place = letters.find(chr(key)) if Qt.Key.Key_A <= key <= Qt.Key.Key_Z else -1
    return None if place < 0 else place
