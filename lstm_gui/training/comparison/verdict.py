"""What a comparison says, and what it does not say.

Two settings differ only where their spreads, from the least to the most over all seeds, do not touch. Had the
setting nothing to do with it, n and m seeds would still fall apart like that in 2 / C(n + m, n) of all cases:
with three seeds each one time in ten. Of several pairs, one or another does so at most as many times as often
(Boole's inequality). Where that is not rare, it is said too.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from lstm_gui.training.comparison.comparison import Comparison
from lstm_gui.training.comparison.outcome import Outcome
from lstm_gui.training.comparison.spread import Spread, spread

RARE = 0.05  # a share of cases that is


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of a verdict: `kind` is a key of words.SENTENCES."""

    kind: str
    first: str = ""  # the setting that does better, or the only one it is about
    second: str = ""  # the other, or the name of a baseline
    count: int = 0
    of: int = 0


def verdict(comparison: Comparison) -> tuple[Finding, ...]:
    """All that can be said now, the most telling first; never empty."""
    finished = [
        [one for one in comparison.of(place) if one.finished] for place in range(len(comparison.settings))
    ]
    trouble = _trouble(comparison)
    if not all(finished):
        return (Finding("nothing yet"), *trouble)
    names = [setting.name for setting in comparison.settings]
    counts = [len(runs) for runs in finished]
    said = [_against_baseline(name, runs) for name, runs in zip(names, finished, strict=True)]
    beside = [finding for finding in said if finding is not None]
    if min(counts) < 2:
        return (Finding("one seed"), *beside, *trouble)
    if len(names) == 1:
        return (
            *(beside or [Finding("beats", names[0], _baseline(finished[0]), counts[0], counts[0])]),
            *trouble,
        )
    return (*_differences(comparison, names, finished), *beside, *trouble)


def difference(
    names: tuple[str, str], one: Sequence[Outcome], other: Sequence[Outcome], same_task: bool
) -> Finding:
    """What two settings differ in, if in anything. The same whichever comes first. At least one run each."""
    for kind, values in (("sooner", _solved_after), ("better", _losses)):
        if kind == "better" and (not same_task or (_all_solved(one) and _all_solved(other))):
            continue  # other losses, or losses of runs that stopped as soon as they were good enough
        first, second = spread(values(one)), spread(values(other))
        assert isinstance(first, Spread)
        assert isinstance(second, Spread)
        if first.below(second):
            return _apart(kind, names, one, other)
        if second.below(first):
            return _apart(kind, (names[1], names[0]), other, one)
    return Finding("no difference" if same_task else "other tasks", *names)


def by_chance(one: int, other: int) -> float:
    """How often so many seeds of the same setting would fall apart, one group wholly below the other."""
    return 2 / math.comb(one + other, one)


def _differences(
    comparison: Comparison, names: Sequence[str], finished: Sequence[Sequence[Outcome]]
) -> list[Finding]:
    """Between every two settings; what does not differ is said once for all of them."""
    apart, alike, chance = [], [], 0.0
    pairs = tuple(combinations(range(len(names)), 2))
    for one, other in pairs:
        same_task = comparison.settings[one].plan.task == comparison.settings[other].plan.task
        found = difference((names[one], names[other]), finished[one], finished[other], same_task)
        if found.kind in ("no difference", "other tasks"):
            alike.append(found)
        else:
            apart.append(found)
            chance = max(chance, len(pairs) * by_chance(len(finished[one]), len(finished[other])))
    few = [Finding("few seeds", of=max(2, round(1 / chance)))] if chance > RARE else []
    if not apart and len(alike) > 1 and len({found.kind for found in alike}) == 1:
        return [Finding(f"{alike[0].kind} at all")]
    return [*apart, *few, *alike]


def _apart(kind: str, names: tuple[str, str], one: Sequence[Outcome], other: Sequence[Outcome]) -> Finding:
    if kind == "sooner" and not any(run.solved_at for run in other):
        kind = "solves"
    return Finding(kind, *names, count=len(one), of=len(one))


def _against_baseline(name: str, runs: Sequence[Outcome]) -> Finding | None:
    """Where a setting is no better than what needs no learning, or not with every seed; else None."""
    baseline = next((run.baselines[-1] for run in runs if run.baselines), None)
    if baseline is None:
        return None
    beaten = sum(run.loss < baseline.test for run in runs)
    median = spread(_losses(runs))
    assert median is not None
    if not median.median < baseline.test:
        return Finding("no better than the baseline", name, baseline.name, beaten, len(runs))
    return None if beaten == len(runs) else Finding("beats", name, baseline.name, beaten, len(runs))


def _baseline(runs: Sequence[Outcome]) -> str:
    return next((run.baselines[-1].name for run in runs if run.baselines), "")


def _trouble(comparison: Comparison) -> list[Finding]:
    """Runs that diverged, that could not be, that were lost, setting by setting."""
    found = []
    for place, setting in enumerate(comparison.settings):
        runs = comparison.of(place)
        for ended in ("diverged", "failed", "lost"):
            count = sum(run.ended == ended for run in runs)
            if count:
                found.append(Finding(ended, setting.name, count=count, of=len(runs)))
    return found


def _solved_after(runs: Sequence[Outcome]) -> list[float]:
    return [run.solved_after for run in runs]


def _losses(runs: Sequence[Outcome]) -> list[float]:
    return [run.loss for run in runs]


def _all_solved(runs: Sequence[Outcome]) -> bool:
    return all(run.ended == "solved" for run in runs)
