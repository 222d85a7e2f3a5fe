"""What happened while a person trained: the run under way, what was changed in it, and the runs before."""

from collections.abc import Iterable
from dataclasses import dataclass

from lstm_gui.training.curve import Curve
from lstm_gui.training.learning import Learning
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import Update

GHOSTS = 3  # runs before that are still shown


@dataclass(frozen=True, slots=True)
class Mark:
    """A change of how it learns, which the next update followed."""

    step: int  # updates done when it was made
    before: Learning
    after: Learning


@dataclass(frozen=True, eq=False)
class Ghost:
    """A run that another took the place of, or the part that was left behind by going back."""

    plan: Plan
    curve: Curve


class History:
    """The curve of the run under way, the marks on it, and the ghosts behind it, the oldest first."""

    def __init__(self) -> None:
        self.now = Curve()
        self.marks: list[Mark] = []
        self.ghosts: list[Ghost] = []

    def add(self, updates: Iterable[Update]) -> None:
        """Put updates at the end of the run under way."""
        self.now.add(updates)

    def mark(self, before: Learning, after: Learning) -> None:
        """Something was changed; two changes between the same updates are one, and back again is none."""
        step = self.now.last_step
        if self.marks and self.marks[-1].step == step:
            before = self.marks.pop().before
        if before != after:
            self.marks.append(Mark(step, before, after))

    def begin(self, plan_before: Plan) -> None:
        """Another run begins; the one of that plan stays as a ghost if it did anything."""
        self._keep(plan_before, self.now)
        self.now, self.marks = Curve(), []

    def bring_back(self, curve: Curve, marks: Iterable[Mark], step: int) -> None:
        """A run that was left is under way again after an update, and a ghost no more."""
        self.ghosts = [ghost for ghost in self.ghosts if ghost.curve is not curve]
        curve.cut(step)
        self.now, self.marks = curve, [mark for mark in marks if mark.step <= step]

    def go_back(self, step: int, plan: Plan) -> None:
        """The run goes on from an earlier update; what came after it stays as a ghost."""
        self._keep(plan, self.now.after(step))
        self.now.cut(step)
        then = self.learning_at(step, plan)
        self.marks = [mark for mark in self.marks if mark.step < step]
        if then != plan.learning:
            self.marks.append(Mark(step, then, plan.learning))

    def learning_at(self, step: int, plan: Plan) -> Learning:
        """How it learnt up to an update, by the plan that it follows now."""
        return next((mark.before for mark in self.marks if mark.step >= step), plan.learning)

    def good_until(self, best: int) -> int:
        """The last update, after the best one, since which no loss was above all that there were before."""
        steps, losses = self.now.steps, self.now.losses
        worst = losses[steps <= max(best, 1)].max(initial=0.0)
        bad = steps[(steps > best) & ~(losses <= worst)]  # a loss that is no number is no good one
        return (
            max(best, int(bad[0]) - 2) if len(bad) else self.now.last_step
        )  # a loss is of the weights before

    def forget_others(self) -> None:
        """Drop the ghosts: they are of another task, and their losses mean something else."""
        self.ghosts.clear()

    def _keep(self, plan: Plan, curve: Curve) -> None:
        if len(curve):
            self.ghosts = [*self.ghosts, Ghost(plan, curve)][-GHOSTS:]
