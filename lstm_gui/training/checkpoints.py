"""The checkpoints of a run that are kept, within a budget of memory: the way back in training time.

When it is full, the one whose neighbours are nearest to each other goes, so that what stays is spread evenly
over the run; the first, the last and the best always stay.
"""

from bisect import bisect_left, insort

from lstm_gui.training.run import RunState

BUDGET = 64_000_000  # bytes
MOST = 600  # checkpoints: a slider has no more places
FEWEST = 3  # the first, the best and the last, however large they are
OVERHEAD = 600  # bytes of the objects around the arrays, about


def size_of(state: RunState) -> int:
    """How many bytes a checkpoint takes."""
    carried = state.carried or ()
    arrays = (state.vector, state.memory.m, state.memory.v, *carried)
    return OVERHEAD + sum(array.nbytes for array in arrays if array is not None)


class Checkpoints:
    """RunStates by the update after which they were taken."""

    def __init__(self, budget: int = BUDGET, most: int = MOST) -> None:
        self._budget, self._most = budget, max(most, FEWEST)
        self._steps: list[int] = []
        self._states: dict[int, RunState] = {}
        self._size = 0

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def steps(self) -> tuple[int, ...]:
        """The updates after which there is one, in their order."""
        return tuple(self._steps)

    @property
    def size(self) -> int:
        """How many bytes they take together."""
        return self._size

    @property
    def last(self) -> RunState | None:
        """The newest."""
        return self._states[self._steps[-1]] if self._steps else None

    @property
    def best(self) -> RunState | None:
        """The one with the lowest validation loss of its run so far, the earliest of equals."""
        return min(self._states.values(), key=lambda state: (state.best, state.step), default=None)

    def at(self, step: int) -> RunState | None:
        """The one after that update, or the nearest there is, the earlier of two."""
        if not self._steps:
            return None
        place = bisect_left(self._steps, step)
        near = self._steps[max(0, place - 1) : place + 1]
        return self._states[min(near, key=lambda one: abs(one - step))]

    def beside(self, step: int | None, places: int) -> int | None:
        """The update of the checkpoint so many after the one of an update, or before it; None for the newest.

        There must be one.
        """
        last = len(self._steps) - 1
        there = max(0, (last if step is None else bisect_left(self._steps, step)) + places)
        return None if there >= last else self._steps[there]

    def add(self, state: RunState) -> None:
        """Keep one more, in the place of one of the same update, and thin out what is there."""
        if state.step in self._states:
            self._drop(state.step)
        insort(self._steps, state.step)
        self._states[state.step] = state
        self._size += size_of(state)
        while len(self._steps) > FEWEST and (self._size > self._budget or len(self._steps) > self._most):
            self._drop(self._most_crowded())

    def cut(self, step: int) -> None:
        """Forget those after an update."""
        for later in [one for one in self._steps if one > step]:
            self._drop(later)

    def clear(self) -> None:
        """Forget all."""
        self._steps, self._states, self._size = [], {}, 0

    def _most_crowded(self) -> int:
        """The one, neither first nor last nor best, between whose neighbours the fewest updates lie."""
        best = self.best
        kept = None if best is None else best.step
        inner = [
            (after - before, here)
            for before, here, after in zip(self._steps, self._steps[1:], self._steps[2:], strict=False)
            if here != kept
        ]
        return min(inner)[1]

    def _drop(self, step: int) -> None:
        self._size -= size_of(self._states.pop(step))
        self._steps.remove(step)
