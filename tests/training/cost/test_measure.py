"""What is measured: shapes, bytes and seconds of a real update."""

import numpy as np
import pytest

from lstm_gui.graph.kind import Kind
from lstm_gui.training.batch import LOSSES
from lstm_gui.training.cost import measure
from lstm_gui.training.cost.measure import Noise, held_bytes, measured, usual_length
from lstm_gui.training.cost.operations import multiply_adds
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice, new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made

PLAN = Plan(TaskChoice("adding", (("length", 12.0),)), NetworkChoice(units=3), Learning(batch=4))


@pytest.fixture(autouse=True)
def _briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "LASTS", 0.0)


def test_an_update_is_measured_at_any_size() -> None:
    found = measured(PLAN, made(PLAN.task), units=5, length=7)
    assert (found.units, found.length, found.batch) == (5, 7, 4)
    assert found.seconds > 0
    assert found.parameters == new_network(NetworkChoice(units=5), 2, 1, 0).count
    assert found.multiply_adds == 3 * 7 * 4 * multiply_adds(NetworkChoice(units=5), 2, 1)


def test_bytes_grow_with_the_length_and_nothing_is_counted_twice() -> None:
    network = new_network(NetworkChoice(Kind.of("lstm", variant="FGR"), 3), 2, 1, 0)
    short, long = (held_bytes(network.forward(np.ones((T, 4, 2), np.float32)).trace) for T in (10, 20))
    assert 1.8 < long / short < 2.2
    x = np.ones((3, 4), np.float32)
    assert held_bytes((x, x[1:], (x.T,))) == x.nbytes


@pytest.mark.parametrize("answers", LOSSES)
def test_noise_has_the_shape_of_every_kind_of_answer(answers: str) -> None:
    noise = Noise((5, 4, 3), 2, answers)
    batch = noise.draw(np.random.default_rng(0), 4, 0)
    y = np.zeros((5, 4, 2), np.float32)
    assert noise.loss(y, batch) > 0
    assert not noise.score(y, batch).solved
    assert noise.baselines == ()
    assert noise.test.size == noise.probe.size == batch.size == 4


def test_a_network_of_both_directions_is_measured_too() -> None:
    plan = Plan(PLAN.task, NetworkChoice(units=2, layers=2, bidirectional=True), PLAN.learning)
    assert (
        measured(plan, made(plan.task), 2, 6).trace_bytes > measured(PLAN, made(plan.task), 2, 6).trace_bytes
    )


def test_the_length_of_a_task_is_that_of_its_probe() -> None:
    assert usual_length(made(PLAN.task)) == 12
