"""A deck from a table: CSV, TSV, or any text with one card a row, with or without Anki's header lines."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.anki.html_text import text_of
from lstm_gui.formats.deck_file import MAX_DESCRIPTION, MAX_NAME
from lstm_gui.formats.gathering import Gathering
from lstm_gui.formats.preview import Preview, TableLook
from lstm_gui.formats.table_columns import Columns, by_names, in_words, mapped, names_columns
from lstm_gui.formats.table_export import COLUMNS, FIRST_COLUMNS, NO_BREAK, unguarded
from lstm_gui.formats.table_head import Head, read_head
from lstm_gui.plain_text import in_one_line, without_hidden
from lstm_gui.quiz.card import Card, Deck

MAX_ROWS = 100_000
MAX_LINE = 130_000  # characters; the standard library reads no longer cells
MAX_COLUMNS = 1_000
MAX_CELLS = 2_000_000  # a cell of one letter takes sixty bytes

_GUESSED = "\t;|,"  # in this order: a comma stands in many a sentence
_CALLED = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas", " ": "spaces", ":": "colons"}
_SAMPLE = 50  # rows
_SHOWN_ROWS, _SHOWN_COLUMNS, _SHOWN_CELL = 4, 40, 60  # characters
_BARE = ("uid", "tags", "scene", "challenge")  # are never HTML: a guid of Anki has any signs

Row = tuple[int, list[str]]  # the line on which it begins, and its cells


@dataclass(frozen=True, slots=True)
class _Table:
    rows: list[Row]
    columns: Columns
    width: int
    guarded: bool  # whether apostrophes were put before what a spreadsheet would carry out


def looks_like_table(text: str) -> bool:
    """Whether a text of unknown kind is a table: Anki's header is there, or every row has the same tabs."""
    if text[:11].lower() == "#separator:":
        return True
    widths = {line.count("\t") for line in text[:20_000].split("\n")[:_SAMPLE][:-1] if line.strip()}
    return len(widths) == 1 and widths != {0}


def read_table(text: str, name: str, deck: str, columns: Sequence[str] = ()) -> Preview:
    """The deck in a table; `deck` is what it is called unless the header says so, `columns` what each column
    holds where the person says so (ROLES, or "-" for a column not to be read).

    Raises FileRefused when the whole cannot be read; a row that is no card is left out, with the reason.
    """
    text = without_hidden(text)
    head = read_head(text, name)
    delimiter = head.separator or _guess(text, head, name)
    rows, plain_quotes = _rows(text, head, delimiter, name)
    table = _understood(rows, head, delimiter, columns)
    if "front" not in table.columns or "back" not in table.columns:
        raise FileRefused(
            f"{name} has no two columns for questions and answers; {_separated(head, delimiter)}."
        )
    deck = in_one_line(head.deck, MAX_NAME) or in_one_line(deck, MAX_NAME) or "Table"
    gathering = Gathering(deck, "table")
    for line, cells in table.rows:
        gathering.take(line, _card(cells, table, head))
    notes = [f"{_separated(head, delimiter).capitalize()}.", in_words(table.columns, table.width)]
    if plain_quotes:
        notes.append("Quotation marks do not pair and were read as they stand.")
    cards, skipped = tuple(gathering.cards), tuple(gathering.skipped)
    if not cards:
        why = f": line {skipped[0].line} {skipped[0].reason}" if skipped else ""
        raise FileRefused(f"{name} has no card{why}; {_separated(head, delimiter)}.")
    read = Deck(deck, cards, head.description[:MAX_DESCRIPTION])
    return Preview(read, skipped, name, tuple(notes), table=_look(table))


def _separated(head: Head, delimiter: str) -> str:
    said = "as the file says" if head.separator else "as it seems"
    return f"its cells are separated by {_CALLED.get(delimiter, delimiter)}, {said}"


def _guess(text: str, head: Head, name: str) -> str:
    """The delimiter by which most of the first rows have the same number of cells."""
    sample = list(islice(_lines(text, name), head.lines, head.lines + _SAMPLE))
    if not any(line.strip() for line in sample):
        raise FileRefused(f"{name} has no rows.")

    def agreement(delimiter: str) -> float:
        widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if row)
        width, count = widths.most_common(1)[0]
        return count / widths.total() if width > 1 else 0.0

    try:
        return max(_GUESSED, key=agreement)
    except csv.Error as error:
        raise FileRefused(f"{name}: {_missing_quote(error)}.") from None


def _rows(text: str, head: Head, delimiter: str, name: str) -> tuple[list[Row], bool]:
    """The rows, and whether their quotation marks had to be read as they stand."""
    try:
        return list(_parsed(text, head, delimiter, name, csv.QUOTE_MINIMAL)), False
    except csv.Error as error:
        if delimiter != "\t":
            raise FileRefused(f"{name}: {_missing_quote(error)}.") from None
    try:
        return list(_parsed(text, head, delimiter, name, csv.QUOTE_NONE)), True
    except csv.Error as error:
        raise FileRefused(f"{name}: {_missing_quote(error)}.") from None


def _missing_quote(error: csv.Error) -> str:
    return f"a cell has no end; look for a quotation mark without its partner ({in_one_line(str(error))})"


def _parsed(text: str, head: Head, delimiter: str, name: str, quoting: int) -> Iterator[Row]:
    lines = islice(_lines(text, name), head.lines, None)
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting, strict=True)  # type: ignore[arg-type]
    before = count = held = 0
    for cells in reader:
        line, before = head.lines + before + 1, reader.line_num
        if len(cells) > MAX_COLUMNS:
            raise FileRefused(f"{name}, line {line}: more than {MAX_COLUMNS} columns stand in one row.")
        if any(cells):
            count, held = count + 1, held + len(cells)
            if count > MAX_ROWS:
                raise FileRefused(f"{name} has more than {MAX_ROWS} rows; split the deck.")
            if held > MAX_CELLS:
                raise FileRefused(f"{name} has more than {MAX_CELLS} cells; leave out columns, or split it.")
            yield line, cells


def _lines(text: str, name: str) -> Iterator[str]:
    start = number = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        number += 1
        if end - start > MAX_LINE:
            raise FileRefused(f"{name}, line {number}: more than {MAX_LINE} characters stand in one line.")
        yield text[start:end]
        start = end


def _understood(rows: list[Row], head: Head, delimiter: str, columns: Sequence[str]) -> _Table:
    first = rows[0][1] if rows else []
    titled = not head.names and names_columns(first)
    named = head.named(delimiter) or (by_names(first) if titled else {})
    chosen = {role: place for place, role in enumerate(columns) if role != "-"}
    width = max((len(cells) for _, cells in rows[:_SAMPLE]), default=0)
    return _Table(
        rows[1:] if titled else rows,
        {role: place for role, place in chosen.items() if place < width}
        if columns
        else mapped(width, named, head.columns),
        width,
        tuple(head.names.split(delimiter)) in (COLUMNS, FIRST_COLUMNS),
    )


def _look(table: _Table) -> TableLook:
    width = min(table.width, _SHOWN_COLUMNS)
    held = {place: role for role, place in table.columns.items()}
    rows = (
        [in_one_line(cell[: 4 * _SHOWN_CELL], _SHOWN_CELL) for cell in [*cells, *[""] * width][:width]]
        for _, cells in table.rows[:_SHOWN_ROWS]
    )
    return TableLook(tuple(held.get(place, "-") for place in range(width)), tuple(map(tuple, rows)))


def _card(cells: list[str], table: _Table, head: Head) -> Card:
    def cell(role: str) -> str:
        place = table.columns.get(role, -1)
        found = cells[place] if 0 <= place < len(cells) else ""
        if table.guarded:
            found = unguarded(found)
        return (text_of(found) if head.html and role not in _BARE else found).strip()

    return Card(
        uid=cell("uid"),
        front=cell("front"),
        back=cell("back"),
        topic=" ".join(cell("topic").split()),
        formula=cell("formula"),
        why=cell("why"),
        tags=tuple(dict.fromkeys((*_tags(cell("tags")), *head.tags))),
        scene=" ".join(cell("scene").split()),
        challenge=" ".join(cell("challenge").split()),
    )


def _tags(text: str) -> list[str]:
    return [tag.replace(NO_BREAK, " ").strip() for tag in re.split(r"[ \t\n]+", text) if tag.strip()]
