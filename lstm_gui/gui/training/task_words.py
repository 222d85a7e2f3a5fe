"""What tasks and their families are called, in the person's language."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.training.tasks.entry import Entry

translate = QCoreApplication.translate


def family_title(family: str) -> str:
    """What a family of tasks is called."""
    return {
        "forecast": translate("Train", "Forecasting one variable"),
        "forecast_many": translate("Train", "Forecasting many variables"),
        "language": translate("Train", "Language"),
        "diagnostic": translate("Train", "Diagnostics"),
        "struggle": translate("Train", "Where it struggles"),
    }[family]


def task_title(entry: Entry) -> str:
    """What a task is called."""
    return _translated(entry.title)


def task_sentence(entry: Entry) -> str:
    """What one sees there."""
    return _translated(entry.shows)


def _translated(text: str) -> str:
    """The table of tasks lies below the window and knows no Qt."""
    return translate("Tasks", text)
