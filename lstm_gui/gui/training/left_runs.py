"""The runs that were left for others: whoever takes that back has them again, with all that they learnt."""

from dataclasses import dataclass

from lstm_gui.training.checkpoints import Checkpoints
from lstm_gui.training.curve import Curve
from lstm_gui.training.history import History, Mark
from lstm_gui.training.plan import Plan

MOST = 3  # runs that are kept, each with checkpoints of up to their budget


@dataclass(frozen=True, eq=False)
class Left:
    """A run as it was when it was left."""

    plan: Plan
    curve: Curve
    marks: tuple[Mark, ...]
    checkpoints: Checkpoints


class LeftRuns:
    """The newest of them; of a plan the one that was left last."""

    def __init__(self) -> None:
        self._runs: list[Left] = []

    def turn(
        self, before: Plan, plan: Plan, history: History, checkpoints: Checkpoints, *, back: bool = False
    ) -> Checkpoints:
        """Leave the run of a plan for that of another: its checkpoints, which are none where it is new.

        The one before stays in the history as a ghost, unless the other is about something else. With `back`,
        a run of that other plan goes on where it was left.
        """
        found = next((run for run in self._runs if run.plan == plan), None) if back else None
        self._runs = [run for run in self._runs if run is not found]
        last = checkpoints.last
        if last is not None and last.step:
            self._keep(Left(before, history.now, tuple(history.marks), checkpoints))
        history.begin(before)
        if before.task != plan.task:
            history.forget_others()
        if found is None:
            return Checkpoints()
        last = found.checkpoints.last
        assert last is not None  # else it was not kept
        history.bring_back(found.curve, found.marks, last.step)
        return found.checkpoints

    def _keep(self, left: Left) -> None:
        others = [run for run in self._runs if run.plan != left.plan]
        self._runs = [*others, left][-MOST:]
