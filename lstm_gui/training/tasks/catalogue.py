"""Every task there is, in one table, family by family."""

from importlib import import_module

from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.diagnostic.entries import ENTRIES as DIAGNOSTIC
from lstm_gui.training.tasks.entry import Maker
from lstm_gui.training.tasks.forecasting.entries import ENTRIES as FORECASTING
from lstm_gui.training.tasks.language.entries import ENTRIES as LANGUAGE
from lstm_gui.training.tasks.struggle.entries import ENTRIES as STRUGGLE

ENTRIES = (*FORECASTING, *LANGUAGE, *DIAGNOSTIC, *STRUGGLE)
BY_NAME = {entry.name: entry for entry in ENTRIES}


def made(choice: TaskChoice) -> Task:
    """The task itself. Raises ValueError for a name, a word or data that do not fit."""
    entry = BY_NAME.get(choice.name)
    if entry is None:
        raise ValueError(f"there is no task called {choice.name!r}")
    module, _, name = entry.home.rpartition(".")
    make: Maker = getattr(import_module(f"lstm_gui.training.tasks.{module}"), name)
    return make(entry.values(choice), choice.data)
