"""A person's own data for `train`: columns of a table, or a text, from a file."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from lstm_gui.cli.report import Refused
from lstm_gui.plain_text import in_one_line
from lstm_gui.training.task_choice import Data, OwnColumns


def data_of(arguments: argparse.Namespace) -> tuple[Data | None, tuple[str, ...]]:
    """What --csv or --text names, and what had to be done to have it. Raises FileRefused and Refused."""
    if arguments.csv is not None:
        return _columns(arguments.csv, arguments.columns)
    if arguments.columns is not None:
        raise Refused("--columns names columns of a table: give its file with --csv.")
    if arguments.text is None:
        return None, ()
    from lstm_gui.training.own_text import read_own_text

    read = read_own_text(arguments.text)
    kept = f"the first {len(read.own.text):,} of {read.characters:,} characters are kept"
    return read.own, ((kept,) if read.cut else ())


def _columns(path: Path, names: str | None) -> tuple[OwnColumns, tuple[str, ...]]:
    """Every column of numbers, or those that are named."""
    from lstm_gui.bounded_file import shown_name
    from lstm_gui.formats.csv_table import read_table
    from lstm_gui.training.own_columns import own_columns

    table, name = read_table(path), shown_name(path)
    places = None if names is None else [_place(table.names, one, name) for one in names.split(",")]
    read = own_columns(table, name, places)
    return read.columns, read.notes


def _place(known: Sequence[str], wanted: str, file: str) -> int:
    """Where a column stands, by its name."""
    found = [place for place, name in enumerate(known) if name.strip() == wanted.strip()]
    if not found:
        told = in_one_line(", ".join(known), 400)
        raise Refused(f'{file} has no column called "{in_one_line(wanted.strip(), 40)}"; it has: {told}.')
    return found[0]
