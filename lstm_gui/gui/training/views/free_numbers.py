"""The numbers of a forecast that runs free, as columns of the table that is copied."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.training.views.look_view import Numbers
from lstm_gui.training.tasks.forecasting.ahead import Ahead

translate = QCoreApplication.translate


def with_free(numbers: Numbers, ahead: Ahead, names: list[str]) -> Numbers:
    """The table with what it says when it runs free, by the `names` of the columns, where it does so; and, in
    the first rows, its errors by distance."""
    free = translate("TrainingViews", "{name}: runs free")
    head = (
        *(free.format(name=name) for name in names),
        translate("TrainingViews", "steps ahead"),
        translate("TrainingViews", "error running free"),
        translate("TrainingViews", "error one step ahead"),
    )
    rows = tuple(
        (*row, *_free(ahead, t, len(names)), *_errors(ahead, t)) for t, row in enumerate(numbers.rows)
    )
    return Numbers((*numbers.head, *head), rows)


def _free(ahead: Ahead, t: int, width: int) -> tuple[str, ...]:
    place = t - ahead.origin
    if not 0 <= place < len(ahead.free):
        return ("",) * width
    return tuple(f"{value:.6g}" for value in ahead.free[place, :width].tolist())


def _errors(ahead: Ahead, t: int) -> tuple[str, str, str]:
    if t >= len(ahead.error):
        return ("", "", "")
    return (str(t + 1), f"{float(ahead.error[t]):.6g}", f"{float(ahead.one_step_error[t]):.6g}")
