"""Forecasts: nothing that is judged is learnt from, and every answer is judged on the same points."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.training.task_choice import OwnColumns, TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME, made
from lstm_gui.training.tasks.forecasting.choices import FORMS, SCALES
from lstm_gui.training.tasks.forecasting.entries import ENTRIES
from lstm_gui.training.tasks.forecasting.forecast import Forecast
from lstm_gui.training.tasks.forecasting.series import Series

ROWS = tuple((float(t % 7), 2.0 + t % 5) for t in range(120))
OWN = OwnColumns("mine.csv", ("a", "b"), ROWS, tuple(f"day {t}" for t in range(120)))
ONE = OwnColumns("mine.csv", ("a",), tuple(row[:1] for row in ROWS))
DATA = {"own_column": ONE, "own_columns": OWN}
NAMES = tuple(entry.name for entry in ENTRIES)


def forecast(name: str, **chosen: float | str) -> Forecast:
    task = made(TaskChoice(name, tuple(sorted(chosen.items())), DATA.get(name)))
    assert isinstance(task, Forecast)
    return task


def walk(form: str = "values", scale: str = "standard", horizon: int = 3) -> Forecast:
    values = 50 + np.random.default_rng(0).standard_normal((200, 2)).cumsum(axis=0)
    series = Series("walk", ("a", "b"), values, ("", ""), tuple(map(str, range(200))))
    return Forecast(series, horizon, 20, form, scale)


@pytest.mark.parametrize("name", NAMES)
def test_a_batch_fits_what_the_task_says_of_itself(name: str) -> None:
    task = forecast(name, horizon=3)
    for batch in (task.draw(np.random.default_rng(0), 5, 0), task.validation, task.test, task.probe):
        steps, size = batch.x.shape[:2]
        assert batch.x.shape == (steps, size, task.inputs)
        assert batch.target.shape == (steps, size, task.outputs)
        assert {batch.x.dtype, batch.target.dtype} == {np.dtype(np.float32)}
        assert batch.weights is None or batch.weights.shape == (steps, size)
    assert len(task.input_names) == task.inputs
    assert len(task.output_names) == task.outputs
    assert len(task.step_names) in (0, len(task.probe.x))
    assert task.probe.size == 1


@pytest.mark.parametrize("name", NAMES)
def test_no_baseline_is_worse_than_the_one_before_it(name: str) -> None:
    baselines = forecast(name).baselines
    losses = [baseline.loss for baseline in baselines]
    assert losses == sorted(losses, reverse=True)
    assert {"persistence", "linear autoregression"} <= {baseline.name for baseline in baselines}
    assert all(np.isfinite([baseline.loss, baseline.test]).all() for baseline in baselines)


def test_carbon_dioxide_is_also_held_against_the_year_before() -> None:
    co2 = {baseline.name: baseline.loss for baseline in forecast("co2").baselines}
    assert co2["seasonal persistence"] < co2["persistence"] / 5


@pytest.mark.parametrize("form", FORMS)
def test_the_same_is_drawn_whatever_follows_the_training_part(form: str) -> None:
    task = walk(form)
    values = task.series.values.copy()
    values[task.split.train + task.scaling.lag :] = 1e6
    other = replace(task, series=replace(task.series, values=values))
    for seed in range(20):
        one, two = (each.draw(np.random.default_rng(seed), 64, 0) for each in (task, other))
        assert np.array_equal(one.x, two.x)
        assert np.array_equal(one.target, two.target)
        assert one.target.max() < 1e3


def test_validation_and_the_looks_on_the_way_see_nothing_of_the_test_part() -> None:
    task = walk("changes")
    values = task.series.values.copy()
    values[task.split.stop + task.scaling.lag :] = -1e6
    other = replace(task, series=replace(task.series, values=values))
    sets = [(each.validation, each.probe, each.several(10)) for each in (task, other)]
    for one, two in zip(*sets, strict=True):
        assert np.array_equal(one.x, two.x)
        assert np.array_equal(one.target, two.target)
    assert task.autoregression.order == other.autoregression.order
    assert np.array_equal(task.autoregression.coefficients, other.autoregression.coefficients)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("scale", SCALES)
def test_targets_are_the_steps_that_follow_in_their_own_units(form: str, scale: str) -> None:
    task = walk(form, scale)
    found = task.unscaled(task.probe.target[:, 0], task.probe_levels)
    lag = task.scaling.lag
    for at, step in enumerate(task.probe_steps):
        wanted = task.series.values[step + lag + 1 : step + lag + 4]
        assert found[at] == pytest.approx(wanted, rel=1e-5)
        assert task.step_names[at] == str(step + lag)


@pytest.mark.parametrize("form", FORMS)
def test_persistence_as_the_answer_scores_1(form: str) -> None:
    task = walk(form)
    persistence = next(one for one in task.baselines if one.name == "persistence")
    unchanged = task.scaling.unchanged
    x = task.validation.x
    held = x if unchanged is None else np.broadcast_to(unchanged.astype(np.float32), x.shape)
    y = np.tile(held, (1, 1, task.horizon))
    assert task.score(y, task.validation).value == pytest.approx(1)
    assert task.loss(y, task.validation) == pytest.approx(persistence.loss, rel=1e-5)
    assert not task.score(task.validation.target, task.validation).solved


def test_persistence_in_changes_is_persistence_in_values() -> None:
    values, changes = walk("values", "none", 1), walk("changes", "none", 1)
    first, second = (
        next(one for one in task.baselines if one.name == "persistence") for task in (values, changes)
    )
    assert second.test == pytest.approx(first.test, rel=0.05)  # the parts differ by a step at most


def test_answers_of_the_next_step_are_what_is_read_there() -> None:
    task = walk()
    y = np.arange(12, dtype=np.float32).reshape(2, 6)
    assert task.fed_back(np.zeros((2, 2), np.float32), y).tolist() == [[0, 1], [6, 7]]
    assert task.output_names == ("a", "b", "a +2", "b +2", "a +3", "b +3")


def test_more_steps_than_the_validation_part_has_are_refused() -> None:
    task = walk()
    assert task.several(task.longest_run).size == 1
    with pytest.raises(ValueError, match="more than the validation part has"):
        task.several(task.longest_run + 1)


def test_tables_of_ones_own_keep_their_names_and_dates() -> None:
    task = forecast("own_columns", season=7)
    assert task.input_names == ("a", "b")
    assert task.step_names[0] == f"day {task.probe_steps[0]}"
    assert task.baselines[-1].loss < 0.01  # it repeats, and that is seen


@pytest.mark.parametrize("name", ["own_column", "own_columns"])
def test_without_a_table_the_words_say_what_to_do(name: str) -> None:
    assert BY_NAME[name].wants == "columns"
    with pytest.raises(ValueError, match="choose a CSV file and its columns"):
        made(TaskChoice(name))


def test_one_column_is_one_column() -> None:
    with pytest.raises(ValueError, match="forecasts one column, and 2 are chosen"):
        made(TaskChoice("own_column", (), OWN))


def test_few_steps_are_all_learnt_from_and_of_many_the_second_halves() -> None:
    few, many = (forecast(name).draw(np.random.default_rng(0), 3, 0).weights for name in ("macro", "sines"))
    assert few is None
    assert many is not None
    assert many[:, 0].tolist() == [0.0] * 32 + [1.0] * 32
