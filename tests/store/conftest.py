"""Collections for the tests of the store."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """A collection that holds the deck "Gates" of six cards."""
    with Collection.open(tmp_path / "home", now=NOW) as opened:
        opened.import_deck(deck(), NOW)
        yield opened


@pytest.fixture
def read_only_home() -> Iterator[tuple[Path, Callable[[], None]]]:
    """A folder, and what makes it read-only: for the superuser, who may write anywhere, being somebody else.

    It does not lie in tmp_path, whose parents nobody else may enter.
    """
    with tempfile.TemporaryDirectory(prefix="lstm-lab-read-only-") as name, _restored(Path(name)) as seal:
        yield Path(name), seal


@contextmanager
def _restored(folder: Path) -> Iterator[Callable[[], None]]:
    superuser = os.geteuid() == 0

    def seal() -> None:
        for path in folder.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        folder.chmod(0o555)
        if superuser:
            os.seteuid(65_534)

    try:
        yield seal
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(0o755)
