"""What a network answered earlier: the faint line behind what it answers now."""

from dataclasses import dataclass

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.look import Look

_APART = 1.4  # times as many updates as those of the one kept before
_BACK = 0.5  # of the updates done: that is how far back the ghost is


@dataclass(frozen=True, eq=False)
class Ghost:
    """The answers after so many updates."""

    step: int
    y: FloatArray  # (T, K)


class Ghosts:
    """Answers to one probe at ever longer distances, so that few are kept of a long run."""

    def __init__(self) -> None:
        self._kept: list[Ghost] = []
        self._of: Look | None = None

    def seen(self, look: Look | None) -> Ghost | None:
        """Keep what a look says, and give what was said when half as much was learnt, or None."""
        if look is None or self._of is None or not _same_probe(look, self._of):
            self._kept = []
        self._of = look
        if look is None:
            return None
        if not self._kept or look.step >= _APART * max(1, self._kept[-1].step):
            self._kept.append(Ghost(look.step, look.y))
        earlier = [
            ghost for ghost in self._kept if ghost.step <= _BACK * look.step and ghost.step < look.step
        ]
        return earlier[-1] if earlier else None


def _same_probe(one: Look, other: Look) -> bool:
    """Whether two looks are of one sequence."""
    shapes = one.x.shape == other.x.shape and one.y.shape == other.y.shape
    return shapes and bool((one.x == other.x).all()) and bool((one.target == other.target).all())
