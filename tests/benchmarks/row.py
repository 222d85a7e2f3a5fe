"""One line of the table of benchmarks: what was measured beside what was promised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A measurement and the most it may be, or the least where more is better."""

    name: str
    measured: float
    unit: str  # "ms", "s", "×" …
    promise: float
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether what was measured is within what was promised."""
        return self.measured >= self.promise if self.at_least else self.measured <= self.promise
