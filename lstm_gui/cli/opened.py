"""The collection that a command works on."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from lstm_gui.cli.report import Refused
from lstm_gui.folders import data_folder
from lstm_gui.formats.bundled import install_bundled_decks
from lstm_gui.plain_text import in_one_line
from lstm_gui.settings import Settings, load
from lstm_gui.store.collection import Collection, Limits
from lstm_gui.store.errors import Locked


def folder_of(arguments: argparse.Namespace) -> Path:
    """The folder of the collection: --data-dir, or the person's own."""
    chosen: Path | None = arguments.data_dir
    return data_folder() if chosen is None else chosen


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings of the collection's folder; what could not be used in them is told."""
    settings, warning = load(folder_of(arguments))
    _tell(warning)
    return settings


def limits_of(chosen: Settings) -> Limits:
    """How much is asked a day, of all decks together."""
    return Limits(chosen.new_per_day, reviews_per_day=chosen.reviews_per_day or None)


@contextmanager
def opened(arguments: argparse.Namespace, *, to_write: bool = False) -> Iterator[Collection]:
    """The collection while inside, with the bundled decks at its first use.

    While the window has it open it can be read but not written. Raises CollectionError, or Refused where what
    is done here would not be kept: a rating that was reported must be on the disk.
    """
    with _open(folder_of(arguments), to_write) as collection:
        if not collection.on_disk or (to_write and not collection.saving):
            raise Refused(_not_kept(collection))
        _tell(collection.notice)
        install_bundled_decks(collection)
        yield collection


def _open(folder: Path, to_write: bool) -> Collection:
    try:
        return Collection.open(folder)
    except Locked:
        if to_write:
            raise
        return Collection.open(folder, read_only=True)


def _not_kept(collection: Collection) -> str:
    """Why a command ends before it begins; `notice` speaks of a window that goes on."""
    why = collection.obstacle or "The collection cannot be written here."
    return f"{why} Nothing was done, for nothing would be kept."


def _tell(sentence: str) -> None:
    """Say something that a person should know and that stops nothing."""
    if sentence:
        print(f"lstm-gui-cli: {in_one_line(sentence, 1000)}", file=sys.stderr)


def local_now() -> datetime:
    """This moment, with the offset of the person's time zone."""
    return datetime.now().astimezone()
