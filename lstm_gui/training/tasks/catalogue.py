"""Every task there is, in one table: what it is called, what it shows, what can be chosen, how it is made.

Titles and sentences are for people: the window translates them (`gui/training/words.py` lists them for
lupdate). A task's module is imported when it is first made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from lstm_gui.training.option import Choice, Option, Value
from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import Data, TaskChoice

FAMILIES = ("forecast", "forecast_many", "language", "diagnostic", "struggle")
Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `home` is "module.function" below tasks/: `function(values, data) -> Task`."""

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


Maker = Callable[[Values, Data | None], Task]

ENTRIES = (
    Entry(
        "adding", "diagnostic", "Adding",
        "Two of many numbers are marked; at the end their sum is asked for, however far apart they stood.",
        "adding.adding", (Option("length", 4, 400, 50),),
    ),
)  # fmt: skip
BY_NAME = {entry.name: entry for entry in ENTRIES}


def made(choice: TaskChoice) -> Task:
    """The task itself. Raises ValueError for a name, a word or data that do not fit."""
    entry = BY_NAME.get(choice.name)
    if entry is None:
        raise ValueError(f"there is no task called {choice.name!r}")
    module, _, name = entry.home.rpartition(".")
    make: Maker = getattr(import_module(f"lstm_gui.training.tasks.{module}"), name)
    return make(entry.values(choice), choice.data)
