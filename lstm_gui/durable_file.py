"""Replacing a file so that a full disk or a pulled plug leaves the old content or the new, never a part."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

_PIECE = 1 << 18  # bytes


def write_durably(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put `content`, whole or in pieces, in the file at `path`; on return it is on the disk.

    A link is followed, and the permissions of a file already there are kept. Raises OSError and leaves the
    old file as it was when anything fails, or when it is no file but a folder, a pipe or a device.
    """
    target = Path(os.path.realpath(path))
    _refuse_irregular(target)
    temporary = _beside(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        try:
            _keep_permissions(target, temporary)
            _write_all(descriptor, content)
        finally:
            os.close(descriptor)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def ensure_writable(path: Path) -> None:
    """Raise the OSError that would come of writing the file, as far as it can be known; leaves nothing."""
    target = Path(os.path.realpath(path))
    _refuse_irregular(target)
    temporary = _beside(target)
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    temporary.unlink()


def _beside(target: Path) -> Path:
    """A name that no file has, in the same folder."""
    return target.parent / f".lstm-lab-{os.urandom(8).hex()}.tmp"


def _refuse_irregular(target: Path) -> None:
    """A pipe or a device would be replaced, /dev/null for everybody on the machine."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "not a file that can be replaced", str(target))


def _keep_permissions(target: Path, temporary: Path) -> None:
    if target.is_file():
        os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))


def _write_all(descriptor: int, content: bytes | Iterable[bytes]) -> None:
    size = 0
    for piece in (content,) if isinstance(content, bytes) else _gathered(content):
        _write(descriptor, piece)
        size += len(piece)
    os.fsync(descriptor)
    # A file system that takes the bytes and drops them must not cost the old file.
    if os.fstat(descriptor).st_size != size:
        raise OSError(errno.EIO, "the file came out shorter than what was written")


def _write(descriptor: int, piece: bytes) -> None:
    rest = memoryview(piece)
    while rest:
        written = os.write(descriptor, rest)
        if written <= 0:
            raise OSError(errno.EIO, "nothing could be written")
        rest = rest[written:]


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces of a size that is worth a call of the system."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= _PIECE:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


def sync_folder(folder: Path) -> None:
    """Make the new name durable, where folders can be opened (not on Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems cannot sync a folder; the content itself is safe by now.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
