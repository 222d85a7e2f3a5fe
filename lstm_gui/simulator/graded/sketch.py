"""A prediction as it is drawn: a number, or none yet, for each step that is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """The numbers from step `first` on; the keyboard is on one of the steps."""

    first: int
    values: tuple[float | None, ...]
    step: int  # the one that the keyboard is on
    low: float
    high: float

    @classmethod
    def blank(cls, first: int, last: int, low: float, high: float) -> "Sketch":
        """Nothing is predicted yet."""
        return cls(first, (None,) * (last - first + 1), first, low, high)

    @property
    def last(self) -> int:
        """The last step asked for."""
        return self.first + len(self.values) - 1

    @property
    def missing(self) -> tuple[int, ...]:
        """The steps without a number."""
        return tuple(step for step, value in enumerate(self.values, self.first) if value is None)

    @property
    def answer(self) -> tuple[float, ...]:
        """The numbers there are, a step each; all of them once nothing is missing."""
        return tuple(value for value in self.values if value is not None)

    def at(self, step: int) -> float | None:
        """The number at a step that is asked for."""
        return self.values[step - self.first]

    def drawn(self, points: Mapping[int, float]) -> "Sketch":
        """With numbers put in, step -> value; a step that is not asked for is passed over."""
        held = {
            step: round(min(self.high, max(self.low, value)), DECIMALS)
            for step, value in points.items()
            if self.first <= step <= self.last
        }
        values = tuple(held.get(step, value) for step, value in enumerate(self.values, self.first))
        return replace(self, values=values, step=next(reversed(held), self.step))

    def nudged(self, by: float) -> "Sketch":
        """With the number at the step of the keyboard moved; one that is missing begins at 0."""
        return self.drawn({self.step: (self.at(self.step) or 0.0) + by})

    def stepped(self, by: int) -> "Sketch":
        """With the keyboard on another step, held within those asked for."""
        return replace(self, step=min(self.last, max(self.first, self.step + by)))
