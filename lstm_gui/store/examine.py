"""Whether a database file is a sound collection, and moving one aside that is not."""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from lstm_gui.plain_text import in_one_line
from lstm_gui.store import schema
from lstm_gui.store.connection import connect_in_memory, connect_to_read
from lstm_gui.store.errors import CollectionError, is_damage

DAMAGED_FOLDER = "damaged"
# Reading every page takes as long as the file is big: a larger one is checked when it is backed up.
CHECKED_AT_OPENING_BYTES = 8 * 2**20
_SMALLEST_DATABASE = 512  # one page
_LIVELY = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"
_COMPANIONS = (
    "-journal",
    "-wal",
    "-shm",
    "",
)  # the file itself last: until then the collection is still where it was


def has_content(path: Path) -> bool:
    """Whether there is a file with anything in it."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def wal_of(path: Path) -> Path:
    """Where SQLite keeps what is committed but not yet moved into the file."""
    return path.with_name(path.name + "-wal")


def roll_back(path: Path) -> None:
    """Take back what a killed process had half written, which only a connection that writes can do.

    SQLite keeps such a journal while a file goes from one way of writing to another, as at a restore. The
    folder's lock has to be the caller's. Where it does not succeed, the look that follows says why.
    """
    if has_content(path) and has_content(path.with_name(path.name + "-journal")):
        connection = sqlite3.connect(path, isolation_level=None)
        with closing(connection), suppress(sqlite3.Error):
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def damage_at_opening(path: Path) -> str:
    """What is wrong with a collection as far as a quick look can tell; "" for nothing.

    Raises sqlite3.Error when the file could not be read for another reason than damage.
    """
    return damage(path, thorough=path.stat().st_size <= CHECKED_AT_OPENING_BYTES)


def damage(path: Path, *, thorough: bool = True, immutable: bool = False) -> str:
    """What is wrong with a collection, in a few words; "" for nothing. A thorough look reads every page."""
    if path.stat().st_size < _SMALLEST_DATABASE:
        return "it is too short"  # SQLite takes such a file for an empty one, and writes over it
    try:
        connection = connect_to_read(path, immutable=immutable)
        try:
            return _complaint(connection, thorough)
        finally:
            connection.close()
    except UnicodeDecodeError:
        return "its tables have unreadable names"
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return said_of(error)


def is_made_by_us(path: Path) -> bool:
    """Whether a sound collection has no triggers and views but ours, word for word.

    One that came from elsewhere may have a trigger that changes what we write.
    """
    connection, own = connect_to_read(path, immutable=True), connect_in_memory()
    try:
        schema.migrate(own)
        return set(connection.execute(_LIVELY)) <= set(own.execute(_LIVELY))
    finally:
        connection.close()
        own.close()


def said_of(error: sqlite3.Error) -> str:
    """Damage that SQLite has met, in a few words."""
    return "it is no database" if "not a database" in str(error) else "it is broken in places"


def must_be_a_file(path: Path) -> None:
    """Raise CollectionError when a folder, a pipe or a device stands where the collection should."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # not there, or not to be reached: whoever opens it will say so
    if not stat.S_ISREG(mode):
        place = in_one_line(str(path), 200)
        raise CollectionError(f"{place} is a folder, a pipe or a device, not a collection; move it away.")


def _complaint(connection: sqlite3.Connection, thorough: bool) -> str:
    if thorough:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            return "a page of it is broken"
    version = schema.version(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if version == 0 and not tables:
        return ""  # just created, and killed before the first migration
    if application != schema.APPLICATION_ID or version == 0:
        return "it is the database of another program"
    missing = schema.tables(version) - tables if version <= schema.SCHEMA_VERSION else frozenset()
    if missing:
        return f"a table is missing: {', '.join(sorted(missing))}"
    return ""


def set_aside(path: Path, now: datetime) -> Path:
    """Move a damaged collection, with its companions, into the folder of damaged ones; where it is now."""
    folder = path.parent / DAMAGED_FOLDER
    folder.mkdir(exist_ok=True)
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    target = folder / f"{path.stem}-{stamp}{path.suffix}"
    for companion in _COMPANIONS:
        source = path.with_name(path.name + companion)
        if source.exists():
            os.replace(source, target.with_name(target.name + companion))
    return target
