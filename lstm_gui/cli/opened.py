"""The collection that a command works on."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from lstm_gui.folders import data_folder
from lstm_gui.formats.bundled import install_bundled_decks
from lstm_gui.plain_text import in_one_line
from lstm_gui.store.collection import Collection


def folder_of(arguments: argparse.Namespace) -> Path:
    """The folder of the collection: --data-dir, or the person's own."""
    chosen: Path | None = arguments.data_dir
    return data_folder() if chosen is None else chosen


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Collection]:
    """The collection while inside, with the bundled decks at its first use. Raises CollectionError."""
    collection = Collection.open(folder_of(arguments))
    try:
        if collection.notice:
            print(f"lstm-gui-cli: {in_one_line(collection.notice, 1000)}", file=sys.stderr)
        install_bundled_decks(collection)
        yield collection
    finally:
        collection.close()


def local_now() -> datetime:
    """This moment, with the offset of the person's time zone."""
    return datetime.now().astimezone()
