"""The rows of the table of tasks that stand here."""

from lstm_gui.training.option import Option
from lstm_gui.training.tasks.entry import Entry

ENTRIES = (
    Entry(
        "associative_recall", "struggle", "Associative recall",
        "A list of facts is read and one is asked for: the longer the list, the less of it can be told.",
        "struggle.associative_recall.associative_recall", (Option("facts", 2, 12, 3),),
    ),
)  # fmt: skip
