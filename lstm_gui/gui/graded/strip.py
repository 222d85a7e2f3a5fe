"""The question above the simulator: its hints, its buttons, and what became of the answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.graded.words import task_words, title
from lstm_gui.gui.no_break import kept_together
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.fitting import WrappedLabel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import Box, ink
from lstm_gui.gui.stock_look import dress_progress
from lstm_gui.lessons.challenge import Challenge, Graded

_PAD = 14  # px of the design


class QuestionStrip(Box):
    """It grades nothing: it shows what it is told and says what the person wants.

    Signals
    -------
    check_wanted()
        Grade the answer.
    hint_wanted()
        One hint more.
    give_up_wanted()
        Show the answer.
    leave_wanted()
        Go back to where the person was.
    cancel_wanted()
        Stop the grading that is under way.
    again_wanted()
        Ask it once more.
    """

    check_wanted = Signal()
    hint_wanted = Signal()
    give_up_wanted = Signal()
    leave_wanted = Signal()
    cancel_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, card: Graded, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self._style = card, style
        self._hints = 0
        self._settled = self._may_repeat = False
        self.setAccessibleName(self.tr("The question"))
        self.heading, self.question = WrappedLabel(self), WrappedLabel(self)
        self.hints, self.verdict = WrappedLabel(self), WrappedLabel(self)
        self.check = Button(Kind.PRIMARY, self._check_words(), task_words(card), self)
        self.hint = Button(Kind.SOFT, "", "", self)
        self.give_up = Button(
            Kind.SOFT,
            self.tr("Give up and show"),
            self.tr("Show the answer; 2 is then the best rating"),
            self,
        )
        self.leave = Button(
            Kind.QUIET,
            self.tr("Leave (Esc)"),
            self.tr("Go back to what the simulator showed before (Esc)"),
            self,
        )
        self.cancel = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Stop checking; nothing is graded"), self)
        self.again = Button(
            Kind.SOFT, self.tr("Once more"), self.tr("Ask it anew; numbers that are drawn are others"), self
        )
        self.progress = QProgressBar(self)
        dress_progress(self.progress)
        self.middle = QWidget(self)  # what the question needs between its words and its buttons
        self._build()
        self._connect()
        self.heading.show_text(f"{title(card)} · {card.asked.title}")
        self.question.show_text(kept_together(card.asked.question))
        self.set_style(style)
        self._sort_out()

    # What it shows

    def show_hints(self, count: int) -> None:
        """Show the first hints."""
        shown = self._card.asked.hints[:count]
        self._hints = len(shown)
        words = self.tr("Hint {number}: {words}")
        self.hints.show_text(
            "\n".join(
                words.format(number=number, words=kept_together(hint)) for number, hint in enumerate(shown, 1)
            )
        )
        self._sort_out()
        if shown:
            announce(self.hints, shown[-1])

    def say(self, words: str) -> None:
        """Say what became of the answer, or what it lacks."""
        self.verdict.show_text(kept_together(words))
        self._sort_out()
        announce(self.verdict, words)

    def allow_repeat(self) -> None:
        """Offer to ask it once more when it is answered."""
        self._may_repeat = True

    def settle(self) -> None:
        """The answer is known: what is left is to leave."""
        self._settled = True
        self._sort_out()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the grading is; nothing of `total` means that none is under way."""
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)
        self._sort_out(busy=total > 0)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style, colours = style, style.palette
        self.set_look(colours.panel, style.tint(colours.accent, 0.55), style.px(8))
        for label, size, weight, colour in (
            (self.heading, 11.5, QFont.Weight.DemiBold, colours.accent),
            (self.question, 13.5, QFont.Weight.Normal, colours.text),
            (self.hints, 12.0, QFont.Weight.Normal, colours.muted),
            (self.verdict, 13.0, QFont.Weight.DemiBold, colours.text),
        ):
            ink(label, colour, style.calm_font(size, weight))
            label.set_wanted_font(style.calm_font(size, weight), style.calm.zoom)
        for button in self.buttons():
            button.set_style(style.calm, 12.0)
        pad = style.gap(_PAD)
        self._column.setContentsMargins(pad, style.gap(10), pad, style.gap(10))
        self._column.setSpacing(style.gap(6))
        self._row.setSpacing(style.gap(8))
        self._tell_room()

    def buttons(self) -> tuple[Button, ...]:
        """In the order of the Tab key."""
        return self.check, self.hint, self.give_up, self.again, self.cancel, self.leave

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _check_words(self) -> str:
        """Enter opens the number of a knob, so it checks only what is answered by numbers."""
        return self.tr("Check") if isinstance(self._card, Challenge) else self.tr("Check (Enter)")

    def _sort_out(self, *, busy: bool = False) -> None:
        left = len(self._card.asked.hints) - self._hints
        can_answer = not self._settled and not busy
        self.hints.setVisible(bool(self._hints))
        self.verdict.setVisible(bool(self.verdict.text()) and not busy)
        self.check.setVisible(can_answer)
        self.hint.setVisible(can_answer and left > 0)
        self.give_up.setVisible(can_answer)
        self.again.setVisible(self._settled and self._may_repeat)
        for part in (self.progress, self.cancel):
            part.setVisible(busy)
        words = self.tr("Hint {number} of {all}").format(
            number=self._hints + 1, all=len(self._card.asked.hints)
        )
        self.hint.say(words, self.tr("Show a hint; 3 is then the best rating"))
        self.updateGeometry()

    def _tell_room(self) -> None:
        room = self.width() - 2 * self._style.gap(_PAD)
        for label in (self.heading, self.question, self.hints, self.verdict):
            label.set_room(room)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        for part in (self.heading, self.question, self.hints, self.middle, self.verdict):
            self._column.addWidget(part)
        self.middle.hide()
        self._row = QHBoxLayout()
        for button in self.buttons():
            self._row.addWidget(button)
            if button is self.again:
                self._row.addWidget(self.progress, 1)
                self._row.addStretch(1)
        self._column.addLayout(self._row)

    def _connect(self) -> None:
        for button, wanted in (
            (self.check, self.check_wanted),
            (self.hint, self.hint_wanted),
            (self.give_up, self.give_up_wanted),
            (self.leave, self.leave_wanted),
            (self.cancel, self.cancel_wanted),
            (self.again, self.again_wanted),
        ):
            button.clicked.connect(wanted)

    def hold(self, middle: QWidget) -> None:
        """Put what the question needs between its words and its buttons."""
        self._column.replaceWidget(self.middle, middle)
        self.middle.deleteLater()
        self.middle = middle
        self._column.setStretchFactor(middle, 1)
        middle.show()
