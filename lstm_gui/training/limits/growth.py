"""At which size a cell gives up: the same plan for growing sizes of a task, and what comes of it.

Nothing runs here. `plans` gives what to train, several seeds for each size (a `Crew` does it); `gives_up`
says what the scores of the test sets mean.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from lstm_gui.training.plan import Plan, with_option

HOLDS = 0.9  # share of answers, or of lists, right, of the middle one of the seeds
SEEDS = 3


@dataclass(frozen=True, slots=True)
class Growth:
    """What grows, and through which sizes."""

    option: str  # of the task
    sizes: tuple[int, ...]


GROWTHS = {
    "associative_recall": Growth("facts", (2, 3, 4, 6, 8, 12)),
    "two_hop_recall": Growth("pairs", (1, 2, 3, 4)),
    "sorting": Growth("length", (4, 8, 12, 16, 24)),
}
"""Of each task of the family "struggle"."""


@dataclass(frozen=True, slots=True)
class Size:
    """A size that was tried, and the task's score with each seed: a share of what is right."""

    size: int
    scores: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The middle one of the seeds."""
        return median(self.scores)


@dataclass(frozen=True, slots=True)
class Limit:
    """Up to where it holds, and where it gives up; None where no size that was tried is such a one."""

    holds: int | None
    fails: int | None


def plans(plan: Plan, growth: Growth, seeds: int = SEEDS) -> tuple[tuple[int, Plan], ...]:
    """(size, plan) for each size and seed, small sizes first, from the seed of the plan on.

    Everything else is as in the plan: the same cell, the same number of updates.
    """
    return tuple(
        (size, replace(with_option(plan, growth.option, float(size)), seed=plan.seed + more))
        for size in growth.sizes
        for more in range(seeds)
    )


def measured(scores: Sequence[tuple[int, float]]) -> tuple[Size, ...]:
    """What came of each size, from (size, share right) of the runs that came to an end."""
    found: dict[int, list[float]] = {}
    for size, score in scores:
        found.setdefault(size, []).append(score)
    return tuple(Size(size, tuple(found[size])) for size in sorted(found))


def gives_up(results: Sequence[Size], holds: float = HOLDS) -> Limit:
    """The first size at which the middle score is below a threshold, and the last one before it."""
    before: int | None = None
    for result in sorted(results, key=lambda one: one.size):
        if result.middle < holds:
            return Limit(before, result.size)
        before = result.size
    return Limit(before, None)


SENTENCES: Mapping[str, str] = {
    "nothing": "Nothing to say yet: no size has been tried to its end.",
    "throughout": "It holds at every size that was tried, up to {holds}.",
    "at once": "It gives up at once: at {fails}, the smallest size that was tried.",
    "between": "It holds up to {holds}, and gives up at {fails}.",
}
"""What a limit is in words; whoever shows one may translate it before the numbers go in."""


def kind_of(limit: Limit) -> str:
    """A key of SENTENCES."""
    if limit.fails is None:
        return "nothing" if limit.holds is None else "throughout"
    return "at once" if limit.holds is None else "between"
