"""Tables in text files: comma, semicolon, tab or bar between the cells, decimal points or commas."""

import csv
import io
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name
from lstm_gui.foreign import foreign_kind
from lstm_gui.formats.number_layout import LARGEST, has_decimal_comma, number, shown_cell
from lstm_gui.plain_text import in_one_line

MAX_BYTES = 50_000_000
MAX_COLUMNS = 1_000
MAX_LINE = 1_000_000  # characters
KEPT = 10_000  # rows that can be chosen from, fewer where they are wide; those after them are counted
DELIMITERS = ";\t|,"  # in this order: a comma may also be a decimal comma

_SAMPLE = 50  # rows by which the delimiter is known
_REPORT_EVERY = 5_000  # rows
_SHOWN = 40  # characters of a column's name
_KEPT_CELLS = 1_000_000
_PIECE = 1 << 18  # characters
_BLANK = " \t\v\f\r\n\x1c\x1d\x1e\x1f\x85\xa0"

Row = tuple[str, ...]
Notice = Callable[[int, int], None]  # (rows done, rows in all, about); may raise to break off


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a file, as text. Rows count from 1, the row of names included, as a spreadsheet counts."""

    names: tuple[str, ...]  # of the columns; "" where one has none
    rows: tuple[Row, ...]  # at most KEPT, without the row of names
    first: int  # which row of the file rows[0] is: 2 after a row of names, else 1
    count: int  # rows in all, without the row of names
    delimiter: str

    @property
    def last(self) -> int:
        """The last row of the file that can be taken."""
        return self.first + len(self.rows) - 1

    def column_name(self, column: int) -> str:
        """What a column is called: its name, or its number from 1."""
        return self.names[column] or f"{column + 1}"

    def has_decimal_comma(self, column: int) -> bool:
        """Whether the numbers of a column have a decimal comma."""
        cells = [row[column] for row in self.rows if column < len(row)]
        return self.delimiter != "," and has_decimal_comma(cells)

    def numbers(self, column: int, first: int, most: int) -> tuple[float, ...]:
        """At most `most` numbers of a column from row `first` of the file on.

        Raises FileRefused, naming row and column, for what is no number.
        """
        decimal_comma = self.has_decimal_comma(column)
        start = max(0, first - self.first)
        taken = self.rows[start : start + most]
        return tuple(
            self._number(row, column, decimal_comma, self.first + start + n) for n, row in enumerate(taken)
        )

    def _number(self, row: Row, column: int, decimal_comma: bool, place: int) -> float:
        cell = row[column].strip() if column < len(row) else ""
        found = number(cell, decimal_comma=decimal_comma)
        where = f"row {place}, column “{self.column_name(column)}”"
        if not cell:
            raise FileRefused(f"There is nothing in {where}; fill the gap, or begin in a later row.")
        if found is None:
            raise FileRefused(f"{shown_cell(cell)} in {where} is no number; choose other rows or columns.")
        if not math.isfinite(found) or abs(found) > LARGEST:
            raise FileRefused(f"{shown_cell(cell)} in {where} is beyond ±{LARGEST:,.0f}.")
        return found


def read_table(path: Path, notice: Notice = lambda _done, _total: None) -> Table:
    """The table in a file. Raises FileRefused in one sentence for what is no table; counts every row."""
    name = shown_name(path)
    content = read_bounded(path, max_bytes=MAX_BYTES)
    if kind := foreign_kind(content):
        raise FileRefused(f"{name} is {kind}; export it as CSV first.")
    return parse_table(_text(content, name), name, notice)


def parse_table(text: str, name: str, notice: Notice = lambda _done, _total: None) -> Table:
    """The table in a text; `name` is what the text is called in a refusal. Raises FileRefused."""
    delimiter = _delimiter(text)
    kept, count = _all_rows(text, name, delimiter, notice)
    if not kept:
        raise FileRefused(f"{name} is empty; choose a file with a table in it.")
    width = max(map(len, kept))
    named = _are_names(kept[0]) and len(kept) > 1
    names = (*(in_one_line(cell, _SHOWN) for cell in kept[0] if named), *("",) * width)[:width]
    rows = kept[1:] if named else kept
    return Table(names, tuple(rows[:KEPT]), 1 + named, count - named, delimiter)


def _text(content: bytes, name: str) -> str:
    """The text of a file as spreadsheets write it: UTF-8, UTF-16 with its mark, or Western European."""
    utf_16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = content.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    if "\0" in text:
        raise FileRefused(f"{name} is not a text file; choose a CSV file.")
    return text


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(_lines(text), delimiter=delimiter)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, a piece of the text at a time: a copy of all may be four times as large.

    Raises _LineTooLong.
    """
    rest = ""
    for start in range(0, len(text), _PIECE):
        *whole, rest = io.StringIO(rest + text[start : start + _PIECE], newline="")
        yield from whole
        if len(rest) > MAX_LINE:
            raise _LineTooLong
    if rest:
        yield rest


class _LineTooLong(Exception):
    """A line is longer than MAX_LINE."""


def _delimiter(text: str) -> str:
    """The sign that cuts every row of a sample into as many cells, and into more than one."""
    for sign in DELIMITERS:
        try:
            rows = [row for row in islice(_records(text, sign), _SAMPLE) if row]
        except (csv.Error, _LineTooLong):
            continue
        if rows and len({len(row) for row in rows}) == 1 and len(rows[0]) > 1:
            return sign
    return _commonest(text)


def _commonest(text: str) -> str:
    """Where rows are of different lengths: the sign that most rows of the sample hold, or a comma."""
    sample = io.StringIO(text[: _SAMPLE * _PIECE // 16])
    lines = [line for line in islice(sample, _SAMPLE) if line.strip()]
    held = {sign: sum(sign in line for line in lines) for sign in DELIMITERS}
    best = max(DELIMITERS, key=lambda sign: held[sign])
    # One column of decimal commas under a name is no table with commas between its cells.
    bare = all(number(line, decimal_comma=True) is not None for line in lines[1:])
    return ";" if best == "," and bare else best


def _all_rows(text: str, name: str, delimiter: str, notice: Notice) -> tuple[list[Row], int]:
    """The rows that are kept, and how many there are, those at the end that are empty left out."""
    kept: list[Row] = []
    count = number_of = cells = 0
    total, plain = text.count("\n") + 1, '"' not in text
    try:
        for number_of, record in enumerate(_records(text, delimiter), start=1):
            if len(record) > MAX_COLUMNS:
                raise FileRefused(f"{name}, row {number_of}: more than {MAX_COLUMNS:,} columns are not read.")
            if any(cell.strip() for cell in record):
                count = number_of
            if len(kept) <= KEPT and cells <= _KEPT_CELLS:
                cells += len(record)
                kept.append(tuple(record))
            elif plain:
                count = _count(text, delimiter)
                break
            if number_of % _REPORT_EVERY == 0:
                notice(min(number_of, total), total)
    except csv.Error:
        raise FileRefused(
            f"{name}, row {number_of + 1}: a cell there does not end; perhaps it lacks a quotation mark."
        ) from None
    except _LineTooLong:
        raise FileRefused(
            f"{name}, row {number_of + 1}: a line of more than {MAX_LINE:,} characters is not read."
        ) from None
    return kept[:count], count


def _count(text: str, delimiter: str) -> int:
    """How many rows a text without quotation marks has, those at the end that are empty left out."""
    filled = text.rstrip(_BLANK + delimiter)
    ends = filled.count("\n") + filled.count("\r") - filled.count("\r\n")
    return ends + 1 if filled else 0


def _are_names(cells: Sequence[str]) -> bool:
    """Whether a first row holds names of columns: something, and no number."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(number(cell, decimal_comma=True) is None for cell in filled)
