"""Reading a file that may be anything: only a regular file, never more than a cap, never a wait."""

import os
import stat
from pathlib import Path

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
    name = shown_name(path)
    try:
        _refuse_irregular(name, os.stat(path).st_mode)
        return _read_regular(path, name, max_bytes)
    except FileNotFoundError:
        raise FileMissing(f"{name} is not there; it may have been moved or deleted.") from None
    except PermissionError:
        raise FileRefused(
            f"{name} may not be read; ask for the right to read it, or copy it elsewhere."
        ) from None
    except OSError as error:
        reason = in_one_line(error.strerror or str(error))
        raise FileRefused(f"{name} cannot be read: {reason}.") from error
    except FileRefused:
        raise
    except ValueError:  # what os.stat says of a NUL or a lone surrogate in a path
        raise FileRefused(f"{name} is not a name that a file can have.") from None


def _read_regular(path: Path, name: str, max_bytes: int) -> bytes:
    # The file may have been exchanged since stat: opening must not wait for the other end of a pipe.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        _refuse_irregular(name, status.st_mode)
        content = b"" if status.st_size > max_bytes else file.read(max_bytes + 1)
        if status.st_size > max_bytes or len(content) > max_bytes:
            raise FileRefused(f"{name} is larger than {size_in_words(max_bytes)}, the most that is read.")
        return content


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
