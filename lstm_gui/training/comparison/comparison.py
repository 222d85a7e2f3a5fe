"""A comparison: its settings, its seeds, and the outcome of every run so far. Frozen; news make a new one."""

from dataclasses import dataclass, replace

from lstm_gui.training.comparison.outcome import Outcome, heard
from lstm_gui.training.crew import News
from lstm_gui.training.plan import Plan

MOST_SETTINGS = 4
MOST_SEEDS = 10


@dataclass(frozen=True, slots=True)
class Setting:
    """A plan by its name; its seed is that of the first run."""

    name: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Comparison:
    """Runs in the order in which they are begun: every setting with the first seed, then with the next."""

    settings: tuple[Setting, ...]
    seeds: int
    outcomes: tuple[Outcome, ...]

    @property
    def plans(self) -> tuple[Plan, ...]:
        """One for each outcome."""
        return tuple(
            replace(self.settings[outcome.setting].plan, seed=outcome.seed) for outcome in self.outcomes
        )

    @property
    def over(self) -> bool:
        """Whether every run came to an end."""
        return all(outcome.ended for outcome in self.outcomes)

    def of(self, setting: int) -> tuple[Outcome, ...]:
        """The runs of a setting, by its place."""
        return tuple(outcome for outcome in self.outcomes if outcome.setting == setting)

    def after(self, news: News, now: float) -> "Comparison":
        """With what was told of a run; `now` in seconds on a clock that only goes forwards."""
        outcomes = list(self.outcomes)
        outcomes[news.run] = heard(outcomes[news.run], news, now)
        return replace(self, outcomes=tuple(outcomes))

    def stopped(self) -> "Comparison":
        """With every run that has not ended given up."""
        given_up = (one if one.ended else replace(one, ended="stopped") for one in self.outcomes)
        return replace(self, outcomes=tuple(given_up))


def new_comparison(settings: tuple[Setting, ...], seeds: int) -> Comparison:
    """Nothing run yet. Raises ValueError for too many of either, or for none."""
    for name, count, most in (("settings", len(settings), MOST_SETTINGS), ("seeds", seeds, MOST_SEEDS)):
        if not 1 <= count <= most:
            raise ValueError(f"there are {count} {name}; wanted 1 to {most}")
    outcomes = tuple(
        Outcome(place, setting.plan.seed + number)
        for number in range(seeds)
        for place, setting in enumerate(settings)
    )
    return Comparison(settings, seeds, outcomes)
