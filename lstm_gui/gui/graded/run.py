"""One graded card under way in the window: asked, answered, graded, and left again."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.graded.strip import QuestionStrip
from lstm_gui.gui.quiz.style import Style
from lstm_gui.lessons.challenge import Graded
from lstm_gui.quiz.attempt import GIVEN_UP, Attempt
from lstm_gui.quiz.rating import Rating

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow


class GradedRun(QObject):
    """What every kind has: the strip over the simulator, hints, and an end.

    Signals
    -------
    graded(object)
        The Attempt, once: the answer is known.
    tried(object)
        The Attempt that it would be if the person gave up now: after a hint, and after a wrong answer.
    left()
        The person went back, or opened something else.
    changed()
        Undo or redo would do another thing now.
    """

    graded = Signal(object)
    tried = Signal(object)
    left = Signal()
    changed = Signal()

    def __init__(self, card: Graded, window: "MainWindow", *, covers: bool) -> None:
        """`covers`: the strip stands in the place of the simulator's cards, and not above them."""
        super().__init__(window)
        self.card, self.window, self.covers = card, window, covers
        self.hints = 0
        self.found: bool | None = None  # False after a wrong answer that was not the last
        self.is_settled = self.is_over = False
        self._before: QWidget | None = None
        self.strip = QuestionStrip(card, self.style(), window.simulator)
        self.strip.check_wanted.connect(self.check)
        self.strip.hint_wanted.connect(self.show_hint)
        self.strip.give_up_wanted.connect(self.give_up)
        self.strip.leave_wanted.connect(self.leave)
        window.theme.changed.connect(self._dress)
        window.live.changed.connect(self._dress)
        window.closed.connect(self.leave)

    def begin(self, focus: QWidget, *, fills: bool = False) -> None:
        """Show the question, with the keyboard on its first control."""
        self._before = self.window.focusWidget()
        self.window.simulator.transport.pause()
        self.window.simulator.over.put(self.strip, covers=self.covers, fills=fills)
        focus.setFocus()

    def check(self) -> None:
        """Grade the answer."""
        raise NotImplementedError

    def give_up(self) -> None:
        """Show the answer."""
        raise NotImplementedError

    def show_hint(self) -> None:
        """One hint more."""
        if not self.is_settled:
            self.take_up(Attempt(GIVEN_UP.cap, self.found, self.hints + 1))
            self.tried.emit(Attempt(GIVEN_UP.cap, self.found, self.hints))

    def take_up(self, before: Attempt) -> None:
        """Go on where an earlier try was left: hints that were seen cannot be unseen."""
        self.found = before.correct
        self.hints = min(before.hints, len(self.card.asked.hints))
        self.strip.show_hints(self.hints)

    def leave(self) -> None:
        """Go back to what the simulator showed before."""
        if self.is_over:
            return
        self.is_over = True
        self.window.theme.changed.disconnect(self._dress)
        self.window.live.changed.disconnect(self._dress)
        self.window.closed.disconnect(self.leave)
        self.put_back()
        focused: QWidget | None = self.window.focusWidget()
        had_focus = focused is not None and self.strip.isAncestorOf(focused)
        self.window.simulator.over.take(self.strip)
        if had_focus:
            self._focus_before().setFocus()
        self.strip.deleteLater()
        self.left.emit()
        self.deleteLater()

    def put_back(self) -> None:
        """Bring back what the person had."""

    def settle(self, words: str, cap: Rating, *, correct: bool | None) -> None:
        """The answer is known."""
        self.is_settled = True
        self.strip.say(words)
        self.strip.settle()
        self.strip.leave.setFocus()
        self.graded.emit(Attempt(cap, correct, self.hints))

    def style(self) -> Style:
        """How the window looks now."""
        return Style(self.window.theme.colours, self.window.live.now.zoom)

    # Undo, of a run that has its own

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back here."""
        return False

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back here."""
        return False

    def undo(self) -> None:
        """Take back what was done last here."""

    def redo(self) -> None:
        """Do again what was taken back here."""

    def _focus_before(self) -> QWidget:
        """What had the keyboard when this began, or the cards."""
        before = self._before
        alive = before is not None and shiboken6.isValid(before)  # type: ignore[no-untyped-call]
        return before if alive and before is not None and before.isVisible() else self.window.review.frame

    def _dress(self) -> None:
        self.restyle(self.style())

    def restyle(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self.strip.set_style(style)
