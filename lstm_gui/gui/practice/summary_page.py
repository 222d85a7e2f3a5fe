"""The end of a round: the score, by topic, what was missed and why, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.answer_list import AnswerList
from lstm_gui.gui.practice.words import mode_title, score_words
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.press import ENTER
from lstm_gui.gui.quiz.scroll import column_scroll_area
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import Bar, ElidedLabel, ink, plain_label
from lstm_gui.quiz.practice.question import Answer, Mode
from lstm_gui.quiz.practice.result import by_topic, missed, score


class SummaryPage(QWidget):
    """Signals:
    again_wanted()  -- those that were missed, once more
    other_wanted()  -- another round
    print_wanted()  -- the result on paper
    save_wanted()   -- the result as a PDF
    """

    again_wanted = Signal()
    other_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("How it went"))
        self.title, self.mode, self.below = plain_label(wraps=True), plain_label(), plain_label(wraps=True)
        self._topics = QGridLayout()
        self._topics.setColumnStretch(0, 1)
        self._topics.setColumnStretch(1, 1)
        self.answers = AnswerList(shelf)
        self.again = Button(
            Kind.PRIMARY, self.tr("Again those (Enter)"), self.tr("Ask again what was missed (Enter)")
        )
        self.other = Button(
            Kind.SOFT, self.tr("Another round (Space)"), self.tr("Choose what to practise (Space)")
        )
        self.print = Button(Kind.QUIET, self.tr("Print…"), self.tr("Print the result (Ctrl+P)"))
        self.save = Button(Kind.QUIET, self.tr("Save as PDF…"), self.tr("Keep the result as a file (Ctrl+S)"))
        self._build()
        for button, signal in (
            (self.again, self.again_wanted),
            (self.other, self.other_wanted),
            (self.print, self.print_wanted),
            (self.save, self.save_wanted),
        ):
            button.clicked.connect(signal)

    def show_result(self, mode: Mode, answers: Sequence[Answer]) -> None:
        """Say how a round went; of a test every answer is shown, of practice those that were missed."""
        self.mode.setText(mode_title(mode))
        self.title.setText(score_words(score(answers)))
        wrong = missed(answers)
        is_test = mode is Mode.TEST
        self.below.setText(
            self.tr("Every answer:")
            if is_test
            else (self.tr("What was missed:") if wrong else self.tr("Nothing was missed."))
        )
        self._fill(answers)
        self.answers.show_answers([one for one in answers if is_test or not one.correct])
        self.again.setVisible(bool(wrong))
        self._scrolled.verticalScrollBar().setValue(0)
        self.setFocus()
        announce(self.title, self.title.text())

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        colours = style.palette
        ink(self.title, colours.text, style.font(21, QFont.Weight.DemiBold))
        ink(self.mode, colours.accent, style.caps(10.5))
        ink(self.below, colours.muted, style.font(13))
        for part in (self.answers, self.again, self.other, self.print, self.save):
            part.set_style(style)
        self._column.setSpacing(style.gap(12))
        self._column.setContentsMargins(0, 0, style.gap(8), 0)
        self._topics.setHorizontalSpacing(style.px(10))
        self._topics.setVerticalSpacing(style.gap(6))
        self._dress_topics(style)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks again, Space begins another round."""
        if event.isAutoRepeat():
            return
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_P:
            self.print_wanted.emit()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_S:
            self.save_wanted.emit()
        elif event.key() in ENTER and not self.again.isHidden():
            self.again_wanted.emit()
        elif event.key() == Qt.Key.Key_Space or event.key() in ENTER:
            self.other_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, answers: Sequence[Answer]) -> None:
        while (item := self._topics.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (topic, result) in enumerate(by_topic(answers).items()):
            name, bar, share = ElidedLabel(), Bar(), plain_label()
            name.setText(topic or self.tr("Without a topic"))
            name.setToolTip(name.text())
            bar.set_share(result.share)
            share.setText(self.tr("{n} of {all}").format(n=result.right, all=result.asked))
            for column, widget in enumerate((name, bar, share)):
                self._topics.addWidget(widget, row, column)
        if self._style is not None:
            self._dress_topics(self._style)

    def _dress_topics(self, style: Style) -> None:
        for index in range(self._topics.count()):
            item = self._topics.itemAt(index)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Bar):
                widget.set_look(style.sunk, style.palette.role("i").graphic, style.px(7))
            elif isinstance(widget, QLabel):
                ink(widget, style.palette.muted, style.font(12.5))

    def _build(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        for part in (self.mode, self.title):
            self._column.addWidget(part)
        self._column.addLayout(self._topics)
        self._column.addWidget(self.below)
        self._column.addWidget(self.answers, 1)
        self._scrolled = column_scroll_area(inside)
        paper = QHBoxLayout()
        paper.addStretch(1)
        for button in (self.print, self.save):
            paper.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scrolled, 1)
        layout.addLayout(paper)
        layout.addWidget(self.again)
        layout.addWidget(self.other)
