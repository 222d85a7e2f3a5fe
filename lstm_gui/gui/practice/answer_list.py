"""Answers beside the right ones, each with its why: the pairs of a board, and what was missed in a round."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.words import sure_words
from lstm_gui.gui.quiz.prose import Prose
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.quiz.markdown.words import as_it_stands, on_its_own
from lstm_gui.quiz.practice.question import Answer, Kind


class AnswerRow(QWidget):
    """One question, what was answered, and what is right."""

    def __init__(self, shelf: FormulaShelf, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card, right = answer.card, answer.question.right(answer.card)
        self.sign = plain_label(self)
        self.sign.setText("✓" if answer.correct else "✗")
        self.sign.setAccessibleName(self.tr("right") if answer.correct else self.tr("wrong"))
        self.asked, self.given, self.right, self.why = (Prose(shelf, self) for _ in range(4))
        self.asked.set_text(answer.question.prompt or card.front)
        self.right.set_text(
            right if answer.correct else self.tr("Right: {answer}").format(answer=on_its_own(right))
        )
        chosen = answer.question.kind in (Kind.CHOICE, Kind.MATCHING)  # and not written
        given = (answer.given if chosen else as_it_stands(answer.given)) or self.tr("nothing")
        self.given.set_text(
            "" if answer.correct else self.tr("You: {answer}").format(answer=on_its_own(given))
        )
        self.why.set_text(
            self.tr("Why it matters: {why}").format(why=on_its_own(card.why)) if card.why else ""
        )
        self.sure = plain_label(self, wraps=True)
        self.sure.setText(sure_words(answer))
        self.sure.setVisible(bool(self.sure.text()))
        self.given.setVisible(not answer.correct and answer.question.kind is not Kind.RECALL)
        self.why.setVisible(bool(card.why))
        self._column = QVBoxLayout()
        for part in (self.asked, self.given, self.right, self.sure, self.why):
            self._column.addWidget(part)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._column, 1)

    def minimumSizeHint(self) -> QSize:
        """Any: what is needed follows from the width, and a scroll bar must not come for less."""
        return QSize(1, 1)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        colours = style.palette
        good = self.sign.text() == "✓"
        ink(
            self.sign,
            colours.role("i").ink if good else colours.role("f").ink,
            style.font(14, QFont.Weight.Bold),
        )
        self.asked.set_look(style.font(13.5, QFont.Weight.DemiBold), colours.text, colours, style.zoom)
        self.given.set_look(style.font(13), colours.muted, colours, style.zoom)
        self.right.set_look(style.font(13), colours.text, colours, style.zoom)
        ink(self.sure, colours.muted, style.font(12))
        self.why.set_look(style.font(12), colours.muted, colours, style.zoom)
        self._column.setSpacing(style.gap(4))
        self._row.setSpacing(style.gap(10))


class AnswerList(QWidget):
    """Rows of answers, one under the other."""

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._style: Style | None = None
        self.rows: list[AnswerRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """List these."""
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [AnswerRow(self._shelf, answer, self) for answer in answers]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            if self._style is not None:
                row.set_style(self._style)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self._column.setSpacing(style.gap(16))
        for row in self.rows:
            row.set_style(style)
