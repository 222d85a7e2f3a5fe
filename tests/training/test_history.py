"""What happened while a person trained is kept as it came: no update is lost, none is told twice."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.training.curve import Curve
from lstm_gui.training.history import GHOSTS, History
from lstm_gui.training.learning import Learning
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import Update, Validation
from lstm_gui.training.task_choice import TaskChoice

PLAN = Plan(TaskChoice("adding"))
SIZES = st.lists(st.integers(0, 700), max_size=6)


def update(step: int, *, every: int = 25) -> Update:
    found = Validation(2.0 / step, 0.5, False) if step % every == 0 else None
    return Update(step, 1.0 / step, 0.1 * step, False, 0.01, found)


def updates(first: int, last: int) -> list[Update]:
    return [update(step) for step in range(first, last + 1)]


@given(SIZES)
def test_a_curve_keeps_every_update_in_its_order(sizes: list[int]) -> None:
    curve, done = Curve(), 0
    for size in sizes:
        curve.add(updates(done + 1, done + size))
        done += size
    assert (len(curve), curve.last_step) == (done, done)
    assert curve.steps.tolist() == list(range(1, done + 1))
    assert curve.losses.tolist() == [1.0 / step for step in range(1, done + 1)]
    assert curve.norms.tolist() == [0.1 * step for step in range(1, done + 1)]
    assert curve.rates.tolist() == [0.01] * done
    validated = list(range(25, done + 1, 25))
    assert curve.validated.tolist() == validated
    assert curve.validation_losses.tolist() == [2.0 / step for step in validated]
    assert curve.scores.tolist() == [0.5] * len(validated)


@given(st.integers(0, 300), st.integers(0, 320))
def test_going_back_divides_a_run_in_two(done: int, step: int) -> None:
    history = History()
    history.add(updates(1, done))
    whole = history.now.steps.tolist()
    history.go_back(step, PLAN)
    later = [each for ghost in history.ghosts for each in ghost.curve.steps.tolist()]
    assert history.now.steps.tolist() + later == whole
    assert all(each <= step for each in (*history.now.steps, *history.now.validated))
    history.add(updates(len(history.now) + 1, len(history.now) + 3))
    assert history.now.last_step == min(step, done) + 3


@given(st.integers(0, 6))
def test_the_newest_runs_before_stay_as_ghosts(runs: int) -> None:
    history = History()
    for number in range(runs):
        history.add(updates(1, number + 1))
        history.begin(PLAN)
    lengths = [len(ghost.curve) for ghost in history.ghosts]
    assert lengths == list(range(1, runs + 1))[-GHOSTS:]
    assert len(history.now) == 0
    history.begin(PLAN)
    assert len(history.ghosts) == len(lengths)
    history.forget_others()
    assert history.ghosts == []


def test_two_changes_between_the_same_updates_are_one_and_back_again_is_none() -> None:
    history, first = History(), Learning()
    second, third = replace(first, batch=8), replace(first, batch=16)
    history.add(updates(1, 10))
    history.mark(first, second)
    history.mark(second, third)
    assert [(mark.step, mark.before, mark.after) for mark in history.marks] == [(10, first, third)]
    history.mark(third, first)
    assert history.marks == []
    history.mark(first, second)
    history.add(updates(11, 20))
    history.mark(second, third)
    assert [mark.step for mark in history.marks] == [10, 20]
    history.go_back(15, replace(PLAN, learning=second))
    assert [mark.step for mark in history.marks] == [10]


def test_what_is_changed_before_going_back_is_marked_where_it_goes_on() -> None:
    history, first = History(), Learning()
    second, third = replace(first, batch=8), replace(first, batch=16)
    history.add(updates(1, 10))
    history.mark(first, second)
    history.add(updates(11, 20))
    history.mark(second, third)
    assert history.learning_at(10, replace(PLAN, learning=third)) == first
    assert history.learning_at(11, replace(PLAN, learning=third)) == second
    history.go_back(5, replace(PLAN, learning=third))
    assert [(mark.step, mark.before, mark.after) for mark in history.marks] == [(5, first, third)]
    history.go_back(5, replace(PLAN, learning=first))
    assert history.marks == []


@pytest.mark.parametrize("bad", [3.0, np.inf, np.nan])
def test_a_run_is_good_until_the_weights_whose_loss_was_above_all_before(bad: float) -> None:
    history = History()
    losses = [2.0, 1.0, 0.5, 0.6, 0.55, bad, 0.4]
    history.add(Update(step, loss, 1.0, False, 0.01, None) for step, loss in enumerate(losses, 1))
    assert history.good_until(3) == 4
    assert history.good_until(5) == 5  # the best is good
    history.go_back(5, PLAN)
    assert history.good_until(3) == 5
    assert History().good_until(0) == 0
