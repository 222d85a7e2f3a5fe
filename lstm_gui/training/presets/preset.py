"""A comparison that is ready to run, and what it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lstm_gui.training.comparison.comparison import Comparison, Setting
from lstm_gui.training.comparison.outcome import Outcome
from lstm_gui.training.plan import Plan

SEEDS = 5

Runs = Sequence[Outcome]
"""The runs of one setting, a seed each."""

Finding = Callable[[Sequence[Runs]], bool]
"""Whether something is so, from the runs of each setting in their order."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Settings that differ in what the claim is about, and in nothing else.

    Titles and sentences are for people: the window translates them.
    """

    name: str  # "forgetting"
    title: str
    claim: str  # a sentence that `holds` over the seeds from 0
    remark: str  # what has to be known to believe no more than is so
    settings: tuple[Setting, ...]
    holds: Finding

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plan of each setting, with the first seed."""
        return tuple(setting.plan for setting in self.settings)

    def borne_out(self, comparison: Comparison) -> bool | None:
        """Whether runs of its settings bear the claim out; None as long as not all have come to their end.

        Raises ValueError for a comparison of other settings.
        """
        if tuple(setting.plan for setting in comparison.settings) != self.plans:
            raise ValueError(f"these are not the settings of {self.name!r}")
        if not all(outcome.finished for outcome in comparison.outcomes):
            return None
        return self.holds([comparison.of(place) for place in range(len(self.settings))])
