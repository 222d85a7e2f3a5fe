"""Medians and bands: whatever the order of runs, with runs under way, ended and diverged."""

import math
import statistics

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from lstm_gui.training.comparison.outcome import Outcome
from lstm_gui.training.comparison.spread import Spread, band, spread

NUMBERS = some.floats(-1e6, 1e6) | some.just(math.inf)


@given(some.lists(some.floats(-1e6, 1e6), min_size=1))
def test_a_spread_is_least_median_and_most(values: list[float]) -> None:
    found = spread(values)
    assert found is not None
    assert (found.low, found.high) == (min(values), max(values))
    assert math.isclose(found.median, statistics.median(values), rel_tol=1e-9, abs_tol=1e-9)


@given(some.lists(NUMBERS, min_size=1), some.randoms())
def test_a_spread_knows_no_order_and_is_never_nan(values: list[float], chance: object) -> None:
    found = spread(values)
    chance.shuffle(values)  # type: ignore[attr-defined]  # random.Random
    assert found == spread(values)
    assert found is not None
    assert found.low <= found.median <= found.high


def test_nothing_has_no_spread() -> None:
    assert spread([]) is None
    assert band([Outcome(0, 0)]) is None


def test_below_means_without_touching() -> None:
    assert Spread(0, 1, 2).below(Spread(3, 4, 5))
    assert not Spread(0, 1, 3).below(Spread(3, 4, 5))


def ended(*curve: tuple[int, float], why: str = "steps", step: int = 0) -> Outcome:
    """A run with the validations of its curve."""
    return Outcome(0, 0, step=step or curve[-1][0], curve=curve, ended=why)


def test_a_run_that_ended_stays_where_it_ended() -> None:
    found = band([ended((10, 0.5), (20, 0.1), why="solved"), ended((10, 0.6), (20, 0.4), (30, 0.3))])
    assert found is not None
    assert found.steps.tolist() == [10, 20, 30]
    assert found.low.tolist() == [0.5, 0.1, 0.1]
    assert found.high.tolist() == [0.6, 0.4, 0.3]


def test_a_run_under_way_counts_as_far_as_it_has_come() -> None:
    found = band([ended((10, 0.5), (20, 0.1), why=""), ended((10, 0.6), (20, 0.4), (30, 0.3))])
    assert found is not None
    assert found.low.tolist() == [0.5, 0.1, 0.3]


def test_a_run_that_diverged_is_infinite_from_there_on() -> None:
    wild = ended((10, 0.5), why="diverged", step=14)
    found = band([wild, ended((10, 0.6), (20, 0.4))])
    assert found is not None
    assert found.high.tolist() == [0.6, math.inf]
    assert found.low.tolist() == [0.5, 0.4]


def test_a_run_that_diverged_before_its_first_validation_counts_too() -> None:
    found = band([Outcome(0, 0, step=3, ended="diverged"), ended((10, 0.6))])
    assert found is not None
    assert np.isinf(found.high).all()


def test_steps_before_the_first_validation_of_all_are_left_out() -> None:
    late = Outcome(0, 0, step=20, curve=((20, 0.2),), ended="lost")
    found = band([late])
    assert found is not None
    assert found.steps.tolist() == [20]
    two = band([late, Outcome(0, 1, step=25, curve=((25, 0.3),), ended="steps")])
    assert two is not None
    assert two.steps.tolist() == [20, 25]


def test_a_run_without_a_validation_adds_nothing() -> None:
    found = band([Outcome(0, 0, step=3), ended((10, 0.6))])
    assert found is not None
    assert found.low.tolist() == found.high.tolist() == [0.6]


CURVES = some.lists(some.floats(1e-6, 1e6), max_size=8)
RUNS = some.lists(
    some.tuples(some.sampled_from(["", "steps", "solved", "lost", "diverged"]), CURVES), max_size=6
)


@given(RUNS)
def test_a_band_is_the_spread_at_each_step_of_what_each_run_had_reached(
    runs: list[tuple[str, list[float]]],
) -> None:
    outcomes = [
        Outcome(
            0, 0, 10 * len(losses) + 5, tuple((10 * n + 10, loss) for n, loss in enumerate(losses)), None, why
        )
        for why, losses in runs
    ]
    found = band(outcomes)
    longest = max((len(losses) for _, losses in runs), default=0)
    expected = [spread([at for run in runs if (at := reached(*run, n)) is not None]) for n in range(longest)]
    known = [(10 * n + 10, one) for n, one in enumerate(expected) if one is not None]
    told = [] if found is None else zip(found.steps, found.low, found.median, found.high, strict=True)
    assert [(step, Spread(*map(float, row))) for step, *row in told] == known


def reached(why: str, losses: list[float], place: int) -> float | None:
    """What a run counts as at a validation: as the text of `band` says it."""
    if place < len(losses):
        return losses[place]
    if why == "diverged":
        return math.inf
    return losses[-1] if losses and why in ("steps", "solved") else None
