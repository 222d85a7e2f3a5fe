"""What grows, and the runs of it: one for all pages that show the same session."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.jobs import Job, Task, Worker
from lstm_gui.gui.training.session import Session
from lstm_gui.training.crew import Crew
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME
from lstm_gui.training.tasks.entry import Entry
from lstm_gui.training.tasks.struggle.growing import Growing, new_growing
from lstm_gui.training.tasks.struggle.growth import GROWTHS, SEEDS, Growth
from lstm_gui.training.tasks.usual import usual_plan

LISTENED = 0.05  # seconds between two looks at what the processes tell
SHOWN = 0.2  # seconds between two pictures of it


class LimitsDesk(QObject):
    """A plan of a task that can grow, and its runs. Lives on the GUI thread, with its session.

    Signals
    -------
    plan_changed()
        Another plan; what was run of another is dropped.
    growing_changed()
        The runs have come further: `growing`.
    running_changed(bool)
        Runs are under way, or none.
    """

    plan_changed = Signal()
    growing_changed = Signal()
    running_changed = Signal(bool)

    def __init__(self, session: Session, hire: Callable[..., Crew] = Crew) -> None:
        super().__init__(session)
        self._hire = hire
        self.plan = usual_plan(TaskChoice(next(iter(GROWTHS))))
        self.growing: Growing | None = None
        self.running = False
        self.trouble = ""
        self._worker: Worker | None = None
        self._job: Job | None = None
        self._run = 0
        self._session = session
        session.plan_changed.connect(self._take_plan)
        session.ending.connect(self.stop)
        session.closed.connect(self.end)
        self._take_plan()

    @property
    def entry(self) -> Entry:
        """The row of the task."""
        return BY_NAME[self.plan.task.name]

    @property
    def growth(self) -> Growth:
        """What grows."""
        return GROWTHS[self.plan.task.name]

    def take_task(self, name: str) -> None:
        """Grow another task: as it is planned in the session, or as it is usually trained."""
        planned = self._session.plan
        self._set(planned if planned.task.name == name else usual_plan(TaskChoice(name), planned.seed))

    def start(self) -> None:
        """Run all sizes from the beginning; what was under way is dropped."""
        self._run += 1
        self.trouble = ""
        self.growing = new_growing(self.plan, self.growth, SEEDS)
        if self._worker is None:
            self._worker = Worker("training-limits", self)
            self._job = Job(self._worker, self)
            self._job.failed.connect(self._fail)
        assert self._job is not None
        self._job.start(partial(self._work, self._run, self.growing))
        self._set_running(True)
        self.growing_changed.emit()

    def stop(self) -> None:
        """Give up what has not ended; what has stays."""
        if not self.running:
            return
        self._run += 1
        assert self._job is not None
        self._job.cancel()
        if self.growing is not None:
            self.growing = self.growing.stopped()
        self._set_running(False)
        self.growing_changed.emit()

    def end(self) -> None:
        """End every process and the thread that listens to them. Safe to call twice."""
        self.stop()
        if self._worker is not None:
            self._worker.stop()

    # On the worker's thread

    def _work(self, run: int, growing: Growing, task: Task) -> None:
        crew = self._hire(growing.plans)
        shown = 0.0
        try:
            while not (crew.over or task.cancelled):
                for news in crew.listen(LISTENED):
                    growing = growing.after(news)
                if time.monotonic() - shown > SHOWN or crew.over:
                    shown = time.monotonic()
                    self._post(run, growing)
        finally:
            crew.end()

    def _post(self, run: int, growing: Growing) -> None:
        assert self._worker is not None
        self._worker.post(partial(self._show, run, growing))

    # On the GUI thread

    def _show(self, run: int, growing: Growing) -> None:
        if run == self._run:
            self.growing = growing
            if growing.over:
                self._set_running(False)
            self.growing_changed.emit()

    def _fail(self, error: Exception) -> None:
        self.trouble = str(error)
        self.stop()

    def _take_plan(self) -> None:
        """The session's plan, where its task can grow and nothing is under way."""
        plan = self._session.plan
        if plan.task.name in GROWTHS and not self.running:
            self._set(plan)

    def _set(self, plan: Plan) -> None:
        self.stop()
        self.plan, self.growing = plan, None
        self.plan_changed.emit()

    def _set_running(self, running: bool) -> None:
        if running != self.running:
            self.running = running
            self.running_changed.emit(running)


def limits_of(session: Session) -> LimitsDesk:
    """The desk of a session, made when it is first asked for."""
    found: LimitsDesk | None = session.findChild(LimitsDesk)
    return LimitsDesk(session) if found is None else found
