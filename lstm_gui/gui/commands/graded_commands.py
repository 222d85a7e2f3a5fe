"""Cards that the simulator grades: opened from the browser, from a file, or from a card under review."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lstm_gui.gui.actions.table import TABLE
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:  # made when a graded card is first opened
    from lstm_gui.gui.graded.run import GradedRun
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.lessons.challenge import Graded
    from lstm_gui.quiz.card import Card

_RESTING = ("reset", "save_scene_as")  # besides the menu of the simulator


class GradedCommands(QObject):
    """One graded card is under way at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.run: GradedRun | None = None
        self._uid = ""  # of the card under review that it answers
        self._rested: list[str] = []  # actions that wait meanwhile

    def browse_challenges(self) -> None:
        """Show every graded card that ships, by topic and kind."""
        from lstm_gui.gui.graded.browser import ChallengeBrowser
        from lstm_gui.gui.graded.challenge_list import listed

        window = self._window
        dialog = ChallengeBrowser(listed(), window.theme.colours, window.live.now.zoom, window)
        window.theme.changed.connect(dialog.set_palette)
        dialog.wanted.connect(self.begin_named)
        window.commands.show_dialog(dialog)

    def begin_named(self, name: str) -> None:
        """Ask the graded card of that name."""
        from lstm_gui.lessons.challenge_file import load_challenge

        try:
            self.begin(load_challenge(name))
        except FileRefused as error:
            self._window.errors.refused(error)

    def open_file(self, path: Path) -> None:
        """Ask the graded card in a file."""
        from lstm_gui.lessons.challenge_file import read_challenge

        try:
            card = read_challenge(path)
        except FileRefused as error:
            self._window.errors.refused(error)
            return
        self._window.files.remember(path)
        self.begin(card)

    def begin(self, card: "Graded", uid: str = "") -> None:
        """Ask a graded card in the place of whatever was asked before; `uid` is of the card under review."""
        from lstm_gui.gui.graded.answer_run import AnswerRun
        from lstm_gui.gui.graded.build_run import BuildRun
        from lstm_gui.lessons.challenge import Challenge

        self.leave()
        self._uid = uid
        if isinstance(card, Challenge):
            self.run = BuildRun(card, self._window)
        else:
            self.run = AnswerRun(card, self._window)
        self._rest()
        if uid:
            self.run.take_up(self._window.review.panel.given_up)
            self.run.tried.connect(self._tried)
        else:
            self.run.strip.allow_repeat()
            self.run.strip.again_wanted.connect(lambda: self.begin(card))
        self.run.left.connect(self._left)
        self.run.graded.connect(self._graded)
        self.run.changed.connect(self._window.refresh_undo)
        self._window.refresh_undo()

    def leave(self) -> None:
        """Go back to what the simulator showed before, if a graded card is under way."""
        if self.run is not None:
            self.run.leave()

    # The card under review

    def answer_card(self) -> None:
        """Go to the graded card of the card on screen, or back from it."""
        card = self._window.review.card
        if card is None or not card.challenge:
            return
        if self.run is not None and self._uid == card.uid:
            self.leave()
        elif card.challenge.endswith(".json"):
            self._bring_medium(card)
        else:
            self._begin_for(card, None)

    def go_to_card(self) -> None:
        """Go to the graded card of the card on screen; nothing where it is under way."""
        card = self._window.review.card
        if card is not None and (self.run is None or self._uid != card.uid):
            self.answer_card()

    def follow_card(self) -> None:
        """Leave the graded card of a card that is no longer on screen, or that is asked anew."""
        if self.run is None or not self._uid:
            return
        card = self._window.review.card
        anew = self.run.is_settled and self._window.review.waits_for_answer
        if anew or card is None or card.uid != self._uid:
            self.leave()

    def _bring_medium(self, card: "Card") -> None:
        collection = self._window.decks.collection
        if collection is None:
            return
        job = collection.job(self)
        job.succeeded.connect(lambda content: self._begin_for(card, content))
        job.failed.connect(self._window.errors.refused)
        job.ended.connect(job.deleteLater)
        collection.run(job, lambda held: held.medium(card.challenge) or b"")

    def _begin_for(self, card: "Card", content: object) -> None:
        """Ask it; where it cannot be read the card is one like any other."""
        from lstm_gui.lessons.challenge_file import load_challenge, parse_challenge

        try:
            if isinstance(content, bytes):
                graded = parse_challenge(content, self.tr("The challenge of this card"))
            else:
                graded = load_challenge(card.challenge)
        except FileRefused as error:
            self._window.errors.refused(error)
            self._window.review.panel.let_off()
            return
        if self._window.review.card == card:
            self.begin(graded, card.uid)

    # Undo

    @property
    def covers(self) -> bool:
        """Whether a graded card stands in the place of the simulator."""
        return self.run is not None and self.run.covers

    def labels(self) -> tuple[str, str]:
        """What undo and redo would do in the simulator's place."""
        run, controller = self.run, self._window.controller
        if run is None or not run.covers:
            return controller.undo_label, controller.redo_label
        words = self.tr("the prediction")
        return (words if run.can_undo else ""), (words if run.can_redo else "")

    # Inside

    def _rest(self) -> None:
        """Let what acts on a simulator that is not seen wait, and what a challenge does not allow."""
        assert self.run is not None
        held = "" if self.run.covers else "cell size"
        rows = [row for row in TABLE if self._rests(row.id, row.menu, row.group, held)]
        for row in rows:
            action = self._window.actions_by_id[row.id]
            if action.isEnabled():
                action.setEnabled(False)
                self._rested.append(row.id)

    @staticmethod
    def _rests(name: str, menu: str, group: str, held: str) -> bool:
        if held:
            return bool(group) and group in held.split()
        return group == "tab" or (menu == "Lab" and name != "browse_challenges") or name in _RESTING

    def _left(self) -> None:
        self.run, self._uid = None, ""
        for name in self._rested:
            self._window.actions_by_id[name].setEnabled(True)
        self._rested = []
        self._window.refresh_undo()

    def _tried(self, attempt: object) -> None:
        from lstm_gui.quiz.attempt import Attempt

        assert isinstance(attempt, Attempt)
        self._window.review.panel.note_try(attempt)

    def _graded(self, attempt: object) -> None:
        from lstm_gui.quiz.attempt import Attempt

        assert isinstance(attempt, Attempt)
        card = self._window.review.card
        if card is not None and card.uid == self._uid:
            self._window.review.panel.take_attempt(attempt)
            self._window.review.panel.setFocus()  # 1 … 5 rate now
