"""The table of a comparison, as it is read and as it leaves in a file."""

import math

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.statistics.picture import Cell, Table
from lstm_gui.training.comparison.comparison import Comparison
from lstm_gui.training.comparison.spread import Spread
from lstm_gui.training.comparison.summary import Row, summary

translate = QCoreApplication.translate

FILE_HEAD = (
    *("setting", "parameters", "runs", "finished", "diverged", "solved"),
    *("solved_after_median", "solved_after_low", "solved_after_high"),
    *("test_loss_median", "test_loss_low", "test_loss_high"),
    *("test_score_median", "test_score_low", "test_score_high"),
    *("seconds_median", "seconds_low", "seconds_high"),
)


def table_of(comparison: Comparison) -> Table:
    """A row for each setting; a spread is "median (least – most)"."""
    rows = summary(comparison)
    head = (
        translate("TrainCompare", "Setting"),
        translate("TrainCompare", "Parameters"),
        translate("TrainCompare", "Test loss (spread)"),
        translate("TrainCompare", "Score (spread)"),
        translate("TrainCompare", "Solved"),
        translate("TrainCompare", "Solved after"),
        translate("TrainCompare", "Seconds a run"),
    )
    return Table(head, tuple(_words(row) for row in rows), tuple(_cells(row) for row in rows), FILE_HEAD)


def _words(row: Row) -> tuple[str, ...]:
    words = translate("TrainCompare", "{solved} of {runs}") if row.finished else "–"
    solved = words.format(solved=row.solved, runs=row.finished)
    if row.diverged:
        solved += translate("TrainCompare", ", {count} diverged").format(count=row.diverged)
    return (
        row.name,
        str(row.parameters) if row.parameters else "–",
        spread_words(row.loss),
        spread_words(row.score),
        solved,
        spread_words(row.solved_after, "{:.0f}"),
        spread_words(row.seconds, "{:.1f}"),
    )


def spread_words(spread: Spread | None, layout: str = "{:.3g}") -> str:
    """ "0.12 (0.1 – 0.3)"; a dash where there is nothing yet."""
    if spread is None:
        return "–"
    low, median, high = (_number(value, layout) for value in (spread.low, spread.median, spread.high))
    return median if low == high else f"{median} ({low} – {high})"


def _number(value: float, layout: str) -> str:
    return layout.format(value).replace("-", "−") if math.isfinite(value) else "∞"


def _cells(row: Row) -> tuple[Cell, ...]:
    counts: tuple[Cell, ...] = (row.name, row.parameters, row.runs, row.finished, row.diverged, row.solved)
    spreads = (row.solved_after, row.loss, row.score, row.seconds)
    return counts + tuple(cell for spread in spreads for cell in _spread_cells(spread))


def _spread_cells(spread: Spread | None) -> tuple[Cell, ...]:
    """Median, least and most; nothing for what is infinite, which no spreadsheet knows."""
    if spread is None:
        return (None, None, None)
    values = (spread.median, spread.low, spread.high)
    return tuple(value if math.isfinite(value) else None for value in values)
