"""What was measured of updates, for every plan that was asked about: kept as long as the window is there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.jobs import Job, Task, Worker
from lstm_gui.gui.training.line import Process
from lstm_gui.gui.training.session import Session
from lstm_gui.training.apart import Apart
from lstm_gui.training.cost.growth import LENGTHS, UNITS
from lstm_gui.training.cost.measure import Cost
from lstm_gui.training.learning import Learning
from lstm_gui.training.messages import AskCost, Failed, ToldCost
from lstm_gui.training.plan import Plan

LOOKED = 0.05  # seconds between two looks at whether it is still wanted


@dataclass(frozen=True, slots=True)
class Costs:
    """Of one plan: its own update, and others of other sizes, as far as they were measured."""

    here: Cost
    by_units: tuple[Cost, ...] = ()  # at the plan's length
    by_length: tuple[Cost, ...] = ()  # with the plan's units


class CostDesk(QObject):
    """Measures in a process of its own. Lives on the GUI thread, with its session.

    Signals
    -------
    changed()
        Other numbers are there for the session's plan, or none: `costs`.
    progressed(Progress)
        How many sizes are measured.
    running_changed(bool)
        Something is measured, or nothing.
    """

    changed = Signal()
    progressed = Signal(object)
    running_changed = Signal(bool)

    def __init__(self, session: Session, open_process: Callable[[], Process] = Apart) -> None:
        super().__init__(session)
        self._session, self._open = session, open_process
        self._known: dict[Plan, Costs] = {}
        self._worker: Worker | None = None
        self._job: Job | None = None
        self.running = False
        self.trouble = ""
        session.plan_changed.connect(self._replanned)
        session.ending.connect(self.stop)
        session.closed.connect(self.end)

    @property
    def plan(self) -> Plan:
        """What is asked about: whatever of the session's plan an update's cost depends on."""
        plan = self._session.plan
        usual = Learning(
            type(plan.learning.optimiser)(),
            batch=plan.learning.batch,
            clipping=plan.learning.clipping,
            window=plan.learning.window,
        )
        return replace(plan, seed=0, learning=usual)

    @property
    def costs(self) -> Costs | None:
        """What was measured of it, in this session."""
        return self._known.get(self.plan)

    def measure(self) -> None:
        """Measure it anew."""
        if self._worker is None:
            self._worker = Worker("training-cost", self)
            self._job = Job(self._worker, self)
            self._job.progressed.connect(self.progressed)
            self._job.failed.connect(self._fail)
            self._job.ended.connect(partial(self._set_running, False))
        assert self._job is not None
        self.trouble = ""
        self._known.pop(self.plan, None)
        self._job.start(partial(self._work, self.plan))
        self._set_running(True)
        self.changed.emit()

    def stop(self) -> None:
        """Measure no further; what was measured stays."""
        if self._job is not None:
            self._job.cancel()

    def end(self) -> None:
        """End the process and the thread. Safe to call twice."""
        self.stop()
        if self._worker is not None:
            self._worker.stop()

    # On the worker's thread

    def _work(self, plan: Plan, task: Task) -> None:
        process = self._open()
        try:
            here = self._asked(process, AskCost(plan, plan.network.units), task)
            costs = Costs(here)
            sizes = [(units, None) for units in UNITS] + [(plan.network.units, length) for length in LENGTHS]
            for number, (units, length) in enumerate(sizes):
                self._show(plan, costs)
                words = f"{units} × {length or here.length}"
                task.watch(number, len(sizes), words)
                cost = self._asked(process, AskCost(plan, units, length), task)
                if length is None:
                    costs = replace(costs, by_units=(*costs.by_units, cost))
                else:
                    costs = replace(costs, by_length=(*costs.by_length, cost))
            self._show(plan, costs)
        finally:
            process.end()

    def _asked(self, process: Process, question: AskCost, task: Task) -> Cost:
        """The answer to a question. Raises Cancelled, and ValueError with words where there is none."""
        process.pipe.send(replace(question, ticket=1))
        while not process.pipe.poll(LOOKED):
            task.check()
        answer = process.pipe.recv()
        if isinstance(answer, Failed):
            raise ValueError(answer.words)
        assert isinstance(answer, ToldCost)
        return answer.cost

    def _show(self, plan: Plan, costs: Costs) -> None:
        assert self._worker is not None
        self._worker.post(partial(self._keep, plan, costs))

    # On the GUI thread

    def _keep(self, plan: Plan, costs: Costs) -> None:
        self._known[plan] = costs
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        gone = self.tr("The process that measures ended by itself.")
        self.trouble = gone if isinstance(error, EOFError | OSError) else str(error)
        self.changed.emit()

    def _replanned(self) -> None:
        self.stop()
        self.trouble = ""
        self.changed.emit()

    def _set_running(self, running: bool) -> None:
        if running != self.running:
            self.running = running
            self.running_changed.emit(running)


def cost_desk_of(session: Session) -> CostDesk:
    """The desk of a session, made when it is first asked for."""
    found: CostDesk | None = session.findChild(CostDesk)
    return CostDesk(session) if found is None else found
