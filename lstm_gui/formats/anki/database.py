"""The SQLite database of a package, which a stranger wrote: in memory, read once, and nothing in it runs."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from lstm_gui.bounded_file import FileRefused

CHECK_SECONDS = 2.0  # in which a sound file of the largest size is looked through
READ_SECONDS = 20.0  # with what is made of the rows meanwhile
MAX_VALUE = 16_000_000  # bytes of one value
_KNOWN = frozenset({"col", "notes", "cards", "notetypes", "fields", "templates", "decks", "revlog"})
_STEPS = 10_000  # of SQLite's machine, between two looks at the clock
_VERSIONS = slice(18, 20)  # of the file format: 2 is for a file with a log beside it, 1 for one without
_NO_LOG = b"\x01\x01"
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 10,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "query_only = ON",
    "temp_store = MEMORY",
)

Row = tuple[Any, ...]


class Database:
    """The tables of a package. Texts come as bytes: whether they are UTF-8 is for each note to say."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection, self._name = connection, name
        self._columns: dict[str, frozenset[str]] = {}
        self.tables = self._sound_tables()

    def has(self, table: str, *columns: str) -> bool:
        """Whether a table is there with these columns."""
        return table in self.tables and self._columns[table].issuperset(columns)

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        """The columns of every row, as the rows lie in the table. Raises FileRefused where it is no table."""
        if table not in self.tables:
            raise FileRefused(f'{self._name} is no collection of Anki: it has no table "{table}".')
        return self._connection.execute(f"SELECT {', '.join(columns)} FROM {table}")

    def _sound_tables(self) -> frozenset[str]:
        """The known tables that are stored as tables; a view or a virtual table of the same name is none."""
        found = self._connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        tables = frozenset(
            bytes(name).decode("ascii", "replace")
            for name, sql in found
            if isinstance(name, bytes) and isinstance(sql, bytes) and sql.upper().startswith(b"CREATE TABLE")
        )
        if self._connection.execute("PRAGMA quick_check(1)").fetchone() != (b"ok",):
            raise FileRefused(
                f"{self._name} is damaged inside; check the database in Anki and export it again."
            )
        stored = frozenset(table for table in _KNOWN & tables if not self._computes(table))
        self._connection.set_authorizer(_only_reading)
        _allow_seconds(self._connection, READ_SECONDS)
        return stored

    def _computes(self, table: str) -> bool:
        """Whether a column is no stored value but an expression, which reading it would run."""
        found = self._connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
        self._columns[table] = frozenset(bytes(column[1]).decode("ascii", "replace") for column in found)
        return any(column[-1] for column in found)


@contextmanager
def opened(content: bytes, name: str) -> Iterator[Database]:
    """The database while inside; what SQLite says of a bad one is raised as FileRefused."""
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            _guard(connection)
            connection.deserialize(content[: _VERSIONS.start] + _NO_LOG + content[_VERSIONS.stop :])
            del content  # as long as the rows are read
            connection.execute("PRAGMA query_only = ON")
            yield Database(connection, name)
    except sqlite3.Error as error:
        too_long = "interrupted" in str(error)
        fault = "takes too long to read" if too_long else "is damaged inside, or no collection of Anki"
        raise FileRefused(f"{name} {fault}; check the database in Anki and export it again.") from error
    except (UnicodeDecodeError, OverflowError, MemoryError) as error:
        raise FileRefused(
            f"{name} is damaged inside; check the database in Anki and export it again."
        ) from error


def _guard(connection: sqlite3.Connection) -> None:
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.text_factory = bytes
    connection.create_collation("unicase", _unicase)
    _allow_seconds(connection, CHECK_SECONDS)


def _allow_seconds(connection: sqlite3.Connection, seconds: float) -> None:
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)


def _unicase(one: str, other: str) -> int:
    """Stands for the order of names in Anki's own indices; no row that is read depends on it."""
    return (one.casefold() > other.casefold()) - (one.casefold() < other.casefold())


def _only_reading(action: int, *_about: str | None) -> int:
    return (
        sqlite3.SQLITE_OK if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ) else sqlite3.SQLITE_DENY
    )
