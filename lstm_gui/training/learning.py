"""How a network learns: optimiser, rate over time, clipping, windows, when to stop."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from lstm_gui.nets.optimisers import Adam, Optimiser

SCHEDULES: dict[str, Callable[[float], float]] = {
    "constant": lambda _: 1.0,
    "cosine": lambda done: 0.5 * (1 + math.cos(math.pi * min(done, 1.0))),
    "halving": lambda done: 0.5 ** math.floor(4 * min(done, 1.0)),
    "warm-up": lambda done: min(1.0, done / 0.1),
}
"""The share of the rate that is used, by the share of all steps that are done."""

MOST = {"steps": 10**9, "batch": 4096, "validate_every": 10**9, "window": 10**6, "patience": 10**9}
"""What may be counted at most: beyond it no machine has the time, or the memory."""

CLIPPINGS = ("none", "norm", "value")
FEEDINGS = ("teacher", "free")


@dataclass(frozen=True, slots=True)
class Learning:
    """Everything that may change from one update to the next. Raises ValueError for what makes no sense."""

    optimiser: Optimiser = field(default_factory=lambda: Adam(0.01))
    steps: int = 2000  # updates
    batch: int = 32  # sequences in each
    schedule: str = "constant"  # one of SCHEDULES
    clipping: str = "norm"  # one of CLIPPINGS
    limit: float = 1.0  # of the gradient's norm, or of each of its numbers
    window: int | None = None  # steps of truncated backpropagation through time; None: the whole sequence
    feeding: str = "teacher"  # one of FEEDINGS: reads the truth or, where the task has a way, its own answers
    validate_every: int = 25  # updates
    patience: int | None = None  # validations without a better one, after which it stops
    stop_when_solved: bool = True

    def __post_init__(self) -> None:
        for name, value, known in (
            ("schedule", self.schedule, tuple(SCHEDULES)),
            ("clipping", self.clipping, CLIPPINGS),
            ("feeding", self.feeding, FEEDINGS),
        ):
            if value not in known:
                raise ValueError(f"{name} is {value!r}; wanted {', '.join(known)}")
        for name, most in MOST.items():
            count = getattr(self, name)
            if count is not None and count < 1:
                raise ValueError(f"{name} is {count}; wanted 1 or more")
            if count is not None and count > most:
                raise ValueError(f"{name} is {count}; wanted {most} at most")
        if not self.limit > 0:
            raise ValueError(f"limit is {self.limit}; wanted more than 0")

    def rate(self, step: int) -> float:
        """The learning rate of the update with this number, from 0."""
        return self.optimiser.rate * SCHEDULES[self.schedule]((step + 0.5) / self.steps)
