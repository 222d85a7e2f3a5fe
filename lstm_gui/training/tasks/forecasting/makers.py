"""From what was chosen to a forecast: the makers that the table of tasks names."""

from collections.abc import Callable

import numpy as np

from lstm_gui.training.option import Value
from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import Data, OwnColumns
from lstm_gui.training.tasks.forecasting import made_series, shipped_series
from lstm_gui.training.tasks.forecasting.forecast import Forecast
from lstm_gui.training.tasks.forecasting.series import Series

Values = dict[str, Value]


def sines(values: Values, data: Data | None) -> Task:
    """A mixture of sines with noise."""
    del data
    return forecast(made_series.sines(float(values["noise"])), values)


def lorenz(values: Values, data: Data | None) -> Task:
    """The system of Lorenz, with noise or without."""
    del data
    return forecast(made_series.lorenz(float(values["noise"])), values)


def _shipped(series: Callable[[], Series]) -> Callable[[Values, Data | None], Task]:
    def make(values: Values, data: Data | None) -> Task:
        del data
        return forecast(series(), values)

    return make


sunspots = _shipped(shipped_series.sunspots)
co2 = _shipped(shipped_series.co2)
macro = _shipped(shipped_series.macro)


def own_columns(values: Values, data: Data | None) -> Task:
    """The columns of a person's own table. Raises ValueError, in words for the person, without one."""
    if not isinstance(data, OwnColumns) or not data.rows:
        raise ValueError("There are no numbers of your own yet; choose a CSV file and its columns.")
    series = Series(
        data.name,
        data.columns,
        np.array(data.rows, dtype=np.float64),
        ("",) * len(data.columns),
        data.steps,
        season=int(values["season"]),
    )
    return forecast(series, values)


def own_column(values: Values, data: Data | None) -> Task:
    """One column of a person's own table. Raises ValueError, in words for the person, for more than one."""
    if isinstance(data, OwnColumns) and len(data.columns) != 1:
        raise ValueError(
            f"This task forecasts one column, and {len(data.columns)} are chosen; choose one of them, "
            "or the task of many columns."
        )
    return own_columns(values, data)


def forecast(series: Series, values: Values) -> Forecast:
    """A series read as was chosen."""
    return Forecast(
        series,
        horizon=int(values["horizon"]),
        window=int(values["window"]),
        form=str(values["form"]),
        scale=str(values["scaling"]),
        validation_share=float(values["validation"]) / 100,
        test_share=float(values["test"]) / 100,
    )
