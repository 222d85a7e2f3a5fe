"""A table of numbers as a CSV file: numbers stay numbers, and no text becomes a formula of a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from lstm_gui.formats.table_export import guarded

Cell = str | int | float | None


def write_numbers(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with commas between the cells; a number with every digit it has, nothing for None."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (head, *rows):
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode()
