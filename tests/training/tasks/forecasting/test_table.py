"""The table of test errors in the README: what stands there of the baselines is what comes out."""

import re
from pathlib import Path

import pytest

from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.forecasting.forecast import Forecast
from tests.benchmarks.forecasts import TASKS, baselines

README = (Path(__file__).parents[4] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TASKS)
def test_the_readme_shows_the_baselines_as_they_are(name: str) -> None:
    task = made(TaskChoice(name))
    assert isinstance(task, Forecast)
    row = re.search(rf"^\| {TASKS[name]} \| ([0-9.]+) \| ([0-9.]+) \|", README, re.MULTILINE)
    assert row is not None
    assert [float(cell) for cell in row.groups()] == pytest.approx(baselines(task), rel=0.01)
