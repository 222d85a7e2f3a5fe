"""Where a person begins: a plan for every forecast, which learns, and ends by its steps or by patience."""

from dataclasses import replace

import pytest

from lstm_gui.training.run import train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.forecasting.entries import ENTRIES
from lstm_gui.training.tasks.forecasting.plans import FORECASTS
from lstm_gui.training.tasks.usual import usual_plan


def test_every_forecast_has_its_settings_in_the_order_of_the_table() -> None:
    assert tuple(FORECASTS) == tuple(entry.name for entry in ENTRIES)
    assert all(not learning.stop_when_solved for _, learning in FORECASTS.values())
    plan = usual_plan(TaskChoice("co2"), 4)
    assert (plan.network, plan.learning, plan.seed) == (*FORECASTS["co2"], 4)


@pytest.mark.parametrize("name", ["sunspots", "co2", "lorenz"])
def test_a_network_is_better_than_no_change_after_some_updates(name: str) -> None:
    plan = usual_plan(TaskChoice(name))
    task = made(plan.task)
    plan = replace(plan, learning=replace(plan.learning, steps=200, patience=None))
    *_, (_, last) = train(plan, task)
    assert last.ended == "steps"
    assert last.validation is not None
    assert last.validation.score < 0.5


def test_chaos_is_forecast_far_better_than_by_a_line() -> None:
    plan = usual_plan(TaskChoice("lorenz"))
    task = made(plan.task)
    *_, (_, last) = train(replace(plan, learning=replace(plan.learning, steps=600)), task)
    assert last.validation is not None
    assert last.validation.loss < task.baselines[-1].loss / 100
