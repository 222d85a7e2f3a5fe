"""What is said of an answer: right or not, which words differ, and a way to say that they mean the same."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.practice.difference import Difference
from lstm_gui.gui.quiz.button import Button
from lstm_gui.gui.quiz.button import Kind as ButtonKind
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.quiz.practice.question import Answer, Kind
from lstm_gui.quiz.practice.typed import Comparison, compare
from lstm_gui.quiz.practice.typed import Kind as RunKind


class Verdict(QWidget):
    """Hidden until there is an answer.

    Signals:
    overruled() -- the person finds that what they typed was right
    """

    overruled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label(self, wraps=True)
        self.overrule = Button(
            ButtonKind.QUIET,
            self.tr("Count it as right (C)"),
            self.tr("You meant the same in other words (C)"),
        )
        self.overrule.clicked.connect(self.overruled)
        self.difference = Difference(self)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.overrule)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self._column.addWidget(self.difference)
        self.can_overrule = False  # whether words were compared, which may mean the same and not read so

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Say how it went."""
        answer = answers[0]
        compared = _compared(answer) if len(answers) == 1 else None
        self.can_overrule = compared is not None and not answer.correct
        self.words.setText(self._words(answers, compared))
        self.difference.show_runs(compared.runs if compared is not None and _differs(compared) else ())
        self._sort_out()

    def show_overruled(self) -> None:
        """Say that the answer counts as right after all."""
        self.can_overrule = False
        self.words.setText(self.tr("✓ Counted as right"))
        self._sort_out()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        ink(self.words, style.palette.text, style.font(15, QFont.Weight.DemiBold))
        self.overrule.set_style(style, 12)
        self.difference.set_style(style)
        self._column.setSpacing(style.gap(8))

    def _words(self, answers: Sequence[Answer], compared: Comparison | None) -> str:
        if len(answers) > 1:
            right = sum(answer.correct for answer in answers)
            return self.tr("{right} of {all} pairs are right").format(right=right, all=len(answers))
        if answers[0].correct:
            return self.tr("✓ Right")
        if not answers[0].given:
            return self.tr("✗ Not answered")
        if compared is None or compared.wanted < 2:
            return self.tr("✗ Not quite")
        words = self.tr("✗ Not quite: {n} of {all} words that matter")
        return words.format(n=compared.found, all=compared.wanted)

    def _sort_out(self) -> None:
        self.overrule.setVisible(self.can_overrule)
        self.difference.setVisible(bool(self.difference.accessibleName()))
        announce(self.words, self.words.text())


def _compared(answer: Answer) -> Comparison | None:
    """What was typed beside the right answer; None where nothing was."""
    question = answer.question
    if question.kind not in (Kind.TYPED, Kind.CLOZE) or not answer.given:
        return None
    return compare(question.right(answer.card), answer.given)


def _differs(compared: Comparison) -> bool:
    return any(run.kind is not RunKind.SAME for run in compared.runs)
