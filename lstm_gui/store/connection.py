"""How the collection's database is opened, and the transactions that changes run in."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lstm_gui.quiz.schedule import shuffle_key
from lstm_gui.store.errors import CollectionError, Damaged, not_saved, unreadable

SQLITE_VERSION = sqlite3.sqlite_version
OLDEST_SQLITE = (3, 37)  # the first with STRICT tables
_PAGE_CACHE_KIB = 2048  # small on purpose: the memory of the app must not grow with the collection
_ROOMY_CACHE_KIB = 16_384  # while a deck comes in: else what is not yet written is written out on the way
_WAL_LIMIT_BYTES = 8 * 2**20
_BUSY_SECONDS = 2.0  # for a program that looks into the file without our lock
_PRAGMAS = (
    f"cache_size = -{_PAGE_CACHE_KIB}",
    "mmap_size = 0",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # without it, INSERT OR REPLACE would delete past the log's trigger
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


def need_sqlite() -> None:
    """Raise CollectionError when Python's SQLite is too old: Red Hat 9, for one, has 3.34."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise CollectionError(
            f"LSTM Lab needs SQLite {needed} or newer, but this Python has {SQLITE_VERSION}; use a newer one."
        )


def connect(path: Path) -> sqlite3.Connection:
    """A connection that writes: durable at every commit (WAL, synchronous=FULL). Creates the file if absent.

    Raises sqlite3.Error when the file cannot be opened, written or understood.
    """
    connection = _open(f"{path.absolute().as_uri()}?mode=rwc")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")  # macOS: a plain fsync stops at the drive's cache
        connection.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT_BYTES}")
        connection.execute("BEGIN IMMEDIATE")  # a file that can only be read is opened without a word
        connection.execute("ROLLBACK")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """A connection that only reads; `immutable` for a file in a read-only folder, so nothing changes it."""
    connection = _open(f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}")
    connection.execute("PRAGMA query_only = ON")
    return connection


def connect_in_memory() -> sqlite3.Connection:
    """An empty database that is gone when it is closed."""
    return _open(":memory:")


def _open(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except (sqlite3.Error, UnicodeDecodeError):  # a damaged schema may be named in bytes that are no text
        connection.close()
        raise
    connection.create_function("shuffle_key", 2, shuffle_key, deterministic=True)
    return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of it is durable afterwards, or none of it happened.

    Raises NotSaved when it could not be written.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        raise not_saved(error) from error


@contextmanager
def roomy(connection: sqlite3.Connection) -> Iterator[None]:
    """More memory for many changes in one transaction; it is given back afterwards."""
    connection.execute(f"PRAGMA cache_size = -{_ROOMY_CACHE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = -{_PAGE_CACHE_KIB}")
        connection.execute("PRAGMA shrink_memory")


@contextmanager
def reading() -> Iterator[None]:
    """Turns the errors of SQLite into CollectionError, in words."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise Damaged("The collection is damaged (it holds unreadable text); restore a backup.") from error
    except sqlite3.Error as error:
        raise unreadable(error) from error
