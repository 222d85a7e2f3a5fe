"""What can be undone: (old, new, label) pairs of simulator states."""

from dataclasses import dataclass, field

from lstm_gui.simulator.state import SimState


@dataclass(frozen=True, slots=True)
class Change:
    """One undo step."""

    old: SimState
    new: SimState
    label: str
    kind: str = ""  # changes of one kind that follow each other become one; "" never does


@dataclass(slots=True)
class History:
    """The changes done, and those undone and not yet overtaken. No depth limit: states share their parts."""

    _done: list[Change] = field(default_factory=list)
    _undone: list[Change] = field(default_factory=list)

    @property
    def undo_label(self) -> str:
        """What undo would take back, or ""."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, or ""."""
        return self._undone[-1].label if self._undone else ""

    def push(self, change: Change) -> None:
        """Remember a change. One that changes nothing is not remembered."""
        if change.new == change.old:
            return
        last = self._done[-1] if self._done else None
        if last is not None and change.kind and last.kind == change.kind and not self._undone:
            self._done.pop()
            change = Change(last.old, change.new, change.label, change.kind)
        self._undone.clear()
        if change.new != change.old:
            self._done.append(change)

    def undo(self) -> SimState | None:
        """The state before the last change, or None when there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].old

    def redo(self) -> SimState | None:
        """The state after the change last undone, or None when there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1].new
