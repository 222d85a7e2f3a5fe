"""The errors of a forecast that runs free, in words, and its numbers as columns of the table to copy."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.training.views.look_view import Numbers
from lstm_gui.gui.training.views.plot_paint import short_number
from lstm_gui.training.tasks.forecasting.ahead import Ahead

translate = QCoreApplication.translate


def errors_name(ahead: Ahead) -> str:
    """What the chart of the errors shows, and in which units."""
    words = (
        translate("TrainingViews", "RMSE by steps ahead, own units, {starts} starts")
        if ahead.own_units
        else translate("TrainingViews", "RMSE by steps ahead, scale of the loss, {starts} starts")
    )
    return words.format(starts=ahead.starts)


def free_words(step: int, ahead: Ahead) -> str:
    """How far off it is one step ahead and running free, both in the same units."""
    words = (
        translate(
            "TrainingViews",
            "At update {step} it is off by {off} one step ahead; running free on its own answers, by "
            "{far} after {n} steps (RMSE, in the series’ own units).",
        )
        if ahead.own_units
        else translate(
            "TrainingViews",
            "At update {step} it is off by {off} one step ahead; running free on its own answers, by "
            "{far} after {n} steps (RMSE, in the scale of the loss).",
        )
    )
    near, far = float(np.sqrt(np.mean(ahead.one_step_error**2))), float(ahead.error[-1])
    off, far_off = short_number(near, near or 1.0), short_number(far, far or 1.0)
    return words.format(step=count_words(step), off=off, far=far_off, n=len(ahead.error))


def with_free(numbers: Numbers, ahead: Ahead, names: list[str]) -> Numbers:
    """The table with what it says when it runs free, by the `names` of the columns, where it does so; and, in
    the first rows, its errors by distance."""
    free = translate("TrainingViews", "{name}: runs free")
    head = (
        *(free.format(name=name) for name in names),
        translate("TrainingViews", "steps ahead"),
        *_error_names(ahead),
    )
    rows = tuple(
        (*row, *_free(ahead, t, len(names)), *_errors(ahead, t)) for t, row in enumerate(numbers.rows)
    )
    return Numbers((*numbers.head, *head), rows)


def _error_names(ahead: Ahead) -> tuple[str, str]:
    if ahead.own_units:
        return (
            translate("TrainingViews", "RMSE running free (own units)"),
            translate("TrainingViews", "RMSE one step ahead (own units)"),
        )
    return (
        translate("TrainingViews", "RMSE running free (scale of the loss)"),
        translate("TrainingViews", "RMSE one step ahead (scale of the loss)"),
    )


def _free(ahead: Ahead, t: int, width: int) -> tuple[str, ...]:
    place = t - ahead.origin
    if not 0 <= place < len(ahead.free):
        return ("",) * width
    return tuple(f"{value:.6g}" for value in ahead.free[place, :width].tolist())


def _errors(ahead: Ahead, t: int) -> tuple[str, str, str]:
    if t >= len(ahead.error):
        return ("", "", "")
    return (str(t + 1), f"{float(ahead.error[t]):.6g}", f"{float(ahead.one_step_error[t]):.6g}")
