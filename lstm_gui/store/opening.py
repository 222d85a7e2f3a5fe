"""Opening the collection whatever state its folder is in: new, old, newer, damaged, full or read-only."""

import shutil
import sqlite3
import tempfile
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from lstm_gui.store import backups, examine, schema, strange_code
from lstm_gui.store.backups import FILE_NAME, Backup
from lstm_gui.store.connection import connect, connect_in_memory, connect_to_read
from lstm_gui.store.errors import CollectionError, Lost, blame, is_damage, unreadable
from lstm_gui.store.lock import FolderLock

# A larger collection would keep the window waiting: `backup_if_due` makes its backup, once the window stands.
BACKED_UP_AT_OPENING_BYTES = 16 * 2**20


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, and what a person has to know about it."""

    connection: sqlite3.Connection
    notice: str = ""
    obstacle: str = ""  # what keeps the collection from being saved, where somebody wanted to write
    read_only: bool = False
    on_disk: bool = True  # False: in memory, gone when it is closed
    restorable: Backup | None = None  # offered when the collection was damaged or gone
    closing: ExitStack = field(default_factory=ExitStack)  # the lock, temporary copies


def open_to_write(folder: Path, now: datetime, *, start_anew: bool) -> Opened:
    """Open or create the collection of a folder; when it cannot be written, open it to read, or in memory.

    Raises Locked when another process has it open for writing, Lost when it is damaged or gone and not to be
    started anew.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder)
    except OSError as error:
        return open_to_read(folder, blame(error))
    with ExitStack() as closing:
        closing.callback(lock.release)
        try:
            opened = _open_or_begin_again(folder, now, start_anew)
        except Lost:
            raise
        except (OSError, sqlite3.Error) as error:
            return open_to_read(folder, blame(error))
        except CollectionError as error:
            return open_to_read(folder, str(error))
        if opened.read_only:
            return opened
        closing.push(opened.closing)  # on top of the lock, which is let go last
        return replace(opened, closing=closing.pop_all())


def open_to_read(folder: Path, why: str = "") -> Opened:
    """Open the collection of a folder without writing to it; with none there, an empty one in memory.

    `why` says in a sentence why it is not opened to write. Raises CollectionError when it cannot be read.
    """
    path = folder / FILE_NAME
    examine.must_be_a_file(path)
    if not examine.has_content(path):
        return _in_memory(why)
    try:
        with ExitStack() as closing:
            connection = _reader(path, closing)
            if schema.version(connection) < schema.SCHEMA_VERSION:
                return _in_memory(why, connection)
            notice = f"{why} Your cards can be read, but ratings cannot be saved." if why else ""
            return Opened(connection, notice, why, read_only=True, closing=closing.pop_all())
    except sqlite3.Error as error:
        raise unreadable(error) from error


def _open_or_begin_again(folder: Path, now: datetime, start_anew: bool) -> Opened:
    """Open the collection to write, the lock being ours; a damaged one is set aside first, or Lost raised."""
    path = folder / FILE_NAME
    examine.must_be_a_file(path)
    examine.roll_back(path)
    complaint = examine.damage_at_opening(path) if examine.has_content(path) else ""
    if not complaint:
        notice, restorable = _if_gone(path, now, start_anew)
        try:
            return _open(folder, now, notice, restorable)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            complaint = examine.said_of(error)  # too large for the quick look to have seen it
    if not start_anew:
        raise _lost(folder, f"The collection in {folder} is damaged ({complaint})")
    aside = examine.set_aside(path, now)
    offer, restorable = _offer(folder, now)
    return _open(
        folder, now, f"The collection was damaged ({complaint}) and is kept as {aside}. {offer}", restorable
    )


def _open(folder: Path, now: datetime, notice: str, restorable: Backup | None) -> Opened:
    path = folder / FILE_NAME
    with ExitStack() as closing:
        connection = connect(path)
        closing.callback(connection.close)
        version = schema.version(connection)
        if version > schema.SCHEMA_VERSION:
            closing.close()
            return open_to_read(
                folder, "This collection was made by a newer LSTM Lab; update this one to go on rating."
            )
        if 0 < version < schema.SCHEMA_VERSION:
            backups.back_up(folder, now)
        schema.migrate(connection)
        notice = f"{notice} {strange_code.take_out(connection)}".strip()
        small = path.stat().st_size <= BACKED_UP_AT_OPENING_BYTES
        # Not at every start: a script that rates a hundred cards starts a hundred times.
        if small and backups.due(connection, folder, now):
            notice = f"{notice} {_back_up(folder, now)}".strip()
        return Opened(connection, notice, restorable=restorable, closing=closing.pop_all())


def _if_gone(path: Path, now: datetime, start_anew: bool) -> tuple[str, Backup | None]:
    """The notice and the offer when there are backups, but nothing that they are backups of; or Lost."""
    if examine.has_content(path) or not backups.backups(path.parent):
        return "", None
    if not start_anew:
        raise _lost(path.parent, f"The collection is gone from {path.parent}")
    offer, restorable = _offer(path.parent, now)
    return f"The collection was gone from its folder. {offer}", restorable


def _lost(folder: Path, what: str) -> Lost:
    restorable = backups.newest_good(folder)
    backup = f", or put its backup {restorable.path} in its place" if restorable else ""
    return Lost(f"{what}; nothing was changed: open the window of LSTM Lab to begin again{backup}.")


def _offer(folder: Path, now: datetime) -> tuple[str, Backup | None]:
    restorable = backups.newest_good(folder)
    if restorable is None:
        return "There is no backup; an empty collection was started.", None
    when = restorable.at.astimezone(now.tzinfo)
    return f"An empty one was started; the backup of {when:%d %B %Y, %H:%M} can be restored.", restorable


def _back_up(folder: Path, now: datetime) -> str:
    try:
        backups.back_up(folder, now)
    except CollectionError as error:
        return f"There is no new backup. {error}"
    return ""


def _reader(path: Path, closing: ExitStack) -> sqlite3.Connection:
    """A connection that reads even where nothing may be written.

    SQLite wants to write an index beside the file. Where it cannot, a file without a WAL is complete, and is
    read as one that nothing changes; one with a WAL is copied to where an index can be written.
    """
    with suppress(sqlite3.OperationalError):  # damage is a DatabaseError, and goes on
        return _first_look(connect_to_read(path), closing)
    wal = examine.wal_of(path)
    if not examine.has_content(wal):
        return _first_look(connect_to_read(path, immutable=True), closing)
    copy = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="lstm-lab-"))) / path.name
    shutil.copyfile(path, copy)
    shutil.copyfile(wal, examine.wal_of(copy))
    return _first_look(connect_to_read(copy), closing)


def _first_look(connection: sqlite3.Connection, closing: ExitStack) -> sqlite3.Connection:
    """The same connection, to be closed with the others, after a look: opening alone reads nothing."""
    closing.callback(connection.close)
    schema.version(connection)
    return connection


def _in_memory(why: str, older: sqlite3.Connection | None = None) -> Opened:
    """A collection in memory: empty, or a copy of an older one, which cannot be migrated where it is."""
    connection = connect_in_memory()
    if older:
        older.backup(connection)
    schema.migrate(connection)
    notice = f"{why} Nothing is being saved: what you do now is gone when you close LSTM Lab.".strip()
    closing = ExitStack()
    closing.callback(connection.close)
    return Opened(connection, notice, why, on_disk=False, closing=closing)
