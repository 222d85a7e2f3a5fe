"""What was changed of a plan, to be taken back: pure steps from plan to plan."""

import time
from dataclasses import dataclass, replace

from lstm_gui.training.plan import Plan

MOST = 100  # changes that can be taken back
TOGETHER = 1.0  # seconds within which two changes of one thing are one


@dataclass(frozen=True)
class Change:
    """A plan that there was, and what the change away from it was called."""

    plan: Plan
    label: str


@dataclass(frozen=True)
class Changes:
    """What can be taken back, and what was: the newest last."""

    past: tuple[Change, ...] = ()
    future: tuple[Change, ...] = ()
    at: float = -1e9  # when the newest was made, in seconds

    def made(self, before: Plan, label: str, now: float | None = None) -> "Changes":
        """One more change, away from `before`."""
        now = time.monotonic() if now is None else now
        again = bool(self.past) and self.past[-1].label == label and now - self.at < TOGETHER
        past = self.past if again else (*self.past, Change(before, label))[-MOST:]
        return Changes(past, (), now)

    def undone(self, now: Plan) -> tuple["Changes", Plan]:
        """The plan before the newest change; as it is where there is none."""
        if not self.past:
            return self, now
        last = self.past[-1]
        return replace(
            self, past=self.past[:-1], future=(*self.future, Change(now, last.label)), at=-1e9
        ), last.plan

    def redone(self, now: Plan) -> tuple["Changes", Plan]:
        """The plan that was taken back last; as it is where there is none."""
        if not self.future:
            return self, now
        last = self.future[-1]
        return replace(
            self, past=(*self.past, Change(now, last.label)), future=self.future[:-1], at=-1e9
        ), last.plan

    @property
    def undo_label(self) -> str:
        """What would be taken back, or ""."""
        return self.past[-1].label if self.past else ""

    @property
    def redo_label(self) -> str:
        """What would be brought back, or ""."""
        return self.future[-1].label if self.future else ""
