"""A plan that a person changes, and may have as it was before."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.training.changes import Changes
from lstm_gui.training.plan import Plan, with_learning


class PlanHolder(QObject):
    """Lives on the GUI thread.

    Signals
    -------
    plan_changed(Plan)
        What is planned is another.
    changes_changed()
        Something else could be taken back: `changes`.
    """

    plan_changed = Signal(object)
    changes_changed = Signal()

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.changes = Changes()
        self.lacking = ""  # what a file was called that was learnt from last, and is not kept
        self.returning = False  # to a plan that there was
        self._solved = ""  # the task that was solved and goes on: nobody said that other runs should

    @property
    def plan_anew(self) -> Plan:
        """The plan for other runs: they end when solved, though this one was told to go on after that."""
        plan = self.plan
        return with_learning(plan, stop_when_solved=True) if plan.task.name == self._solved else plan

    def set_plan(self, plan: Plan) -> None:
        """Go on by another plan."""
        raise NotImplementedError

    def change(self, plan: Plan, label: str) -> None:
        """Go on by another plan, which can be taken back."""
        if plan.learning.stop_when_solved:
            self._solved = ""
        if plan != self.plan:
            self.lacking = ""
            self.changes = self.changes.made(self.plan, label)
            self.set_plan(plan)
            self.changes_changed.emit()

    def go_past(self, plan: Plan, label: str) -> None:
        """Go on after an end, by a plan without what brought it."""
        ended, ends = self.plan.learning.stop_when_solved, plan.learning.stop_when_solved
        if ended and not ends:
            self._solved = plan.task.name
        self.change(plan, label)

    def undo(self) -> None:
        """Take the last change of the plan back."""
        self._return(*self.changes.undone(self.plan))

    def redo(self) -> None:
        """Bring back what was taken back."""
        self._return(*self.changes.redone(self.plan))

    def new_seed(self) -> None:
        """Begin another run: other random weights, other sequences."""
        self.change(replace(self.plan, seed=self.plan.seed + 1), self.tr("take another seed"))

    def _return(self, changes: Changes, plan: Plan) -> None:
        self.changes, self.returning = changes, True
        self.set_plan(plan)
        self.returning = False
        self.changes_changed.emit()
