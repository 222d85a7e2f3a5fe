"""Runs of growing sizes as far as they have come. Frozen; news of a run make a new one."""

from dataclasses import dataclass, replace

from lstm_gui.training.crew import Lost, News
from lstm_gui.training.limits.growth import SEEDS, Growth, Limit, Size, gives_up, measured, plans
from lstm_gui.training.messages import Ended, Failed, Updates
from lstm_gui.training.plan import Plan


@dataclass(frozen=True, slots=True)
class Run:
    """One size with one seed."""

    size: int
    plan: Plan
    step: int = 0  # updates done
    score: float | None = None  # of the test set at the end; 0 where it diverged
    over: bool = False
    words: str = ""  # of a failure


@dataclass(frozen=True, slots=True)
class Growing:
    """Runs in the order in which they are begun, small sizes first."""

    growth: Growth
    runs: tuple[Run, ...]

    @property
    def plans(self) -> tuple[Plan, ...]:
        """One for each run."""
        return tuple(run.plan for run in self.runs)

    @property
    def over(self) -> bool:
        """Whether every run came to an end."""
        return all(run.over for run in self.runs)

    @property
    def share(self) -> float:
        """How much of the work is done."""
        return sum(run.over or run.step / run.plan.learning.steps for run in self.runs) / len(self.runs)

    @property
    def results(self) -> tuple[Size, ...]:
        """The sizes all runs of which are over, with the scores of those that came to an end of their own."""
        waiting = {run.size for run in self.runs if not run.over}
        ended = [(run.size, run.score) for run in self.runs if run.score is not None]
        return measured([(size, score) for size, score in ended if size not in waiting])

    @property
    def limit(self) -> Limit:
        """Where the cell gives up, as far as is known."""
        return gives_up(self.results)

    @property
    def trouble(self) -> str:
        """Why a run could not be; "" where all could."""
        return next((run.words for run in self.runs if run.words), "")

    def after(self, news: News, now: float = 0.0) -> "Growing":
        """With what was told of a run, by its place; when that was does not matter here."""
        del now
        runs = list(self.runs)
        runs[news.run] = _heard(runs[news.run], news)
        return replace(self, runs=tuple(runs))

    def stopped(self) -> "Growing":
        """With every run that has not ended given up."""
        return replace(self, runs=tuple(replace(run, over=True) for run in self.runs))


def new_growing(plan: Plan, growth: Growth, seeds: int = SEEDS) -> Growing:
    """Nothing run yet."""
    return Growing(growth, tuple(Run(size, one) for size, one in plans(plan, growth, seeds)))


def _heard(run: Run, news: News) -> Run:
    if isinstance(news, Updates):
        return replace(run, step=news.updates[-1].step)
    if isinstance(news, Ended):
        return replace(run, over=True, score=0.0 if news.test is None else news.test.score)
    if isinstance(news, Failed):
        return replace(run, over=True, words=news.words)
    return replace(run, over=True) if isinstance(news, Lost) else run
