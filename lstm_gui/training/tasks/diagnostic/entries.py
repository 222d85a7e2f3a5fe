"""The rows of the table of tasks that stand here."""

from lstm_gui.training.option import Option
from lstm_gui.training.tasks.entry import Entry

ENTRIES = (
    Entry(
        "adding", "diagnostic", "Adding",
        "Two of many numbers are marked; at the end their sum is asked for, however far apart they stood.",
        "diagnostic.adding.adding", (Option("length", 4, 400, 50),),
    ),
)  # fmt: skip
