"""The verdict on a run is what the words of a goal say, and the step blamed is where it failed."""

import math

import numpy as np
import pytest
from hypothesis import given, settings

from lstm_gui.lessons.goal import After, AllOf, Always, AnyOf, Compare, Eventually, Goal, Last, Not
from lstm_gui.simulator.graded.verdict import Arrays, Verdict, verdict
from tests.lessons.goals import Runs, goals, holds, runs

HIGH = Compare("h", 0, ">", 0.5)
LOW = Compare("h", 0, "<", -0.5)
ASKED = Compare("x", 0, ">", 0.9)


def arrays_of(run: Runs) -> Arrays:
    return {name: np.array(values)[:, np.newaxis] for name, values in run.items()}


def judged(goal: Goal, h: list[float], x: list[float] | None = None) -> Verdict:
    return verdict(goal, arrays_of({"h": h, "x": x or [0.0] * len(h)}))


@given(goals, runs)
@settings(max_examples=300)
def test_a_goal_is_reached_where_its_words_are_true(goal: Goal, run: Runs) -> None:
    found = verdict(goal, arrays_of(run))
    assert found.reached == holds(goal, run, 0)
    assert (found.step == 0) == found.reached
    assert 0 <= found.step <= len(run["h"])
    assert found.off >= 0


@given(goals, runs)
def test_what_fails_is_mended_by_moving_every_number_by_more_than_it_is_off(goal: Goal, run: Runs) -> None:
    found = verdict(goal, arrays_of(run))
    if not found.reached and math.isfinite(found.off):
        looser = _loosened(goal, found.off + 1e-9)
        assert verdict(looser, arrays_of(run)).reached


def _loosened(goal: Goal, by: float, up: bool = True) -> Goal:
    """The goal with every comparison easier by that much, harder where it stands under a "not"."""
    match goal:
        case Compare(name, unit, sign, than):
            return Compare(name, unit, sign, than + (by if up == sign.startswith("<") else -by))
        case AllOf(parts) | AnyOf(parts):
            return type(goal)(tuple(_loosened(part, by, up) for part in parts))
        case Not(part):
            return Not(_loosened(part, by, not up))
        case Always(part) | Eventually(part) | Last(part):
            return type(goal)(_loosened(part, by, up))
        case After(start, kept, until, steps):
            free = None if until is None else _loosened(until, by, up)
            return After(_loosened(start, by, not up), _loosened(kept, by, up), free, steps)


@pytest.mark.parametrize(
    ("goal", "h", "step", "off"),
    [
        (Always(HIGH), [1, 0.25, 0], 2, 0.5),
        (Eventually(HIGH), [0, 0.25, 0], 3, 0.25),
        (Last(HIGH), [1, 1, 0.25], 3, 0.25),
        (Not(Eventually(HIGH)), [0, 0.75, 0], 2, 0.25),
        (Not(Always(HIGH)), [1, 0.75], 2, 0.25),
        (AllOf((Always(HIGH), Last(LOW))), [1, 0, 0], 2, 0.5),
        (AnyOf((Last(HIGH), Always(LOW))), [0, 0, 0], 3, 0.5),
        (Not(AllOf((HIGH, Last(HIGH)))), [1, 0, 0.75], 3, 0.25),
        (After(ASKED, HIGH), [0, 1, 1, 0.25], 4, 0.25),
        (After(ASKED, HIGH, steps=1), [0, 0.25, 0], 2, 0.25),
        (Not(After(ASKED, HIGH)), [0, 0.75, 1], 3, 0.25),
    ],
)
def test_the_step_blamed_is_the_first_that_decided(goal: Goal, h: list[float], step: int, off: float) -> None:
    assert judged(goal, h, [1.0] + [0.0] * (len(h) - 1)) == Verdict(False, step, off)


def test_what_ends_the_duty_is_free_itself() -> None:
    until = After(ASKED, HIGH, until=LOW)
    assert judged(until, [0, 1, -1, 0], [1, 0, 0, 0]).reached
    assert judged(until, [0, 1, 0, -1], [1, 0, 0, 0]).step == 3


def test_an_input_counts_as_given_and_not_as_something_to_be_moved() -> None:
    assert judged(Always(ASKED), [0.0], [0.0]).off == math.inf
    assert judged(AnyOf((ASKED, HIGH)), [0.0], [0.89]).off == 0.5
