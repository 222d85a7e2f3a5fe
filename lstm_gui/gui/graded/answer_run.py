"""A card answered by numbers, to predict or to compute: nothing of the simulator is seen meanwhile."""

import secrets
from typing import TYPE_CHECKING

from lstm_gui.gui.graded.numeric_task import NumericTask
from lstm_gui.gui.graded.run import GradedRun
from lstm_gui.gui.graded.task import PredictTask
from lstm_gui.gui.graded.words import verdict_words
from lstm_gui.gui.quiz.style import Style
from lstm_gui.lessons.challenge import Numeric, Predict
from lstm_gui.quiz.attempt import GIVEN_UP
from lstm_gui.simulator.graded.grade import grade_answer

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow

SEEDS = 1_000_000_000


class AnswerRun(GradedRun):
    """The simulator behind it stays as it is; a scene opened there ends this."""

    def __init__(self, card: Predict | Numeric, window: "MainWindow") -> None:
        super().__init__(card, window, covers=True)
        self._answered = card
        self.seed = secrets.randbelow(SEEDS)
        self._origin = window.controller.state.origin
        self._tab = window.live.now.tab
        self.task: PredictTask | NumericTask
        if isinstance(card, Predict):
            self.task = PredictTask(card, self.style(), self.strip)
            self.task.changed.connect(self.changed)
        else:
            self.task = NumericTask(card, self.seed, self.style(), self.strip)
        self.task.entered.connect(self.check)
        self.strip.hold(self.task)
        window.controller.on_change.append(self._look)
        if self._tab == "train":  # where the place of the simulator is not seen
            window.live.change(tab="cell")
        if isinstance(self.task, PredictTask):
            self.begin(self.task.plot, fills=True)
        else:
            self.begin(self.task.field.edit, fills=True)

    def check(self) -> None:
        """Grade the numbers, and show those of the simulator beside them."""
        answer = self.task.answer
        if self.is_settled:
            return
        if answer is None:
            self.strip.say(self.task.lacks())
            return
        result = grade_answer(self._answered, answer, seed=self.seed, hinted=self.hints > 0)
        self.task.reveal()
        words = f"{verdict_words(self.card, result, answer)} {self.card.asked.why}"
        self.settle(words, result.cap, correct=result.passed)

    def give_up(self) -> None:
        """Show what the simulator computes."""
        if not self.is_settled:
            self.task.reveal()
            self.settle(self.card.asked.why, GIVEN_UP.cap, correct=None)

    def put_back(self) -> None:
        """The simulator was not touched."""
        self.window.controller.on_change.remove(self._look)
        window = self.window
        if self._tab == "train" and window.live.now.tab == "cell" and window.stage.page is not None:
            window.live.change(tab=self._tab)

    def restyle(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        super().restyle(style)
        self.task.set_style(style)

    @property
    def can_undo(self) -> bool:
        """Whether something was drawn."""
        return isinstance(self.task, PredictTask) and self.task.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something drawn was taken back."""
        return isinstance(self.task, PredictTask) and self.task.can_redo

    def undo(self) -> None:
        """Take back what was drawn last."""
        if isinstance(self.task, PredictTask):
            self.task.undo()

    def redo(self) -> None:
        """Draw it again."""
        if isinstance(self.task, PredictTask):
            self.task.redo()

    def _look(self) -> None:
        """A scene that is opened is to be seen."""
        if self.window.controller.state.origin != self._origin:
            self.leave()
