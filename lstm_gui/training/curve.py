"""The numbers of a run as they came, update by update, to be drawn and told."""

from collections.abc import Iterable

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.run import Update

_FIRST = 1024  # updates for which there is room at first; it doubles whenever it is full


class Rows:
    """Rows of numbers that are added at the end, without copying what is there each time."""

    def __init__(self, columns: int) -> None:
        self._rows = np.empty((_FIRST, columns))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, rows: FloatArray) -> None:
        """Put rows (n, columns) at the end."""
        wanted = self._count + len(rows)
        if wanted > len(self._rows):
            larger = np.empty((max(wanted, 2 * len(self._rows)), self._rows.shape[1]))
            larger[: self._count] = self._rows[: self._count]
            self._rows = larger
        self._rows[self._count : wanted] = rows
        self._count = wanted

    def cut(self, count: int) -> None:
        """Keep the first `count` rows alone."""
        self._count = min(self._count, count)

    @property
    def rows(self) -> FloatArray:
        """What there is (count, columns); not to be written to."""
        return self._rows[: self._count]


class Curve:
    """The updates of one run, in their order, and its validations among them."""

    def __init__(self) -> None:
        self._updates, self._validations = Rows(4), Rows(3)

    def __len__(self) -> int:
        return len(self._updates)

    def add(self, updates: Iterable[Update]) -> None:
        """Put updates at the end."""
        told = tuple(updates)
        if told:
            self._updates.add(np.array([(each.step, each.loss, each.norm, each.rate) for each in told]))
        found = [(each.step, each.validation.loss, each.validation.score) for each in told if each.validation]
        if found:
            self._validations.add(np.array(found))

    @property
    def steps(self) -> FloatArray:
        """Updates done (N,), from 1."""
        return self._updates.rows[:, 0]

    @property
    def losses(self) -> FloatArray:
        """Of each batch, before its update (N,)."""
        return self._updates.rows[:, 1]

    @property
    def norms(self) -> FloatArray:
        """Of each gradient, before it was clipped (N,)."""
        return self._updates.rows[:, 2]

    @property
    def rates(self) -> FloatArray:
        """The learning rate of each update (N,)."""
        return self._updates.rows[:, 3]

    @property
    def validated(self) -> FloatArray:
        """The updates after which it was validated (V,)."""
        return self._validations.rows[:, 0]

    @property
    def validation_losses(self) -> FloatArray:
        """The loss of each validation (V,)."""
        return self._validations.rows[:, 1]

    @property
    def scores(self) -> FloatArray:
        """The score of each validation (V,)."""
        return self._validations.rows[:, 2]

    @property
    def last_step(self) -> int:
        """Updates done; 0 before the first."""
        return int(self.steps[-1]) if len(self) else 0

    def after(self, step: int) -> "Curve":
        """What came after an update, as a curve of its own."""
        later = Curve()
        later._updates.add(self._updates.rows[np.searchsorted(self.steps, step, side="right") :])
        later._validations.add(self._validations.rows[np.searchsorted(self.validated, step, side="right") :])
        return later

    def cut(self, step: int) -> None:
        """Forget what came after an update."""
        self._validations.cut(int(np.searchsorted(self.validated, step, side="right")))
        self._updates.cut(int(np.searchsorted(self.steps, step, side="right")))
