"""Free running: what is read after the first step is what was answered, and learning takes it as given."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.optimisers import Adam
from lstm_gui.training.batch import Batch, loss_of
from lstm_gui.training.free_running import fed_by_itself
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import advance, begin, check, train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.diagnostic.adding import Adding

FREE = Learning(Adam(0.01), steps=3, batch=4, feeding="free")
PLAN = Plan(TaskChoice("adding"), learning=FREE)


class Echo(Adding):
    """Adding, whose answer is read as the next value; the marks stay what they are."""

    feeds_back = True

    def fed_back(self, x: FloatArray, y: FloatArray) -> FloatArray:
        """See `Task.fed_back`."""
        return np.concatenate([y, x[:, 1:]], axis=1)


def drawn(task: Adding) -> Batch:
    """The batch of the first update."""
    return task.draw(np.random.default_rng((PLAN.seed, 1, 0)), 4, 0)


def test_every_step_reads_the_answer_of_the_one_before() -> None:
    task = Echo(12)
    network, _ = begin(PLAN, task)
    batch, steps = drawn(task), []
    x = fed_by_itself(task, network, batch, None, lambda: steps.append(1))
    y = network.forward(x).y
    assert np.array_equal(x[0], batch.x[0])
    assert np.array_equal(x[:, :, 1], batch.x[:, :, 1])
    np.testing.assert_allclose(x[1:, :, 0], y[:-1, :, 0], atol=1e-5)
    assert len(steps) == 11
    assert not np.array_equal(batch.x, x)  # what was drawn stays as it was


def test_it_goes_on_from_a_state() -> None:
    task = Echo(12)
    network, _ = begin(PLAN, task)
    state = network.forward(drawn(task).x).trace.final
    assert not np.array_equal(
        fed_by_itself(task, network, drawn(task), state), fed_by_itself(task, network, drawn(task), None)
    )


def test_what_it_read_of_itself_is_a_constant_on_the_way_back() -> None:
    task = Echo(12)
    network, state = begin(PLAN, task)
    batch = drawn(task)
    given = replace(batch, x=fed_by_itself(task, network, batch, None))
    seen = network.forward(given.x)
    loss = loss_of(task.answers, seen.y, given)
    after, update = advance(PLAN, task, network, state)
    assert update.loss == loss.value
    assert update.norm == pytest.approx(np.linalg.norm(network.gradient(seen, loss.d_y)), rel=1e-5)
    assert not np.array_equal(after.vector, state.vector)


def test_a_task_without_a_way_back_reads_the_truth() -> None:
    task, taught = made(PLAN.task), replace(PLAN, learning=replace(FREE, feeding="teacher"))
    assert [update for _, update in train(PLAN, task)] == [update for _, update in train(taught, task)]


def test_what_reads_both_ways_cannot_read_its_own_answers() -> None:
    both = replace(PLAN, network=NetworkChoice(bidirectional=True))
    with pytest.raises(ValueError, match="cannot read its own answers"):
        begin(both, Echo(12))
    check(both, made(PLAN.task))


def test_forecasts_learn_while_they_run_free() -> None:
    choice = TaskChoice("sines")
    updates = [update for _, update in train(replace(PLAN, task=choice), made(choice))]
    assert [update.ended for update in updates] == ["", "", "steps"]
