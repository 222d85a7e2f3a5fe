"""Running free: who knows the rule keeps to the truth; any other network is read as it would read itself."""

import math

import numpy as np
import pytest

from lstm_gui.nets.activation import RELU
from lstm_gui.nets.readout import Readout
from lstm_gui.nets.rnn import Rnn
from lstm_gui.training.free_running import fed_by_itself
from lstm_gui.training.network import Network, NetworkChoice, new_network
from lstm_gui.training.tasks.forecasting.ahead import run_ahead
from lstm_gui.training.tasks.forecasting.forecast import Forecast
from lstm_gui.training.tasks.forecasting.series import Series

TURN = 0.4  # of a wave's phase at each step


def wave(form: str = "values", scale: str = "standard", horizon: int = 1) -> Forecast:
    series = Series("wave", ("a",), 5 + 3 * np.sin(TURN * np.arange(200.0))[:, np.newaxis], ("",))
    return Forecast(series, horizon, 20, form, scale)


def knowing(task: Forecast) -> Network:
    """ẑ − m = 2 cos ω (z_t − m) − (z_{t−1} − m): a wave around m by what it was in the last two steps."""
    W = np.array([[1], [-1], [0], [0]], np.float32)
    U = np.zeros((4, 4), np.float32)
    U[2, 0] = U[3, 1] = 1  # the parts above and below 0 of the step before
    middle = (
        float((5 - task.scaling.shift[0]) / task.scaling.scale[0])
        if task.form == "values"
        else (float(-task.scaling.shift[0] / task.scaling.scale[0]))
    )
    turn = 2 * math.cos(TURN)
    V = np.array([[turn, -turn, -1, 1]], np.float32)
    c = np.array([middle * (2 - turn)], np.float32)
    return Network(Rnn(W, U, np.zeros(4, np.float32), activation=RELU), Readout(V, c))


@pytest.mark.parametrize("scale", ["standard", "min–max", "none"])
@pytest.mark.parametrize("form", ["values", "changes"])
def test_a_network_that_knows_the_rule_keeps_to_the_truth(form: str, scale: str) -> None:
    task = wave(form, scale)
    found = run_ahead(task, knowing(task))
    assert len(found.truth) >= 15
    assert found.starts > 1
    assert found.one_step == pytest.approx(found.truth, abs=1e-3)
    assert found.free == pytest.approx(found.truth, abs=1e-3)
    assert found.error.max() < 1e-3


def test_the_truth_is_the_series_itself() -> None:
    task = wave("changes")
    found = run_ahead(task, knowing(task), 7)
    first = task.probe_steps[found.origin] + 1 + task.scaling.lag
    assert np.array_equal(found.truth, task.series.values[first : first + 7])


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("horizon", [1, 3])
def test_states_carried_are_the_whole_sequence_read_again(layers: int, horizon: int) -> None:
    task = wave(horizon=horizon)
    network = new_network(NetworkChoice(units=5, layers=layers), 1, horizon, 3)
    found = run_ahead(task, network, 9)
    read = task.probe.x[: found.origin + 1]
    answers = []
    for _ in range(9):
        y = network.forward(read).y[-1:, :, :1]
        answers.append(y[0])
        read = np.concatenate([read, y])
    free = task.scaling.unscaled(np.array(answers)[:, 0], task.probe_levels[found.origin])
    assert found.free == pytest.approx(free, abs=1e-5)
    assert found.free[0] == pytest.approx(found.one_step[0])
    assert found.error[0] == pytest.approx(found.one_step_error[0])
    assert found.error.shape == found.one_step_error.shape == (9,)


@pytest.mark.parametrize("form", ["values", "roots", "changes", "growth"])
def test_errors_of_one_series_are_in_its_own_units(form: str) -> None:
    task = wave(form)
    network = new_network(NetworkChoice(units=5), 1, 1, 3)
    found = run_ahead(task, network, 6)
    squares, reading = np.zeros(6), np.zeros(6)
    starts = task.several_starts(6)
    for start in starts:
        x = task.several(6).x[:, starts == start]
        first = start + task.warm_up
        truth = task.levels[first + 1 : first + 7]
        y = network.forward(x).y[task.warm_up :, 0, np.newaxis]
        answers = task.scaling.unscaled(y, task.levels[first : first + 6])[:, 0]
        reading += ((answers - truth) ** 2)[:, 0] / len(starts)
        read, said = x[: task.warm_up + 1], []
        for _ in range(6):
            said.append(network.forward(read).y[-1])
            read = np.concatenate([read, said[-1][np.newaxis]])
        path = task.scaling.unscaled(np.concatenate(said), task.levels[first])
        squares += ((path - truth) ** 2)[:, 0] / len(starts)
    assert found.own_units
    assert found.error == pytest.approx(np.sqrt(squares), rel=1e-4)
    assert found.one_step_error == pytest.approx(np.sqrt(reading), rel=1e-4)


def test_errors_of_several_series_are_in_the_scale_of_the_loss() -> None:
    one = wave()
    both = Series("two", ("a", "b"), np.hstack([one.series.values, 1000 * one.series.values]), ("", ""))
    task = Forecast(both, 1, 20)
    found = run_ahead(task, new_network(NetworkChoice(units=5), 2, 2, 3), 6)
    assert not found.own_units
    assert found.one_step_error.max() < 10  # of a series that goes up to 8000


@pytest.mark.parametrize("asked", [0, 12, 20, 10**6])
def test_it_begins_where_it_is_asked_to_and_goes_on_to_the_end(asked: int) -> None:
    task = wave()
    network = new_network(NetworkChoice(units=5), 1, 1, 3)
    found = run_ahead(task, network, 9, asked)
    first = min(max(asked, task.warm_up), len(task.probe_steps) - 1)
    assert found.origin == first
    assert len(found.free) == len(found.truth) == len(found.one_step) == len(task.probe_steps) - first
    assert np.array_equal(found.truth, task.series.values[task.probe_steps[first:] + 1])
    assert found.free[0] == pytest.approx(found.one_step[0])
    usual = run_ahead(task, network, 9)
    assert np.array_equal(found.error, usual.error)
    if first == usual.origin:
        assert np.array_equal(found.free[:9], usual.free)


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bidirectional_network_is_refused_in_words(layers: int) -> None:
    network = new_network(NetworkChoice(units=2, layers=layers, bidirectional=True), 1, 1, 0)
    with pytest.raises(ValueError, match=r"reads what follows .* choose one direction"):
        run_ahead(wave(), network)


@pytest.mark.parametrize("steps", [0, 1000])
def test_more_steps_than_there_are_are_refused(steps: int) -> None:
    task = wave()
    with pytest.raises(ValueError, match=f"{steps} steps ahead are not to be had"):
        run_ahead(task, knowing(task), steps)


def test_a_network_that_learns_from_its_own_answers_reads_the_warm_up_as_it_was() -> None:
    task = wave()
    network = new_network(NetworkChoice(units=5), 1, 1, 3)
    read = fed_by_itself(task, network, task.validation, None)
    first = task.warm_up + 1
    assert np.array_equal(read[:first], task.validation.x[:first])
    answers = network.forward(read).y
    assert read[first:] == pytest.approx(answers[first - 1 : -1], abs=1e-6)
