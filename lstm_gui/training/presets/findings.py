"""What can be claimed of the runs of several settings. Every function gives a `Finding`.

Settings are named by their place, from 0. "At chance" is judged against the first baseline of the task on its
test set: what is reached by knowing nothing but how often each answer comes.
"""

import statistics
from collections.abc import Sequence
from itertools import pairwise

from lstm_gui.training.comparison.outcome import Outcome
from lstm_gui.training.presets.preset import Finding, Runs

CHANCE = 0.95  # of the loss at chance: a run that stays above it has not


def every(*findings: Finding) -> Finding:
    """All of these are so."""
    return lambda settings: all(finding(settings) for finding in findings)


def all_solve(place: int) -> Finding:
    """Every run solves the task."""
    return lambda settings: all(_solved(run) for run in settings[place])


def most_solve(place: int) -> Finding:
    """More than half of the runs do."""
    return lambda settings: 2 * sum(_solved(run) for run in settings[place]) > len(settings[place])


def all_diverge(place: int) -> Finding:
    """Every run ends because a number grows past all bounds."""
    return lambda settings: all(run.ended == "diverged" for run in settings[place])


def all_at_chance(place: int) -> Finding:
    """No run gets below the loss at chance, or hardly."""
    return lambda settings: all(_of_chance(run) > CHANCE for run in settings[place])


def sooner(place: int, than: int, times: float = 1.0) -> Finding:
    """The median run is solved after fewer updates, so many times as fast; one that never is counts last."""
    return lambda settings: _median(settings[place]) * times < _median(settings[than])


def close(place: int, other: int, times: float = 2.0) -> Finding:
    """Neither median run takes so many times as many updates as the other to be solved."""

    def holds(settings: Sequence[Runs]) -> bool:
        one, two = sorted((_median(settings[place]), _median(settings[other])))
        return two < times * one

    return holds


def falling_scores(*places: int) -> Finding:
    """Each setting does worse than the one before: its best run is below the median there."""

    def holds(settings: Sequence[Runs]) -> bool:
        scores = [[run.test.score for run in settings[place] if run.test is not None] for place in places]
        return all(scores) and all(
            statistics.median(before) > max(after) for before, after in pairwise(scores)
        )

    return holds


def _solved(run: Outcome) -> bool:
    return run.solved_at is not None


def _of_chance(run: Outcome) -> float:
    """The loss on the test set as a share of that at chance."""
    return run.loss / run.baselines[0].test


def _median(runs: Runs) -> float:
    return statistics.median(run.solved_after for run in runs)
