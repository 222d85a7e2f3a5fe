"""The rows of the table of tasks that stand here."""

from lstm_gui.training.option import Choice, Option
from lstm_gui.training.tasks.entry import Entry
from lstm_gui.training.tasks.forecasting.choices import FORMS, LEAST_WINDOW, SCALES


def _options(window: int, form: str, *more: Option, scale: str = "standard") -> tuple[Option | Choice, ...]:
    """What every forecast lets one choose; `form` and `scale` are the usual ones. Shares are in per cent."""
    return (
        Option("horizon", 1, 24, 1),
        Option("window", LEAST_WINDOW, 400, window),
        Choice("form", _first(form, FORMS)),
        Choice("scaling", _first(scale, SCALES)),
        *more,
        Option("validation", 5, 40, 20),
        Option("test", 5, 40, 20),
    )


def _first(usual: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return (usual, *(word for word in words if word != usual))


def _noise(usual: float) -> Option:
    return Option("noise", 0, 1, usual, whole=False)


SEASON = Option("season", 0, 400, 0)  # steps; 0: none

ENTRIES = (
    Entry(
        "sines", "forecast", "Sines with noise",
        "Three waves whose periods never meet, under noise: a linear forecast is hard to beat here, "
        "which is why one always looks at a baseline.",
        "forecasting.makers.sines", _options(64, "values", _noise(0.2)),
    ),
    Entry(
        "sunspots", "forecast", "Sunspots by year",
        "Three centuries of sunspots: a cycle of about 11 years that is never twice the same, and "
        "rises faster than it falls.",
        "forecasting.makers.sunspots", _options(24, "roots", scale="min–max"),
    ),
    Entry(
        "co2", "forecast", "Carbon dioxide by month",
        "The air on Mauna Loa: a yearly breath on a rising line. Read as changes, so that the test part, "
        "which lies higher than anything learnt from, looks like the rest.",
        "forecasting.makers.co2", _options(48, "changes"),
    ),
    Entry(
        "own_column", "forecast", "A column of your own",
        "One column of your own table, row after row, beside the same baselines.",
        "forecasting.makers.own_column", _options(32, "values", SEASON), wants="columns",
    ),
    Entry(
        "lorenz", "forecast_many", "The system of Lorenz",
        "Three variables in chaos: one step ahead is easy, and running free every forecast leaves the truth "
        "after some time, however well it learnt.",
        "forecasting.makers.lorenz", _options(50, "values", _noise(0)),
    ),
    Entry(
        "macro", "forecast_many", "The US economy by quarter",
        "Six series over fifty years, read as growth: few figures and much noise, where a network seldom "
        "does better than a straight line.",
        "forecasting.makers.macro", _options(12, "growth"),
    ),
    Entry(
        "own_columns", "forecast_many", "Columns of your own",
        "Several columns of your own table, each forecast from all of them.",
        "forecasting.makers.own_columns", _options(32, "values", SEASON), wants="columns",
    ),
)  # fmt: skip
