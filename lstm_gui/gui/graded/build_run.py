"""A challenge: the simulator itself, of which nothing but the named knobs and the inputs can be moved."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.graded.fixture import Fixture
from lstm_gui.gui.graded.look import look_of
from lstm_gui.gui.graded.run import GradedRun
from lstm_gui.gui.graded.words import verdict_words
from lstm_gui.gui.jobs import Job, Progress, Task, Worker
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.simulator.compare.setting_knobs import SettingKnobs
from lstm_gui.gui.simulator.relay import Relay
from lstm_gui.lessons.challenge import Challenge
from lstm_gui.lessons.comparison import Comparison
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.shown import Shown
from lstm_gui.quiz.attempt import GIVEN_UP, Attempt
from lstm_gui.simulator.compare.frame import Setting
from lstm_gui.simulator.frame import WeightsPart
from lstm_gui.simulator.graded.bounds import Bounds
from lstm_gui.simulator.graded.grade import grade_scene, solved, where_it_failed
from lstm_gui.simulator.graded.result import Result
from lstm_gui.simulator.quantity import Quantity

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow


class BuildRun(GradedRun):
    """The person's own state comes back at the end; what was built stays in the undo list."""

    def __init__(self, card: Challenge, window: "MainWindow") -> None:
        super().__init__(card, window, covers=False)
        self._challenge = card
        controller = window.controller
        self._own, self._tab = controller.state, window.live.now.tab
        self._bounds = Bounds(card, self._refuse)
        self._scene = self._opened()
        self.knobs = SettingKnobs(look_of(self.style()), self.strip)
        self.strip.hold(self.knobs)
        self.grading = Grading(card, self)
        self._connect()
        window.live.change(tab="cell")
        controller.open(self._scene)
        controller.bounds = self._bounds
        self._relay = Relay(self._show_knobs, self.strip.isVisible)
        controller.attach("weights", self._relay)
        controller.on_change.append(self._see)
        self._show_knobs(controller.frame.weights)
        self._fixture = Fixture(window.simulator, self._why_fixed, self._rule())
        self.begin(self.knobs.knobs[0])

    def check(self) -> None:
        """Run every sequence, away from the window."""
        if not self.is_settled and not self.grading.running:
            self.grading.start(self.window.controller.state.scene, hinted=self.hints > 0)

    def give_up(self) -> None:
        """Show the example."""
        if self.is_settled:
            return
        self.grading.cancel()
        state = self.window.controller.state
        shown = replace(state, scene=replace(state.scene, cell=solved(self._challenge).cell))
        self.window.controller.change(shown, self.tr("show the example"))
        words = self.tr("The knobs stand as in an example.")
        self.settle(f"{words} {self.card.asked.why}", GIVEN_UP.cap, correct=self.found)

    def put_back(self) -> None:
        """Go back to the person's own state, unless they opened something else."""
        self.grading.stop()
        self._fixture.undo()
        controller = self.window.controller
        controller.on_change.remove(self._see)
        controller.detach(self._relay)
        controller.bounds = None
        if controller.state.origin == self._scene:
            controller.go_to(self._own, self.tr("leave the challenge"))
            self.window.live.change(tab=self._tab)

    def restyle(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        super().restyle(style)
        self.knobs.set_style(look_of(self.style()))

    # Inside

    def _opened(self) -> Scene:
        """The challenge's scene, without what it claims of other knobs and what was put beside it."""
        title, scene = self._challenge.asked.title, self._bounds.scene
        return replace(scene, title=title, caption="", shown=Shown(), compare=Comparison())

    def _connect(self) -> None:
        controller = self.window.controller
        self.knobs.edit_began.connect(controller.begin_edit)
        self.knobs.edited.connect(controller.edit)
        self.knobs.edit_ended.connect(controller.end_edit)
        self.knobs.reset_requested.connect(controller.reset_value)
        self.strip.cancel_wanted.connect(self.grading.cancel)
        self.grading.progressed.connect(self.strip.show_progress)
        self.grading.done.connect(self._graded)

    def _graded(self, result: object) -> None:
        assert isinstance(result, Result)
        words = verdict_words(self.card, result)
        if result.passed:
            self.settle(f"{words} {self.card.asked.why}", result.cap, correct=True)
            return
        self.found = False
        self.tried.emit(Attempt(GIVEN_UP.cap, False, self.hints))
        self.strip.say(words)
        controller = self.window.controller
        failed = where_it_failed(self._challenge, controller.state.scene, result)
        label = self.tr("show where it fails")
        failed = replace(failed, title=self._scene.title)  # it is the same scene still
        controller.change(replace(controller.state, scene=failed, made=None), label)

    def _show_knobs(self, part: WeightsPart) -> None:
        if not all(knob.name in part.arrays for knob in self._challenge.knobs):
            return  # another cell: this is about to be left
        settings = []
        for knob in self._challenge.knobs:
            quantity = Quantity(knob.name, 0, knob.unit, knob.source)
            value = float(part.arrays[knob.name][knob.unit][knob.source])
            settings.append(Setting(quantity, value, self._bounds.reach(quantity)))
        self.knobs.show_settings(tuple(settings), part.kind)

    def _refuse(self) -> None:
        self.window.toast.say(self._rule())

    def _rule(self) -> str:
        names = ", ".join(dict.fromkeys(knob.name for knob in self._challenge.knobs))
        words = self.tr("In this challenge only {names} can be moved, and the inputs, to try it out.")
        return words.format(names=names)

    def _why_fixed(self, quantity: Quantity) -> str:
        return "" if self._bounds.moves(quantity) else self._rule()

    def _see(self) -> None:
        """Whoever opens another scene, or takes back that this one was opened, has left."""
        if self.window.controller.state.origin != self._scene:
            self.leave()


class Grading(QObject):
    """Runs the sequences of a challenge away from the window.

    Signals
    -------
    progressed(int, int)
        So many sequences of all of them; 0 of 0 when none runs any more.
    done(object)
        The Result.
    """

    progressed = Signal(int, int)
    done = Signal(object)

    def __init__(self, card: Challenge, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        self._worker = Worker("grading", self)
        self._job = Job(self._worker, self)
        self._job.progressed.connect(self._tell)
        self._job.ended.connect(lambda: self.progressed.emit(0, 0))
        self._job.succeeded.connect(self.done)
        self._job.failed.connect(self._raise)

    @property
    def running(self) -> bool:
        """Whether a result is awaited."""
        return self._job.running

    def start(self, scene: Scene, *, hinted: bool) -> None:
        """Grade a scene."""

        def grade(task: Task) -> Result:
            def told(done: int, total: int) -> None:
                task.check()
                task.report(done, total)

            return grade_scene(self._card, scene, hinted=hinted, told=told)

        self._job.start(grade)

    def cancel(self) -> None:
        """Grade nothing."""
        self._job.cancel()

    def stop(self) -> None:
        """End the thread."""
        self._job.cancel()
        self._worker.stop()

    def _tell(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        self.progressed.emit(progress.done, progress.total)

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error
