"""A row of the table of tasks."""

from collections.abc import Callable
from dataclasses import dataclass

from lstm_gui.training.option import Choice, Option, Value
from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import Data, TaskChoice

FAMILIES = ("forecast", "forecast_many", "language", "diagnostic", "struggle")
Values = dict[str, Value]
Maker = Callable[[Values, Data | None], Task]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `home` is "module.function" below tasks/, a `Maker`: imported when the task is first made.

    Titles and sentences are for people: gui/training/translation.py lists them for translators.
    """

    name: str
    family: str  # one of FAMILIES
    title: str
    shows: str  # a sentence: what one sees here
    home: str
    options: tuple[Option | Choice, ...] = ()
    wants: str = ""  # "columns" or "text" where a person's own data is needed

    def values(self, choice: TaskChoice) -> Values:
        """Every option: what was chosen, or what is usual. Raises ValueError for a word that there is not."""
        chosen = choice.values
        return {option.name: option.hold(chosen.get(option.name, option.usual)) for option in self.options}
