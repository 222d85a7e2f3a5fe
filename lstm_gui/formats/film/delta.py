"""What is new in a frame: the part of the picture with every pixel that changed, and which those are."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lstm_gui.formats.film.film import Pixels


@dataclass(frozen=True)
class Delta:
    """A part of a picture and which pixels of it are new."""

    top: int
    left: int
    changed: npt.NDArray[np.bool_]

    @property
    def rows(self) -> slice:
        """The rows of the part."""
        return slice(self.top, self.top + self.changed.shape[0])

    @property
    def columns(self) -> slice:
        """The columns of the part."""
        return slice(self.left, self.left + self.changed.shape[1])


def delta(before: Pixels | None, now: Pixels) -> Delta:
    """What is new; everything after nothing, one pixel where nothing is: a frame cannot be empty."""
    if before is None:
        return Delta(0, 0, np.ones(now.shape[:2], bool))
    changed = (before != now).any(axis=2)
    down, across = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    if not down.size:
        return Delta(0, 0, changed[:1, :1])
    top, left = int(down[0]), int(across[0])
    return Delta(top, left, changed[top : down[-1] + 1, left : across[-1] + 1])
