"""What shows the answer of a card can be run."""

import pytest

from lstm_gui.lessons.experiment import cards, experiment_of
from lstm_gui.training.limits.growth import GROWTHS
from lstm_gui.training.presets.catalogue import BY_NAME as PRESETS
from lstm_gui.training.presets.experiments import plan_of
from lstm_gui.training.run import check
from lstm_gui.training.tasks.catalogue import made


@pytest.mark.parametrize("uid", cards())
def test_every_experiment_can_be_run(uid: str) -> None:
    experiment = experiment_of(uid)
    assert experiment is not None
    if experiment.room in ("learn", "inside"):
        plan = plan_of(experiment)
        check(plan, made(plan.task))
        assert bool(experiment.preset) != bool(experiment.task)
    elif experiment.room == "limits":
        assert experiment.task in GROWTHS
    elif experiment.room == "compare":
        assert experiment.preset in PRESETS
