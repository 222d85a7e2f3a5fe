"""Numbers that a person typed or pasted, in whatever layout they came: a line, a column, a table, a list.

What stands between numbers: spaces, tabs, line ends, semicolons, commas, brackets. A comma is a decimal comma
where the text cannot be read otherwise: where semicolons or tabs part the numbers, or where each comma stands
between two digits, at most one to a number, and no number has a point.
"""

import math
import re
from collections.abc import Sequence

from lstm_gui.bounded_file import FileRefused
from lstm_gui.plain_text import in_one_line, without_hidden

MAX_CHARACTERS = 200_000
LARGEST = 1e6

_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]{1,9})?", re.IGNORECASE)
_BETWEEN_DIGITS = re.compile("[0-9],[0-9]")
_BRACKETS = str.maketrans("[](){}\xa0\u202f", "        ")
_SIGNS = str.maketrans("−–", "--")
_SHOWN = 20  # characters of a cell that is refused

Place = tuple[int, int, str]  # row and column, from 1, and what stands there


def numbers_in(text: str, most: int) -> tuple[float, ...]:
    """The numbers of a text in the order of reading. Raises FileRefused, naming row and column."""
    if len(text) > MAX_CHARACTERS:
        raise FileRefused(f"This text is longer than {MAX_CHARACTERS:,} characters; take a part of it.")
    places = _places(text)
    decimal_comma = has_decimal_comma([cell for _, _, cell in places])
    found = tuple(_number_at(place, decimal_comma) for place in places)
    if not found:
        raise FileRefused("There is no number in this text; copy some numbers first.")
    if len(found) > most:
        raise FileRefused(f"These are {len(found):,} numbers; a sequence has {most} steps at most.")
    return found


def number(cell: str, *, decimal_comma: bool = False) -> float | None:
    """The number that a cell holds, or None. Infinity where it is huge."""
    plain = cell.strip().translate(_SIGNS)
    if decimal_comma and "." not in plain:
        plain = plain.replace(",", ".", 1)
    return float(plain) if _NUMBER.fullmatch(plain) else None


def has_decimal_comma(cells: Sequence[str]) -> bool:
    """Whether some cell is a number if its comma is a decimal comma, and none has a point."""
    return any("," in cell for cell in cells) and not any("." in cell for cell in cells)


def shown_cell(cell: str) -> str:
    """What stands in a cell, fit for a sentence."""
    return f"“{in_one_line(cell, _SHOWN)}”"


def _number_at(place: Place, decimal_comma: bool) -> float:
    row, column, cell = place
    found = number(cell, decimal_comma=decimal_comma)
    if found is None:
        words = (
            f"{shown_cell(cell)} in row {row}, column {column} is no number" if cell else _gap(row, column)
        )
        raise FileRefused(f"{words}; put a number there.")
    if not math.isfinite(found) or abs(found) > LARGEST:
        raise FileRefused(f"{shown_cell(cell)} in row {row}, column {column} is beyond ±{LARGEST:,.0f}.")
    return found


def _gap(row: int, column: int) -> str:
    return f"There is nothing in row {row}, column {column}"


def _places(text: str) -> list[Place]:
    """Every cell with its place; a row that is empty counts and holds none."""
    lines = without_hidden(text.replace("\r\n", "\n").replace("\r", "\n")).translate(_BRACKETS).split("\n")
    separator = _separator([line for line in lines if line.strip()])
    return [
        (row, column, cell)
        for row, line in enumerate(lines, start=1)
        for column, cell in enumerate(_cells(line, separator), start=1)
    ]


def _separator(filled: list[str]) -> str:
    """What parts the numbers of a line: ";", a tab, ",", or a space for any room."""
    for sign in ";\t":
        if any(sign in line.strip() for line in filled):
            return sign
    tokens = [token for line in filled for token in line.split()]
    if not any("," in token for token in tokens) or _are_decimals(tokens):
        return " "
    return ","


def _are_decimals(tokens: list[str]) -> bool:
    """Whether all are numbers if a comma between two digits is a decimal comma."""
    numbers = all(number(token, decimal_comma=True) is not None for token in tokens)
    return numbers and all("," not in token or _BETWEEN_DIGITS.search(token) for token in tokens)


def _cells(line: str, separator: str) -> list[str]:
    """The cells of a line. A separator at its end parts nothing; one beside another leaves a gap."""
    if separator == " ":
        return line.split()
    parts = [part.strip() for part in line.split(separator)]
    while parts and not parts[-1]:
        parts.pop()
    return parts
