"""One writing process for a collection: a lock that the kernel lets go of when the process dies."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from lstm_gui.store.errors import Locked

FILE_NAME = "collection.lock"

if sys.platform == "win32":  # pragma: no cover - measured on the machines that have it
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _open(path: Path) -> BinaryIO:
    """The lock file, made when missing; never a pipe, at which opening would wait for ever."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOINHERIT", 0)
    descriptor = os.open(path, flags, 0o666)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a file", str(path))
    return os.fdopen(descriptor, "r+b")


class FolderLock:
    """The right to write to the collection of a folder, held until `release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        """Take the lock at once.

        Raises Locked when another holds it, OSError when the folder cannot be written.
        """
        file = _open(folder / FILE_NAME)
        try:
            _take(file)
        except (
            BlockingIOError,
            PermissionError,
        ) as error:  # Windows says "permission denied" for a held lock
            file.close()
            raise Locked(
                "This collection is already open in another LSTM Lab; use that window, or close it."
            ) from error
        except OSError:
            file.close()
            raise
        self._file = file

    def release(self) -> None:
        """Let others write. The file itself stays: removing it could split the lock in two."""
        self._file.close()
