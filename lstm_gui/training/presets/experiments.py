"""From what shows the answer of a card to what is run."""

from lstm_gui.lessons.experiment import Experiment
from lstm_gui.training.plan import Plan
from lstm_gui.training.presets.catalogue import BY_NAME as PRESETS
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.usual import usual_plan


def plan_of(experiment: Experiment) -> Plan:
    """The plan of the setting of a preset, or the usual one of a task, with the first seed.

    Raises KeyError where there is no preset or setting of that name.
    """
    if not experiment.preset:
        return usual_plan(TaskChoice(experiment.task))
    plans = {setting.name: setting.plan for setting in PRESETS[experiment.preset].settings}
    return plans[experiment.setting]
