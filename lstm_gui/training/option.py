"""What of a task can be chosen: numbers and words with their bounds, for forms and command lines."""

from dataclasses import dataclass

Value = float | str


@dataclass(frozen=True, slots=True)
class Option:
    """A number of a task: its length, its noise, its horizon."""

    name: str  # "length"
    low: float
    high: float
    usual: float
    whole: bool = True

    def hold(self, value: Value) -> float:
        """The nearest value allowed. Raises ValueError for what is no number."""
        held = min(max(float(value), self.low), self.high)
        return float(round(held)) if self.whole else held


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a task, one of several: how its numbers are scaled, say."""

    name: str  # "scaling"
    words: tuple[str, ...]  # the usual one first

    @property
    def usual(self) -> str:
        """What it is when nobody chose."""
        return self.words[0]

    def hold(self, value: Value) -> str:
        """The value itself. Raises ValueError for one that is not among the words."""
        if value not in self.words:
            raise ValueError(f"{self.name} is {value!r}; wanted {', '.join(self.words)}")
        return str(value)
