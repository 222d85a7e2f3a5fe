"""What grows, and the runs of it: one for all pages that show the same session."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.training.crew_job import CrewJob
from lstm_gui.gui.training.session import Session
from lstm_gui.training.crew import Crew
from lstm_gui.training.limits.growing import Growing, new_growing
from lstm_gui.training.limits.growth import GROWTHS, SEEDS, Growth
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME
from lstm_gui.training.tasks.entry import Entry
from lstm_gui.training.tasks.usual import usual_plan


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
        self.plan = usual_plan(TaskChoice(next(iter(GROWTHS))))
        self.growing: Growing | None = None
        self.running = False
        self.trouble = ""
        self._crew = CrewJob("training-limits", hire, self)
        self._crew.told.connect(self._show)
        self._crew.failed.connect(self._fail)
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
        planned = self._session.plan_anew
        self._set(planned if planned.task.name == name else usual_plan(TaskChoice(name), planned.seed))

    def start(self) -> None:
        """Run all sizes from the beginning; what was under way is dropped."""
        self.trouble = ""
        self.growing = new_growing(self.plan, self.growth, SEEDS)
        self._crew.start(self.growing)
        self._set_running(True)
        self.growing_changed.emit()

    def stop(self) -> None:
        """Give up what has not ended; what has stays."""
        if not self.running:
            return
        self._crew.cancel()
        if self.growing is not None:
            self.growing = self.growing.stopped()
        self._set_running(False)
        self.growing_changed.emit()

    def end(self) -> None:
        """End every process and the thread that listens to them. Safe to call twice."""
        self.stop()
        self._crew.end()

    # Inside

    def _show(self, growing: object) -> None:
        assert isinstance(growing, Growing)
        self.growing = growing
        if growing.over:
            self._set_running(False)
        self.growing_changed.emit()

    def _fail(self, error: Exception) -> None:
        self.trouble = str(error)
        self.stop()

    def _take_plan(self) -> None:
        """The session's plan, where its task can grow and nothing is under way."""
        plan = self._session.plan_anew
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
