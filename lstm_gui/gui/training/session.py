"""One run as the window sees it: what is planned, what happened, and what is shown of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.training.left_runs import LeftRuns
from lstm_gui.gui.training.line import Line, Process
from lstm_gui.gui.training.onlookers import Onlookers
from lstm_gui.gui.training.plan_changes import past_the_end
from lstm_gui.gui.training.plan_holder import PlanHolder
from lstm_gui.gui.training.questions import Questions
from lstm_gui.training import messages as say
from lstm_gui.training.apart import Apart
from lstm_gui.training.checkpoints import Checkpoints
from lstm_gui.training.history import History
from lstm_gui.training.look import Look
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState


class Session(PlanHolder):
    """A run in a process of its own. Lives on the GUI thread; `end` it before it goes.

    Signals, besides those of a PlanHolder
    -------
    begun(messages.Begun)
        A run is set up, from the start or from a checkpoint.
    updated(tuple[Update, ...])
        What happened since the last time; at most 20 times a second.
    looked(Look)
        Of the run under way, or of the checkpoint that was asked for.
    kept(RunState)
        A checkpoint came in.
    ended(messages.Ended)
        The run is over, or diverged.
    failed(str)
        Words for the person: the run could not be, or its process is gone.
    running_changed(bool)
        It learns, or waits.
    shown_changed()
        Another moment of the run is shown: `shown_step`.
    restarted()
        Another run begins, or this one goes on from an earlier update: `history` was changed as a whole.
    ending()
        The window closes: whatever else works for this session gives up now, and does not wait.
    closed()
        The process is gone: whatever else works is waited for now.
    """

    begun = Signal(object)
    updated = Signal(object)
    looked = Signal(object)
    kept = Signal(object)
    ended = Signal(object)
    failed = Signal(str)
    running_changed = Signal(bool)
    shown_changed = Signal()
    restarted = Signal()
    ending = Signal()
    closed = Signal()

    def __init__(
        self, plan: Plan, open_process: Callable[[], Process] = Apart, parent: QObject | None = None
    ) -> None:
        super().__init__(plan, parent)
        self.begun_now: say.Begun | None = None
        self.ended_now: say.Ended | None = None
        self.trouble = ""  # words, where a run could not be
        self.notice = ""  # words, where the last change could not be
        self.history = History()
        self.checkpoints = Checkpoints()
        self._left = LeftRuns()
        self.look: Look | None = None
        self.shown_step: int | None = None  # of the checkpoint that is shown; None: as it is now
        self.running = False
        self.compiling = False  # the cell is compiled, once for this computer
        self.onlookers = Onlookers(self._say)
        self._open_process = open_process
        self._line: Line | None = None
        self._over = False  # nothing more is to come: the window closes
        self._run = 0  # the run under way, of all that were
        self._questions = Questions()
        self._hear: dict[type, Callable[[Any], None]] = {
            say.Begun: self._begun,
            say.Compiling: self._compiling,
            say.Updates: self._updated,
            say.Kept: self._kept,
            say.Looked: self._looked,
            say.Ended: self._ended,
            say.Failed: self._failed,
        }

    # What is there

    @property
    def state(self) -> RunState | None:
        """The checkpoint that is shown."""
        return self.checkpoints.last if self.shown_step is None else self.checkpoints.at(self.shown_step)

    @property
    def set_up(self) -> bool:
        """Whether there is a run: under way, waiting, or over."""
        return self._run > 0

    # What a person does

    def prepare(self) -> None:
        """Set the run up and let it wait, so that its baseline and what it does unlearnt can be seen."""
        if not self.set_up:
            self._begin(paused=True)

    def set_plan(self, plan: Plan) -> None:
        """Go on with it from the next update; another network, task or seed begins another run."""
        before, self.plan = self.plan, plan
        if plan == before:
            return
        self.notice = ""
        if self.set_up:
            if replace(plan, learning=before.learning) == before:
                self.history.mark(before.learning, plan.learning)
                self._say(say.Change(plan))
            else:
                self._leave(before, back=self.returning)
                self._begin(paused=not self.running, state=self.checkpoints.last)
        self.plan_changed.emit(plan)

    def play_or_pause(self) -> None:
        """Learn, or wait."""
        (self.pause if self.running else self.start)()

    def start(self) -> None:
        """Learn, from where it waits; what is shown is what happens."""
        self.show_now()
        if not self.set_up or self.trouble:
            self._begin_or_go_on(paused=False)
        else:
            why, last = self.ended_now.why if self.ended_now else "", self.checkpoints.last
            self.go_past(past_the_end(self.plan, why, last.step if last else 0), self.tr("go on"))
            self.ended_now = None
            self._say(say.Resume())
        self._set_running(True)

    def pause(self) -> None:
        """Wait after the update under way."""
        if self.running:
            self._say(say.Pause())
            self._set_running(False)

    def one_step(self) -> None:
        """Do a single update, and wait."""
        self.show_now()
        if not self.set_up or self.trouble:
            self._begin_or_go_on(paused=True)
        self.ended_now = None
        self._say(say.OneStep())
        self._set_running(False)

    def stop(self) -> None:
        """Go back to update 0 of the same run; what was learnt stays as a ghost."""
        if self.set_up:
            self._set_running(False)
            self._leave(self.plan)
            self._begin(paused=True)

    def show_checkpoint(self, step: int) -> None:
        """Show the run as it was after an update, or at the nearest checkpoint to it."""
        state = self.checkpoints.at(step)
        if state is None:
            return
        self.shown_step = state.step
        self.ask(say.LookAt(self.plan, state, 0), partial(self._show_asked, state.step))
        self.shown_changed.emit()

    def run_free_from(self, origin: Any) -> None:
        """Let a forecast read its own answers after that step of the probe, from 0; None: after the usual."""
        if self.state is not None:
            self.ask(say.RunFree(self.plan, self.state, origin), partial(self._show_asked, self.shown_step))

    def show_by(self, places: int) -> None:
        """Show a checkpoint so many after the one that is shown, or before it; at the end, the present."""
        if len(self.checkpoints):
            step = self.checkpoints.beside(self.shown_step, places)
            (self.show_now if step is None else partial(self.show_checkpoint, step))()

    def show_best(self) -> None:
        """Show the checkpoint with the lowest validation loss."""
        best = self.checkpoints.best
        if best is not None:
            self.show_checkpoint(best.step)

    def show_now(self) -> None:
        """Show what happens now."""
        if self.shown_step is not None:
            self.shown_step = None
            state = self.checkpoints.last
            if state is not None:
                self.ask(say.LookAt(self.plan, state, 0), partial(self._show_asked, None))
            self.shown_changed.emit()

    def resume_from(self, step: int) -> None:
        """Learn on from the checkpoint nearest to an update; what came after it stays as a ghost."""
        state = self.checkpoints.at(step)
        if state is not None:
            self.history.go_back(state.step, self.plan)
            self.checkpoints.cut(state.step)
            self._begin(state=state, paused=False)
            self._set_running(True)

    def take_up(self, plan: Plan, state: RunState) -> None:
        """Show a run that was saved, which waits at its checkpoint; the one before it stays as a ghost."""
        self._set_running(False)
        before, self.plan = self.plan, plan
        if self.set_up:
            self._leave(before)
        self._begin(state=state, paused=True)
        self.plan_changed.emit(plan)

    def go_on_otherwise(self, plan: Plan, label: str) -> None:
        """Learn on from the best checkpoint by another plan, after a run has diverged."""
        best = self.checkpoints.best
        if best is not None:
            self.change(plan, label)
            self.resume_from(best.step)

    def ask(self, message: Any, answer: Callable[[Any], None]) -> None:
        """A question to the process: a dataclass whose `ticket` is set here; its answer has the same.

        Where there is no answer, `answer` is given a messages.Failed that says why.
        """
        self._say(self._questions.ticketed(message, answer))

    def end(self) -> None:
        """End the process, within a second. Safe to call twice."""
        self._over = True
        self.ending.emit()
        self._set_running(False)
        if self._line is not None:
            self._line.close()
        self.closed.emit()

    # Inside

    def _say(self, message: object) -> None:
        if self._over:
            return
        if self._line is None:
            self._line = Line(self._open_process, self)
            self._line.heard.connect(self._heard)
            self._line.lost.connect(self._lost)
        self._line.say(message)

    def _leave(self, before: Plan, *, back: bool = False) -> None:
        """The run of that plan is over; with `back`, one that was left goes on."""
        self.checkpoints = self._left.turn(before, self.plan, self.history, self.checkpoints, back=back)

    def _begin_or_go_on(self, *, paused: bool) -> None:
        """Begin the first run; after trouble, which left the process without one, go on from what is left."""
        last = self.checkpoints.last
        if last is not None:
            self.history.go_back(last.step, self.plan)
        self._begin(paused=paused, state=last)

    def _begin(self, *, paused: bool, state: RunState | None = None) -> None:
        self._run += 1
        self.begun_now, self.ended_now, self.look, self.trouble = None, None, None, ""
        self.shown_step, self.compiling = None, False
        best = None if state is None else self.checkpoints.best
        self._say(say.Begin(self.plan, self._run, state, paused, best, watched=self.onlookers.watch))
        self.restarted.emit()
        self.shown_changed.emit()

    def _set_running(self, running: bool) -> None:
        if running != self.running:
            self.running = running
            self.running_changed.emit(running)

    # What the process tells

    def _heard(self, message: Any) -> None:
        if self._questions.answered(message):
            return
        if getattr(message, "run", self._run) == self._run and type(message) in self._hear:
            self._hear[type(message)](message)

    def _begun(self, message: say.Begun) -> None:
        self.begun_now = message
        self.checkpoints.add(message.state)
        self.begun.emit(message)

    def _compiling(self, _: say.Compiling) -> None:
        self.compiling = True

    def _updated(self, message: say.Updates) -> None:
        self.compiling = False
        self.history.add(message.updates)
        self.updated.emit(message.updates)

    def _kept(self, message: say.Kept) -> None:
        self.checkpoints.add(message.state)
        self.kept.emit(message.state)

    def _looked(self, message: say.Looked) -> None:
        if self.shown_step is None:
            self._show(message.look)

    def _show_asked(self, step: int | None, message: say.Looked | say.Failed) -> None:
        """The answer to a look at a checkpoint, or at the newest; another may be shown meanwhile."""
        if isinstance(message, say.Failed):
            self.failed.emit(message.words)
        elif self.shown_step == step and message.run == self._run:
            self._show(message.look)

    def _show(self, look: Look) -> None:
        self.look = look
        self.looked.emit(look)

    def _ended(self, message: say.Ended) -> None:
        self.ended_now = message
        self.checkpoints.add(message.state)
        self._set_running(False)
        self.ended.emit(message)

    def _failed(self, message: say.Failed) -> None:
        if message.over:
            self._trouble(message.words)
        else:  # a change that does not fit: the run goes on as it was
            if message.plan == self.plan:  # else it was changed again meanwhile
                self.undo()
            self.notice = message.words
            self.failed.emit(message.words)

    def _lost(self) -> None:
        """The next thing said makes another process, which knows nothing of this run."""
        self._line = None
        words = self.tr("The process that trains ended by itself. Start goes on from its last checkpoint.")
        self._trouble(words)
        self._questions.give_up(self._run, words)

    def _trouble(self, words: str) -> None:
        self.trouble = words
        self._set_running(False)
        self.failed.emit(words)
