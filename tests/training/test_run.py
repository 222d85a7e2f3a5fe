"""The loop: the same seed is the same run, a checkpoint goes on as if never left, divergence is named."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from lstm_gui.nets.optimisers import Adam, Sgd
from lstm_gui.training.learning import Learning
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import Diverged, train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made

CHOICE = TaskChoice("adding", (("length", 10.0),))
PLAN = Plan(CHOICE, learning=Learning(Adam(0.01), steps=40, batch=8, validate_every=10))


def test_the_same_seed_is_the_same_run_to_the_bit() -> None:
    one, other = (list(train(PLAN, made(CHOICE))) for _ in range(2))
    assert [update for _, update in one] == [update for _, update in other]
    assert np.array_equal(one[-1][0].vector, other[-1][0].vector)


def test_another_seed_is_another_run() -> None:
    task = made(CHOICE)
    assert next(train(PLAN, task))[1] != next(train(replace(PLAN, seed=1), task))[1]


def test_a_run_that_goes_on_from_a_checkpoint_is_the_one_never_interrupted() -> None:
    task = made(CHOICE)
    whole = list(train(PLAN, task))
    middle = next(islice(train(PLAN, task), 16, None))[0]
    rest = list(train(PLAN, task, middle))
    assert [update for _, update in rest] == [update for _, update in whole[17:]]
    assert np.array_equal(rest[-1][0].vector, whole[-1][0].vector)


def test_a_rate_far_too_large_is_named_with_the_checkpoint_before() -> None:
    wild = replace(PLAN, learning=replace(PLAN.learning, optimiser=Sgd(1e30), clipping="none"))
    with pytest.raises(Diverged, match="grew past all bounds at update") as fault:
        list(train(wild, made(CHOICE)))
    assert np.isfinite(fault.value.state.vector).all()
    assert fault.value.state.step == fault.value.step - 1
