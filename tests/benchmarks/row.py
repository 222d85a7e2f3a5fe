"""One line of the table of benchmarks: what was measured beside what was promised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A measurement and the most it may be. Every unit is one of which less is better."""

    name: str
    measured: float
    unit: str  # "ms", "s", "×" …
    promise: float

    @property
    def kept(self) -> bool:
        """Whether what was measured is within what was promised."""
        return self.measured <= self.promise
