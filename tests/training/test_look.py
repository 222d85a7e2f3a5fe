"""The Look: what it says is what the network computes, for every kind of cell and every shape."""

import pickle
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.graph.kind import EVERY_KIND, LSTM, Kind
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.diagnostics.gradient import state_gradients
from lstm_gui.nets.trace import CellTrace
from lstm_gui.training.batch import Batch, loss_of
from lstm_gui.training.look import Look, answered, look_at
from lstm_gui.training.look_inside import asked_step, cells_of, reach_of
from lstm_gui.training.network import Network, NetworkChoice, new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import begin
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.forecasting.forecast import Forecast

ADDING = TaskChoice("adding", (("length", 10.0),))
SHAPES = [(layers, both) for layers in (1, 2) for both in (False, True)]


def look_of(choice: NetworkChoice) -> Look:
    plan = Plan(ADDING, network=choice)
    task = made(plan.task)
    return look_at(plan, task, begin(plan, task)[1])


def float64_network(choice: NetworkChoice, seed: int = 3) -> tuple[Network, Batch]:
    """A network in double precision, for differences to be exact, and a probe of three inputs."""
    rng = np.random.default_rng(seed)
    network = new_network(choice, 3, 2, seed, np.float64)
    x, target = rng.normal(size=(7, 1, 3)), rng.normal(size=(7, 1, 2))
    return network, Batch(x, target)


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
@pytest.mark.parametrize(("layers", "both"), SHAPES)
def test_it_is_what_the_network_computes(kind: Kind, layers: int, both: bool) -> None:
    choice = NetworkChoice(kind, units=3, layers=layers, bidirectional=both)
    plan = Plan(ADDING, network=choice)
    task = made(plan.task)
    network, state = begin(plan, task)
    look = look_at(plan, task, state)
    run = network.forward(task.probe.x)
    assert np.array_equal(look.y, run.y[:, 0])
    assert len(look.parts) == layers * (2 if both else 1)
    assert look.parts == tuple(part for part, _ in cells_of(network.layer))
    for name, array in look.quantities.items():
        assert np.array_equal(array, run.trace.quantities[name][:, 0])
        assert array.shape[0] == look.steps
    assert look.weights.keys() == network.arrays.keys()
    assert {name.rpartition(".")[0] for name in look.saturation} == {part[:-1] for part in look.parts}
    assert look.input_names == task.input_names


def test_it_crosses_a_pipe() -> None:
    look = look_of(NetworkChoice(units=4))
    again = pickle.loads(pickle.dumps(look))
    assert np.array_equal(again.y, look.y)
    assert again.reach is not None


@given(st.lists(st.floats(-80, 80), min_size=1, max_size=6))
def test_probabilities_lie_within_0_and_1(logits: list[float]) -> None:
    y = np.array([logits], dtype=np.float32)
    shares = answered("classes", y)
    assert shares.sum() == pytest.approx(1, abs=1e-5)
    bits = answered("bits", y)
    for found in (shares, bits):
        assert ((found >= 0) & (found <= 1)).all()
        assert found[0, y[0].argmax()] == found.max()
    assert answered("numbers", y) is y


# How far gradients reach


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
def test_in_a_single_layer_it_is_what_the_diagnostics_find(kind: Kind) -> None:
    network, probe = float64_network(NetworkChoice(kind, units=4))
    run = network.forward(probe.x)
    found = reach_of(network, run, probe, "numbers")
    weights = np.zeros((7, 1))
    weights[-1] = 1
    d_y = loss_of("numbers", run.y, replace(probe, weights=weights)).d_y
    d_output = network.readout.backward(run.trace.output, d_y).x[-1, 0]
    (_, cell), *_ = cells_of(network.layer)
    assert isinstance(run.trace, CellTrace)
    wanted = state_gradients(cell, run.trace, 6, d_output)
    for name, norms in wanted.norms.items():
        np.testing.assert_allclose(found.norms[name], norms, rtol=1e-10, atol=1e-300)


@pytest.mark.parametrize("kind", [LSTM, Kind.of("gru"), Kind.of("rnn")], ids=str)
@settings(max_examples=4, deadline=None)
@given(step=st.integers(0, 6), seed=st.integers(0, 99))
def test_under_another_layer_it_is_the_numerical_difference(kind: Kind, step: int, seed: int) -> None:
    """What is added to h of the lowest layer at one step goes up at once, and on through time."""
    network, probe = float64_network(NetworkChoice(kind, units=3, layers=2), seed)
    run = network.forward(probe.x)
    (_, lower), (_, upper) = cells_of(network.layer)
    reach = reach_of(network, run, probe, "numbers")
    before = lower.forward(probe.x[: step + 1])
    weights = np.zeros((7, 1))
    weights[-1] = 1
    asked = replace(probe, weights=weights)

    def loss(change: FloatArray) -> float:
        h = before.h.copy()
        h[-1, 0] += change
        state = (h[-1], *before.final[1:])
        after = lower.forward(probe.x[step + 1 :], state).h if step < 6 else h[:0]
        y = network.readout.forward(upper.forward(np.concatenate([h, after])).output)
        return loss_of("numbers", y, asked).value

    assert reach.norms["0.h"][step] == pytest.approx(slope(loss, 3), rel=1e-5, abs=1e-9)


@pytest.mark.parametrize("part", ["forward.", "backward."])
@settings(max_examples=6, deadline=None)
@given(step=st.integers(0, 6), seed=st.integers(0, 99))
def test_in_both_directions_it_is_the_numerical_difference(part: str, step: int, seed: int) -> None:
    network, probe = float64_network(NetworkChoice(units=3, bidirectional=True), seed)
    run = network.forward(probe.x)
    reach = reach_of(network, run, probe, "numbers")
    assert reach.target == 3
    cells = dict(cells_of(network.layer))
    x = probe.x if part == "forward." else probe.x[::-1]
    own = step if part == "forward." else 6 - step  # in the time of that direction
    before = cells[part].forward(x[: own + 1])
    weights = np.zeros((7, 1))
    weights[3] = 1
    asked = replace(probe, weights=weights)

    def loss(change: FloatArray) -> float:
        h = before.h.copy()
        h[-1, 0] += change
        state = (h[-1], *before.final[1:])
        after = cells[part].forward(x[own + 1 :], state).h if own < 6 else h[:0]
        whole = np.concatenate([h, after])
        ahead, back = np.split(run.trace.output, [3], axis=2)
        halves = [whole, back] if part == "forward." else [ahead, whole[::-1]]
        return loss_of("numbers", network.readout.forward(np.concatenate(halves, axis=2)), asked).value

    assert reach.norms[f"{part}h"][step] == pytest.approx(slope(loss, 3), rel=1e-5, abs=1e-9)


def slope(loss: Callable[[FloatArray], float], count: int) -> float:
    """The norm of the gradient of a function at zero, by differences."""
    small = 1e-6
    steps = np.eye(count) * small
    return float(np.linalg.norm([(loss(one) - loss(-one)) / (2 * small) for one in steps]))


def test_the_last_step_that_counts_is_asked_within_the_length() -> None:
    network, probe = float64_network(NetworkChoice(units=2))
    assert asked_step(network, probe) == 6
    weights = np.zeros((7, 1))
    assert asked_step(network, replace(probe, weights=weights)) == 6
    weights[[1, 4]] = 1
    assert asked_step(network, replace(probe, weights=weights)) == 4
    assert asked_step(network, replace(probe, weights=weights, lengths=np.array([4]))) == 1
    both, _ = float64_network(NetworkChoice(units=2, bidirectional=True))
    assert asked_step(both, replace(probe, weights=weights)) in (1, 4)


def test_the_distance_is_the_first_step_under_a_share() -> None:
    reach = look_of(NetworkChoice(units=4)).reach
    assert reach is not None
    made_up = replace(
        reach,
        target=3,
        norms={
            "falls": np.array([0.001, 0.5, 0.9, 1.0]),
            "stays": np.array([0.5, 0.6, 0.7, 1.0]),
            "nothing": np.zeros(4),
            "explodes": np.array([np.inf, np.inf, np.inf, np.inf]),
        },
    )
    assert made_up.distance("falls") == 3
    assert made_up.distance("stays") is None
    assert made_up.distance("nothing") == made_up.distance("explodes") == 0
    ahead = replace(reach, target=0, norms={"h": np.array([1.0, 0.2, 0.001])})
    assert ahead.distance("h") == 2


# A forecast, in its own units


@pytest.mark.parametrize("name", ["sunspots", "macro"])
def test_a_forecast_speaks_in_the_units_and_dates_of_its_series(name: str) -> None:
    plan = Plan(TaskChoice(name))
    task = made(plan.task)
    assert isinstance(task, Forecast)
    look = look_at(plan, task, begin(plan, task)[1])
    columns = task.inputs
    after = task.levels[task.probe_steps[0] + 1 :][: look.steps]
    np.testing.assert_allclose(look.target[: len(after), :columns], after, rtol=1e-4)
    assert look.step_names == task.step_names
    assert look.ahead is not None
    np.testing.assert_allclose(look.ahead.free[0], look.y[look.ahead.origin, :columns], rtol=1e-4)


def test_a_network_that_reads_what_follows_runs_no_forecast_ahead() -> None:
    plan = Plan(TaskChoice("sunspots"), network=NetworkChoice(units=2, bidirectional=True))
    task = made(plan.task)
    assert look_at(plan, task, begin(plan, task)[1]).ahead is None
