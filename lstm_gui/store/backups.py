"""Backups of the collection: made by SQLite's own copying, verified, thinned out, and restored.

The functions open connections of their own, so that they may run on any thread beside the open collection.
"""

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from lstm_gui.durable_file import sync_folder
from lstm_gui.store import examine, schema
from lstm_gui.store.connection import connect_to_read
from lstm_gui.store.errors import Damaged, NotSaved, not_saved
from lstm_gui.store.lock import FolderLock
from lstm_gui.store.retention import expendable

FILE_NAME = "collection.sqlite3"
BACKUP_FOLDER = "backups"
EVERY = timedelta(minutes=30)
_SUFFIX = Path(FILE_NAME).suffix
_STAMP = "%Y%m%dT%H%M%S.%fZ"
_SPARE_BYTES = 16 * 2**20  # a backup must not take the last space, which the ratings need


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the collection as it was at a time."""

    path: Path
    at: datetime  # UTC


def backups(folder: Path) -> list[Backup]:
    """The backups of a collection's folder, the newest first."""
    found = []
    for path in (folder / BACKUP_FOLDER).glob(f"collection-*{_SUFFIX}"):
        stamp = path.stem.removeprefix("collection-")
        try:
            found.append(Backup(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)))
        except ValueError:
            continue  # a file of the person's own: not ours to list, nor to remove
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def newest_good(folder: Path) -> Backup | None:
    """The newest backup that is sound."""
    return next((backup for backup in backups(folder) if is_good(backup.path)), None)


def is_good(path: Path) -> bool:
    """Whether a backup can be restored: every page is sound, and its schema is one we know."""
    try:
        return not examine.damage(path, immutable=True) and schema_version(path) > 0
    except (sqlite3.Error, OSError):
        return False


def schema_version(path: Path) -> int:
    """How many migrations a backup has seen."""
    connection = connect_to_read(path, immutable=True)
    try:
        return schema.version(connection)
    finally:
        connection.close()


def state(connection: sqlite3.Connection) -> tuple[int, ...]:
    """What tells one state of a collection from an older one: how far its logs have come."""
    row = connection.execute(
        "SELECT coalesce((SELECT max(id) FROM event), 0), coalesce((SELECT max(id) FROM import), 0), "
        "coalesce((SELECT max(id) FROM edit), 0), (SELECT count(*) FROM edit WHERE undone = 1)"
    ).fetchone()
    return tuple(row)


def has_changed(connection: sqlite3.Connection, folder: Path) -> bool:
    """Whether the collection holds anything that its newest backup does not."""
    newest = next(iter(backups(folder)), None)
    now = state(connection)
    if newest is None:
        return any(now)
    try:
        backup = connect_to_read(newest.path, immutable=True)
        try:
            return state(backup) != now
        finally:
            backup.close()
    except sqlite3.Error:
        return True  # a backup that cannot be read is as good as none


def due(connection: sqlite3.Connection, folder: Path, now: datetime) -> bool:
    """Whether something changed since the newest backup, and that is half an hour old."""
    newest = next(iter(backups(folder)), None)
    # A backup from the future was made by a wrong clock: it says nothing about when the next is due.
    recent = newest is not None and timedelta(0) <= now - newest.at < EVERY
    return not recent and has_changed(connection, folder)


def back_up(folder: Path, now: datetime) -> Backup:
    """Copy the collection of a folder as it is now, verify the copy, and thin out older ones.

    Raises NotSaved when there is no space or the folder cannot be written, Damaged when the copy is not
    sound.
    """
    backup = _next_backup(folder, now)
    target = backup.path
    try:
        target.parent.mkdir(exist_ok=True)
        _need_space(folder / FILE_NAME)
        with _verified_copy(folder / FILE_NAME, target) as part:
            _put(part, target)
        _thin_out(folder, now)
    except (sqlite3.Error, OSError) as error:
        raise not_saved(error) from error
    return backup


def copy_to(folder: Path, target: Path) -> None:
    """Put a verified copy of the collection of a folder at `target`: all of it in one file, to be restored.

    Raises NotSaved when it could not be written, Damaged when the copy is not sound; what was at `target` is
    then as it was.
    """
    source = folder / FILE_NAME
    if not examine.has_content(source):
        raise NotSaved("There is no collection on the disk to be copied.")
    try:
        with (
            TemporaryDirectory(prefix=".lstm-lab-", dir=target.parent) as beside,
            _verified_copy(source, Path(beside) / target.name) as part,
        ):
            _put(part, target)
    except (sqlite3.Error, OSError) as error:
        raise not_saved(error) from error


def take_over(connection: sqlite3.Connection, unsaved: sqlite3.Connection, began: tuple[int, ...]) -> bool:
    """Put all of a collection in memory in the place of one whose state still is that which it began with."""
    try:
        if state(connection) != began:
            return False
        unsaved.backup(connection)
    except sqlite3.Error as error:
        raise not_saved(error) from error
    return True


def _next_backup(folder: Path, now: datetime) -> Backup:
    """A backup that is not there yet: one that is must never be written over, whatever the clock says."""
    at = now.astimezone(UTC)
    while (path := folder / BACKUP_FOLDER / f"collection-{at.strftime(_STAMP)}{_SUFFIX}").exists():
        at += timedelta(microseconds=1)
    return Backup(path, at)


def restore(folder: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the collection, which must be closed; where the replaced one is kept.

    None when there was none. Raises Locked while the collection is open, Damaged when the backup is not
    sound, NotSaved when it could not be written; in each case the collection stays as it is.
    """
    lock = FolderLock(folder)
    try:
        if not is_good(backup):
            raise Damaged(f"The backup {backup.name} is damaged; choose another.")
        if not examine.is_made_by_us(backup):
            raise Damaged(f"{backup.name} would change by itself what is saved in it; choose another.")
        with _verified_copy(backup, folder / FILE_NAME, immutable=True) as part:
            kept = _keep_the_present(folder, now)
            _put(part, folder / FILE_NAME)
    except (sqlite3.Error, OSError) as error:
        raise not_saved(error) from error
    finally:
        lock.release()
    return kept


def _keep_the_present(folder: Path, now: datetime) -> Path | None:
    """A backup of the collection, or, if it is damaged, the file itself moved aside."""
    path = folder / FILE_NAME
    if not examine.has_content(path):
        if examine.has_content(examine.wal_of(path)):
            examine.set_aside(path, now)  # SQLite would replay it into what takes the file's place
        return None
    examine.roll_back(path)
    if examine.damage(path):
        return examine.set_aside(path, now)
    kept = back_up(folder, now).path
    _finish_wal(path)
    return kept


def _finish_wal(path: Path) -> None:
    """Move what is committed into the file: a WAL left behind would be replayed into what takes its place."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


@contextmanager
def _verified_copy(source: Path, target: Path, *, immutable: bool = False) -> Iterator[Path]:
    """A sound, durable copy of a database in the folder of `target`; gone afterwards unless put to use."""
    ours = f".{os.getpid()}.part"
    for left in target.parent.glob(".collection*.part"):
        if not left.name.endswith(ours):
            left.unlink(missing_ok=True)  # by a process that was killed: the lock lets no other one live
    # An import backs up on its own thread while the clock's backup is made on another.
    part = target.with_name(f".{target.name}.{threading.get_ident()}{ours}")
    part.unlink(missing_ok=True)
    try:
        _copy_pages(source, part, immutable)
        complaint = examine.damage(part, immutable=True)
        if complaint:
            raise Damaged(f"The collection is damaged ({complaint}); restore a backup.")
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        yield part
    finally:
        part.unlink(missing_ok=True)


def _put(part: Path, target: Path) -> None:
    """Put a copy in the place of a file, in one step that outlives a loss of power."""
    os.replace(part, target)
    sync_folder(target.parent)


def _copy_pages(source: Path, part: Path, immutable: bool) -> None:
    reader = connect_to_read(source, immutable=immutable)
    try:
        writer = sqlite3.connect(part, isolation_level=None)
        try:
            # Nobody reads the copy before it is verified and synced, so it needs no journal of its own.
            writer.execute("PRAGMA journal_mode = OFF")
            writer.execute("PRAGMA synchronous = OFF")
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
        finally:
            writer.close()
    finally:
        reader.close()


def _need_space(path: Path) -> None:
    need = 2 * (path.stat().st_size + _size(examine.wal_of(path))) + _SPARE_BYTES
    if shutil.disk_usage(path.parent).free < need:
        raise NotSaved(
            f"The disk has less than {need // 2**20} MB free, too little for a backup; free some space."
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _thin_out(folder: Path, now: datetime) -> None:
    present = backups(folder)
    remove = expendable([backup.at for backup in present], now)
    for backup in present:
        if backup.at in remove:
            backup.path.unlink(missing_ok=True)
