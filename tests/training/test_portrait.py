"""What is told of a checkpoint is enough to run it without its task."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.training.messages import AskPortrait, ToldPortrait
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import portrait_of
from lstm_gui.training.run import begin, validate
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.forecasting.forecast import Forecast
from tests.nets.cells import Array
from tests.training.test_serve import heard, served

FORMED: dict[str, Callable[[Array], Array]] = {
    "values": lambda values: values,
    "roots": np.sqrt,
    "changes": lambda values: np.diff(values),
    "growth": lambda values: 100 * np.diff(np.log(values)),
}


@pytest.mark.parametrize("form", ["values", "roots", "changes", "growth"])
def test_what_is_read_follows_from_the_columns_own_units(form: str) -> None:
    plan = Plan(TaskChoice("macro", (("form", form),)))
    task = made(plan.task)
    assert isinstance(task, Forecast)
    told = portrait_of(plan, task, begin(plan, task)[1])
    assert len(told.units) == told.inputs == len(told.input_names)
    for column, unit in enumerate(told.units):
        values = task.series.values[:, column]
        formed = FORMED[unit.form](values)
        np.testing.assert_allclose((formed - unit.shift) / unit.scale, task.z[:, column])


def test_it_is_judged_on_the_test_set_beside_the_best_without_a_network() -> None:
    plan = Plan(TaskChoice("adding", (("length", 10.0),)))
    task = made(plan.task)
    network, state = begin(plan, task)
    told = portrait_of(plan, task, state)
    assert told.test == validate(task, network, task.test)
    assert told.baseline == task.baselines[-1]
    assert told.units == ()
    assert (told.input_names, told.output_names, told.answers) == (("value", "mark"), ("sum",), "numbers")
    assert told.probe is not None
    np.testing.assert_array_equal(told.probe, task.probe.x[:, 0])


def test_what_only_fills_a_sequence_up_is_not_read() -> None:
    plan = Plan(TaskChoice("adding", (("length", 10.0),)))
    task = made(plan.task)
    _, state = begin(plan, task)
    probe = replace(task.probe, lengths=np.array([4]))
    object.__setattr__(task, "probe", probe)
    told = portrait_of(plan, task, state)
    assert told.probe is not None
    np.testing.assert_array_equal(told.probe, probe.x[:4, 0])


def test_the_training_process_tells_it() -> None:
    plan = Plan(TaskChoice("adding", (("length", 10.0),)))
    task = made(plan.task)
    _, state = begin(plan, task)
    with served() as pipe:
        pipe.send(AskPortrait(plan, state, ticket=3))
        told, _ = heard(pipe, ToldPortrait)
    assert told.ticket == 3
    assert told.portrait.test == portrait_of(plan, task, state).test
