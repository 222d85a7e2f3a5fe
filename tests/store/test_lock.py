"""One writer for a collection."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from lstm_gui.store import lock
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Locked
from lstm_gui.store.lock import FILE_NAME, FolderLock
from tests.store.study import NOW

# Holds the lock until it is killed; says so by a line.
HOLDER = """
import sys, signal, pathlib
from lstm_gui.store.lock import FolderLock
lock = FolderLock(pathlib.Path(sys.argv[1]))
print("held", flush=True)
signal.pause()
"""


def test_a_second_writer_is_told_to_use_the_first(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW), pytest.raises(Locked, match="already open"):
        Collection.open(tmp_path, now=NOW)
    Collection.open(tmp_path, now=NOW).close()


def test_the_lock_goes_with_the_process_that_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Locked):
            FolderLock(tmp_path)
        holder.kill()
        holder.wait()
    FolderLock(tmp_path).release()
    assert (tmp_path / FILE_NAME).exists()  # removing it could give two processes a lock each


def test_a_pipe_in_the_place_of_the_lock_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    with pytest.raises(OSError, match="not a file"):
        FolderLock(tmp_path)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert not collection.saving


def test_a_file_system_without_locks_is_no_other_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: BinaryIO) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_take", refuse)
    with pytest.raises(OSError, match="No locks available"):
        FolderLock(tmp_path)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert "No locks available" in collection.notice
        assert not collection.saving
