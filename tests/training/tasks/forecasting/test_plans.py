"""Where a person begins: a plan for every forecast, which learns, and ends by its steps or by patience."""

from dataclasses import replace

import pytest

from lstm_gui.training.run import train
from lstm_gui.training.task_choice import OwnColumns
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.forecasting.entries import ENTRIES
from lstm_gui.training.tasks.forecasting.plans import PLANS, usual_plan


def test_every_forecast_has_a_plan_in_the_order_of_the_table() -> None:
    assert tuple(PLANS) == tuple(entry.name for entry in ENTRIES)
    assert all(not plan.learning.stop_when_solved for plan in PLANS.values())


def test_ones_own_figures_come_into_the_plan() -> None:
    own = OwnColumns("mine.csv", ("a",), tuple((float(t % 9),) for t in range(200)))
    plan = usual_plan("own_column", own)
    assert plan.task.data is own
    assert made(plan.task).input_names == ("a",)


@pytest.mark.parametrize("name", ["sunspots", "co2", "lorenz"])
def test_a_network_is_better_than_no_change_after_some_updates(name: str) -> None:
    plan = usual_plan(name)
    task = made(plan.task)
    plan = replace(plan, learning=replace(plan.learning, steps=200, patience=None))
    *_, (_, last) = train(plan, task)
    assert last.ended == "steps"
    assert last.validation is not None
    assert last.validation.score < 0.5


def test_what_is_no_forecast_has_no_plan_here() -> None:
    with pytest.raises(KeyError):
        usual_plan("adding")
