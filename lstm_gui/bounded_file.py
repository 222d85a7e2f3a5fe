"""Reading a file that may be anything: only a regular file, never more than a cap, never a wait."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lstm_gui.plain_text import in_one_line


class FileRefused(ValueError):
    """A file that is not taken. The message is one plain sentence: what, where in the file, what to do."""


class FileMissing(FileRefused):
    """There is no file of that name."""


def shown_name(path: Path) -> str:
    """The name of a file as it may stand in a sentence."""
    return in_one_line(path.name) or in_one_line(str(path))


def read_bounded(path: Path, *, max_bytes: int) -> bytes:
    """The content of a regular file of at most `max_bytes` bytes.

    Raises FileMissing when there is none, and FileRefused for all else: a folder, a pipe or device (without
    waiting for it), an unreadable file, one too long.
    """
    with open_bounded(path, max_bytes=max_bytes) as file:
        content = file.read(max_bytes + 1)
        _refuse_long(shown_name(path), len(content), max_bytes)  # it may have grown since it was opened
        return content


@contextmanager
def open_bounded(path: Path, *, max_bytes: int) -> Iterator[IO[bytes]]:
    """The same file while inside, for what is not read whole; what goes wrong inside is told the same way."""
    name = shown_name(path)
    try:
        _refuse_irregular(name, _mode(path, name))
        with _opened(path) as file:
            status = os.fstat(file.fileno())
            _refuse_irregular(name, status.st_mode)
            _refuse_long(name, status.st_size, max_bytes)
            yield file
    except FileNotFoundError:
        raise FileMissing(f"{name} is not there; it may have been moved or deleted.") from None
    except PermissionError:
        raise FileRefused(
            f"{name} may not be read; ask for the right to read it, or copy it elsewhere."
        ) from None
    except OSError as error:
        reason = in_one_line(error.strerror or str(error))
        raise FileRefused(f"{name} cannot be read: {reason}.") from error


def _mode(path: Path, name: str) -> int:
    try:
        return os.stat(path).st_mode
    except ValueError:  # what os.stat says of a NUL or a lone surrogate in a path
        raise FileRefused(f"{name} is not a name that a file can have.") from None


def _opened(path: Path) -> IO[bytes]:
    # The file may have been exchanged since stat: opening must not wait for the other end of a pipe.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return open(os.open(path, flags), "rb")


def _refuse_long(name: str, size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise FileRefused(f"{name} is larger than {size_in_words(max_bytes)}, the most that is read.")


def _refuse_irregular(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise FileRefused(f"{name} is a folder; choose a file in it.")
    if not stat.S_ISREG(mode):
        raise FileRefused(f"{name} is a device or a pipe, not a file.")


def size_in_words(size: int) -> str:
    """A number of bytes as people write it: "16 MB", "500 kB", "12 bytes"."""
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if size >= unit:
            return f"{size / unit:.4g} {name}"
    return f"{size} bytes"
