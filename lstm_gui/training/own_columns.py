"""Columns of a person's own table, as numbers to learn from; what had to be done to them is said.

Gaps lie on the straight line between their neighbours, or their rows are left out; rows at the beginning and
the end in which a column has no figure yet, or none any more, are always left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lstm_gui.bounded_file import FileRefused, shown_name
from lstm_gui.formats.csv_table import Notice, Table, read_table
from lstm_gui.formats.number_layout import number, shown_cell
from lstm_gui.training import own_dates
from lstm_gui.training.task_choice import OwnColumns

LEAST_ROWS = 20
MOST_COLUMNS = 32
LARGEST = 1e15  # a number beyond it is no measurement
MOST_GAPS = 0.5  # of a column's rows

_GAP_MARKS = frozenset(
    ("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "–", "—", "?", ".", "...")
)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a table holds, for whoever chooses among them."""

    place: int  # from 0
    name: str
    holds: str  # "numbers", "dates", "text" or "nothing"
    gaps: int  # cells without a figure
    still: bool  # numbers that are the same in every row: there is nothing to forecast


@dataclass(frozen=True, slots=True)
class Chosen:
    """The numbers, and in a sentence each what was done to have them."""

    columns: OwnColumns
    notes: tuple[str, ...]


def columns_of(table: Table) -> tuple[Column, ...]:
    """What each column of a table holds. A row of 1,000,000 cells in all takes about a second."""
    return tuple(_column(table, place) for place in range(len(table.names)))


def read_own_columns(path: Path, notice: Notice = lambda _done, _total: None) -> Chosen:
    """Every column of numbers in a file. Raises FileRefused in one sentence for what cannot be used."""
    return own_columns(read_table(path, notice), shown_name(path))


def own_columns(
    table: Table,
    name: str,
    places: Sequence[int] | None = None,
    dates: int | None = None,
    gaps: str = "line",
) -> Chosen:
    """The columns at some places of a table (every column of numbers, when not given) as numbers.

    `dates` is the place of the column that names the rows, when not given the first that looks so; `gaps` is
    "line" where they are to lie between their neighbours, or "rows" where their rows are left out. Raises
    FileRefused in one sentence that names column and row for what cannot be learnt from.
    """
    notes: list[str] = []
    if len(table.rows) < table.count:
        notes.append(f"Of {table.count:,} rows the first {len(table.rows):,} are read.")
    if places is None:
        taken = _every(columns_of(table), notes)
    else:
        taken = [_column(table, place) for place in dict.fromkeys(places)]
    taken = _moving(taken, name, notes)
    if len(taken) > MOST_COLUMNS:
        raise FileRefused(f"{len(taken)} columns are chosen; choose {MOST_COLUMNS} at most.")
    values = np.column_stack([_numbers(table, column) for column in taken])
    kept = _kept(values, taken, gaps, notes)
    if len(kept) < LEAST_ROWS:
        rows = "1 row" if len(kept) == 1 else f"{len(kept)} rows"
        raise FileRefused(f"{name} has {rows} of numbers; a forecast needs {LEAST_ROWS} at least.")
    values = values[kept]
    for column, numbers in zip(taken, values.T, strict=True):
        _fill(numbers, column, notes)
    kept, steps = _in_time(table, dates, kept, notes)
    if kept[0] > kept[-1]:
        values = values[::-1]
    rows_of = tuple(tuple(float(one) for one in row) for row in values)
    return Chosen(OwnColumns(name, _names(taken), rows_of, steps), tuple(notes))


def _column(table: Table, place: int) -> Column:
    name, filled = _name(table, place), _filled(table, place)
    gaps = len(table.rows) - len(filled)
    if not filled:
        return Column(place, name, "nothing", gaps, still=False)
    if _names_rows(table, place, filled):
        return Column(place, name, "dates", gaps, still=False)
    comma = table.has_decimal_comma(place)
    numbers = [found for cell in filled if (found := number(cell, decimal_comma=comma)) is not None]
    if 2 * len(numbers) < len(filled):
        return Column(place, name, "text", gaps, still=False)
    return Column(place, name, "numbers", gaps, still=len(set(numbers)) == 1)


def _name(table: Table, place: int) -> str:
    return table.names[place] or f"column {place + 1}"


def _names_rows(table: Table, place: int, filled: Sequence[str]) -> bool:
    """Whether a column with these cells says when its rows were."""
    called_so = own_dates.is_called_so(table.names[place]) and filled and number(filled[0]) is not None
    return bool(called_so) or own_dates.are_dates(filled)


def _filled(table: Table, place: int) -> list[str]:
    return [cell for cell in _cells(table, place) if cell]


def _cells(table: Table, place: int) -> list[str]:
    """The cells of a column, "" for whatever marks a gap."""
    cells = (row[place].strip() if place < len(row) else "" for row in table.rows)
    return ["" if cell.casefold() in _GAP_MARKS else cell for cell in cells]


def _every(found: Sequence[Column], notes: list[str]) -> list[Column]:
    """All columns of numbers, as many as may be taken."""
    taken = [column for column in found if column.holds == "numbers"]
    left = [column.name for column in found if column.holds == "text"]
    if left:
        notes.append(f"Columns of text are left out: {_list(left)}.")
    moving = [column for column in taken if not column.still]
    if len(moving) > MOST_COLUMNS:
        notes.append(f"Of {len(moving)} columns of numbers the first {MOST_COLUMNS} are taken.")
        return moving[:MOST_COLUMNS]
    return taken


def _moving(taken: Sequence[Column], name: str, notes: list[str]) -> list[Column]:
    """Those of the columns that change at all."""
    for column in taken:
        if column.holds not in ("numbers", "dates"):
            raise FileRefused(
                f"Column “{column.name}” of {name} holds {column.holds}; choose one of numbers."
            )
    moving = [column for column in taken if not column.still]
    if not taken:
        raise FileRefused(f"{name} has no column of numbers; choose a table that has one.")
    if not moving:
        raise FileRefused(
            f"Column “{taken[0].name}” of {name} is the same in every row, so there is nothing to forecast; "
            "choose another."
        )
    if len(moving) < len(taken):
        still = [column.name for column in taken if column.still]
        notes.append(f"Left out, for they are the same in every row: {_list(still)}.")
    return moving


def _numbers(table: Table, column: Column) -> Numbers:
    """The numbers (N,) of a column, nan where there is a gap."""
    comma = table.has_decimal_comma(column.place)
    cells = _cells(table, column.place)
    return np.array([_number(cell, column, row, comma) for row, cell in enumerate(cells, table.first)])


def _number(cell: str, column: Column, row: int, comma: bool) -> float:
    if not cell:
        return np.nan
    found = number(cell, decimal_comma=comma)
    if found is None:
        raise FileRefused(
            f"{shown_cell(cell)} in row {row}, column “{column.name}” is no number; mend it, empty the cell, "
            "or choose another column."
        )
    if abs(found) > LARGEST:
        raise FileRefused(f"{shown_cell(cell)} in row {row}, column “{column.name}” is beyond ±10¹⁵.")
    return found


def _kept(values: Numbers, taken: Sequence[Column], gaps: str, notes: list[str]) -> NDArray[np.int64]:
    """Which rows are taken: from the first in which every column has begun to the last before one ends."""
    known = ~np.isnan(values)
    for column, filled in zip(taken, known.T, strict=True):
        if filled.mean() < MOST_GAPS:
            raise FileRefused(
                f"Column “{column.name}” has no figure in {column.gaps:,} of {len(filled):,} rows; "
                "choose another, or fill it."
            )
    first, last = known.argmax(axis=0).max(), len(known) - known[::-1].argmax(axis=0).max()
    rows = np.arange(first, max(first, last))
    if len(rows) < len(values):
        notes.append(
            f"Rows at the beginning and the end with a gap are left out: {len(values) - len(rows):,}."
        )
    if gaps == "rows":
        whole = rows[known[rows].all(axis=1)]
        if len(whole) < len(rows):
            notes.append(f"Rows with a gap are left out, as if there were none: {len(rows) - len(whole):,}.")
        return whole
    return rows


def _fill(numbers: Numbers, column: Column, notes: list[str]) -> None:
    """Put what is nan on the straight line between its neighbours, in place; the ends are known."""
    known = ~np.isnan(numbers)
    if known.all():
        return
    at = np.arange(len(numbers))
    numbers[~known] = np.interp(at[~known], at[known], numbers[known])
    gaps = int((~known).sum())
    notes.append(
        f"Gaps in “{column.name}” are put on the straight line between their neighbours: {gaps:,} of "
        f"{len(at):,} rows."
    )


def _in_time(
    table: Table,
    dates: int | None,
    kept: NDArray[np.int64],
    notes: list[str],
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The rows in the order of time, as far as it is known, and what they are called."""
    if dates is None:
        places = range(len(table.names))
        dates = next((place for place in places if _names_rows(table, place, _filled(table, place))), None)
    if dates is None:
        return kept, ()
    cells = _cells(table, dates)
    named = [cells[row] for row in kept]
    way = own_dates.goes(named) if all(named) else ""
    if way == "back":
        notes.append("The newest row stood first; the rows are taken from the oldest on.")
        kept, named = kept[::-1], named[::-1]
    elif not way:
        notes.append(f"The order of “{_name(table, dates)}” is not known; the rows are taken as they stand.")
    return kept, tuple(own_dates.shown(cell) for cell in named)


def _names(taken: Sequence[Column]) -> tuple[str, ...]:
    """The names of columns, each once: the second of a name has its number behind it."""
    names: list[str] = []
    for column in taken:
        names.append(f"{column.name} ({column.place + 1})" if column.name in names else column.name)
    return tuple(names)


def _list(names: Sequence[str], most: int = 8) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown
