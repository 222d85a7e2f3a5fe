"""What was measured of updates, for every plan that was asked about: kept as long as the window is there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.jobs import Job, Task, Worker
from lstm_gui.gui.training.line import Process
from lstm_gui.gui.training.session import Session
from lstm_gui.training.apart import Apart
from lstm_gui.training.cost.growth import KINDS, LENGTHS, UNITS
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
    by_kind: tuple[Cost, ...] = ()  # of other cells, of the plan's size


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
            wanted = _wanted(plan)
            found: dict[str, list[Cost]] = {"by_units": [], "by_length": [], "by_kind": []}
            for number, (name, question) in enumerate(wanted):
                self._show(plan, costs)
                words = f"{question.units} × {question.length or here.length}"
                task.watch(number, len(wanted), words)
                cost = self._asked(process, question, task)
                found[name].append(cost)
                costs = Costs(here, *(tuple(each) for each in found.values()))
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


def _wanted(plan: Plan) -> list[tuple[str, AskCost]]:
    """What is asked, and where in Costs the answer goes."""
    units = plan.network.units
    others = [replace(plan, network=replace(plan.network, kind=kind)) for kind in KINDS]
    return [
        *(("by_units", AskCost(plan, size)) for size in UNITS),
        *(("by_length", AskCost(plan, units, length)) for length in LENGTHS),
        *(("by_kind", AskCost(other, units)) for other in others if other != plan),
    ]


def cost_desk_of(session: Session) -> CostDesk:
    """The desk of a session, made when it is first asked for."""
    found: CostDesk | None = session.findChild(CostDesk)
    return CostDesk(session) if found is None else found
