"""Questions beside answers, to be paired: by keys, by clicks, or by dragging one to the other."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.choice_area import LETTERS
from lstm_gui.gui.practice.option_button import OptionButton
from lstm_gui.gui.quiz.style import Style


class MatchingArea(QWidget):
    """Two columns. A number takes a question, a letter gives it an answer; an answer belongs to one question.

    Signals:
    changed() -- a pair was made or parted
    """

    changed = Signal()

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._style: Style | None = None
        self.questions: list[OptionButton] = []
        self.answers: list[OptionButton] = []
        self.pairs: dict[int, int] = {}  # question to answer
        self._taken: int | None = None  # the question that waits for its answer
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    @property
    def complete(self) -> bool:
        """Whether every question has an answer."""
        return len(self.pairs) == len(self.questions)

    def show_board(self, questions: tuple[str, ...], answers: tuple[str, ...]) -> None:
        """Offer these, unpaired."""
        for old in (*self.questions, *self.answers):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.pairs, self._taken = {}, 0 if questions else None
        self.questions = [self._made(str(place + 1), text, place) for place, text in enumerate(questions)]
        self.answers = [self._made(LETTERS[place], text, None) for place, text in enumerate(answers)]
        for column, buttons in enumerate((self.questions, self.answers)):
            for row, button in enumerate(buttons):
                self._grid.addWidget(button, row, column)
        for place, button in enumerate(self.answers):
            button.clicked.connect(lambda _checked=False, place=place: self.give(place))
            button.dropped.connect(lambda where, place=place: self._dropped(place, where, from_answer=True))
            button.dragged.connect(lambda where: self._aim(self._under(where, self.questions)))
        self._dress()
        self._show_pairs()

    def take(self, question: int) -> None:
        """Let a question wait for its answer."""
        self._taken = question
        self._show_pairs()

    def give(self, answer: int) -> None:
        """Give the question that waits this answer; the next without one waits then."""
        if self._taken is None:
            return
        self.pairs = {one: other for one, other in self.pairs.items() if other != answer}
        self.pairs[self._taken] = answer
        said = self.tr("{question} with {answer}").format(question=self._taken + 1, answer=LETTERS[answer])
        announce(self, said)
        free = [place for place in range(len(self.questions)) if place not in self.pairs]
        later = [place for place in free if place > self._taken]
        self._taken = next(iter(later or free), None)
        self._show_pairs()
        self.changed.emit()

    def press(self, event: QKeyEvent) -> bool:
        """Take by a number, give by a letter; whether the key was one."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        number = event.key() - Qt.Key.Key_1
        letter = LETTERS.find(chr(event.key())) if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z else -1
        if 0 <= number < len(self.questions):
            self.take(number)
        elif 0 <= letter < len(self.answers):
            self.give(letter)
        else:
            return False
        return True

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self._grid.setHorizontalSpacing(style.gap(12))
        self._grid.setVerticalSpacing(style.gap(7))
        self._dress()

    def _made(self, sign: str, text: str, question: int | None) -> OptionButton:
        if question is None:
            tip = self.tr("Give this answer to the question that is marked ({key}), or drag it there")
        else:
            tip = self.tr("Take this question ({key}), or drag it to its answer")
        made = OptionButton(self._shelf, sign, text, tip.format(key=sign), self)
        if question is not None:
            made.clicked.connect(lambda: self.take(question))
            made.dropped.connect(lambda where: self._dropped(question, where, from_answer=False))
            made.dragged.connect(lambda where: self._aim(self._under(where, self.answers)))
        return made

    def _dropped(self, place: int, where: QPoint, *, from_answer: bool) -> None:
        self._aim(None)
        others = self.questions if from_answer else self.answers
        target = self._under(where, others)
        if target is not None:
            other = others.index(target)
            self.take(other if from_answer else place)
            self.give(place if from_answer else other)

    @staticmethod
    def _under(where: QPoint, buttons: list[OptionButton]) -> OptionButton | None:
        """Which of the buttons lies at a place of the screen."""
        widget = QApplication.widgetAt(where)
        return next((button for button in buttons if button is widget), None)

    def _aim(self, target: OptionButton | None) -> None:
        for button in (*self.questions, *self.answers):
            button.aim_at(button is target)

    def _show_pairs(self) -> None:
        of_answer = {answer: question for question, answer in self.pairs.items()}
        for place, button in enumerate(self.questions):
            answer = self.pairs.get(place)
            note = f"→ {LETTERS[answer]}" if answer is not None else ""
            button.mark(marked=place == self._taken, note=note)
        for place, button in enumerate(self.answers):
            question = of_answer.get(place)
            button.mark(marked=False, note=f"← {question + 1}" if question is not None else "")

    def _dress(self) -> None:
        if self._style is not None:
            for button in (*self.questions, *self.answers):
                button.set_style(self._style, 12.5)
