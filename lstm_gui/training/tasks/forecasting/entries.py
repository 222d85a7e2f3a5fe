"""The rows of the table of tasks that stand here."""

from lstm_gui.training.tasks.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
