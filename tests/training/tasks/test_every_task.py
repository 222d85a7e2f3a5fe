"""What holds for every task of the table whose sequences are drawn by a rule."""

import numpy as np
import pytest

from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import ENTRIES, made
from lstm_gui.training.tasks.drawn import Drawn

FAMILIES = ("diagnostic", "struggle")
NAMES = (*(entry.name for entry in ENTRIES if entry.family in FAMILIES), "negation", "brackets")


@pytest.fixture(params=NAMES)
def task(request: pytest.FixtureRequest) -> Task:
    found = made(TaskChoice(request.param))
    assert isinstance(found, Task)
    return found


def test_a_batch_fits_what_the_task_says_of_itself(task: Task) -> None:
    batch = task.draw(np.random.default_rng(0), 5, 0)
    T = len(batch.x)
    assert batch.x.dtype == np.float32
    assert batch.x.shape == (T, 5, task.inputs)
    assert batch.target.shape == ((T, 5) if task.answers == "classes" else (T, 5, task.outputs))
    assert np.isfinite(task.loss(np.zeros((T, 5, task.outputs), np.float32), batch))


def test_the_same_generator_gives_the_same_batch(task: Task) -> None:
    one, other, third = (task.draw(np.random.default_rng(seed), 4, 0) for seed in (3, 3, 4))
    assert np.array_equal(one.x, other.x)
    assert np.array_equal(one.target, other.target)
    assert one.x.shape != third.x.shape or not np.array_equal(one.x, third.x)


@pytest.mark.parametrize("name", NAMES)
def test_the_fixed_sets_are_the_same_whenever_a_task_is_made(name: str) -> None:
    one, other = made(TaskChoice(name)), made(TaskChoice(name))
    for fixed in ("validation", "test", "probe"):
        assert np.array_equal(getattr(one, fixed).x, getattr(other, fixed).x)


def test_names_fit_the_probe(task: Task) -> None:
    assert task.probe.size == 1
    assert task.probe.lengths is None or task.probe.lengths.tolist() == [len(task.probe.x)]
    assert len(task.step_names) in (0, len(task.probe.x))
    assert len(task.input_names) in (0, task.inputs)
    assert len(task.output_names) in (0, task.outputs)


def test_the_best_baseline_stands_last_and_none_is_solved_by_guessing(task: Task) -> None:
    losses = [baseline.loss for baseline in task.baselines]
    assert losses
    assert losses[-1] == min(losses)
    assert all(np.isfinite([baseline.loss, baseline.test]).all() for baseline in task.baselines)
    y = np.zeros((*task.validation.x.shape[:2], task.outputs), np.float32)
    assert not task.score(y, task.validation).solved


def test_true_answers_are_solved_and_beat_every_baseline(task: Task) -> None:
    batch = task.validation
    y = np.eye(task.outputs)[batch.target] if task.answers == "classes" else batch.target
    y = (y if task.answers == "numbers" else 20 * y - 10).astype(np.float32)
    assert task.score(y, batch).solved
    assert task.loss(y, batch) < 0.01 * task.baselines[-1].loss


def test_parts_of_drawn_sequences_share_none(task: Task) -> None:
    assert isinstance(task, Drawn) or task.draw(np.random.default_rng(0), 2, 0).size == 2
    judged = {bytes(task.validation.x[:, place]) for place in range(task.validation.size)}
    tested = {bytes(task.test.x[:, place]) for place in range(task.test.size)}
    learnt = task.draw(np.random.default_rng((0, 1, 0)), 200, 0)
    read = {bytes(learnt.x[:, place]) for place in range(200)}
    assert not judged & tested
    assert not judged & read
    assert not tested & read
