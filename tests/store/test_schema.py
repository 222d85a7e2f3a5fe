"""Every schema that was ever published still opens, with all that was in it."""

import sqlite3
from pathlib import Path

import pytest

from lstm_gui.quiz.rating import Rating
from lstm_gui.store import schema
from lstm_gui.store.collection import FILE_NAME, Collection
from lstm_gui.store.connection import connect
from tests.store.golden.make import HERE, dump, study
from tests.store.study import NOW, deck

GOLDEN = sorted(HERE.glob("schema_*.sql"))


def restored(golden: Path, folder: Path) -> None:
    """The collection of a golden file, in a folder."""
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.executescript(golden.read_text(encoding="utf-8"))
    connection.close()


def shape(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """The tables, indexes and triggers."""
    return connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


def contents(connection: sqlite3.Connection, table: str) -> list[list[object]]:
    """The rows of a table, with numbers to twelve digits: another processor may round the last one."""
    rows = connection.execute(f"SELECT * FROM {table} ORDER BY 1")
    return [[f"{value:.12g}" if isinstance(value, float) else value for value in row] for row in rows]


def test_there_is_a_golden_file_of_every_schema() -> None:
    assert len(GOLDEN) == schema.SCHEMA_VERSION


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_past_schema_opens_with_all_that_was_in_it(golden: Path, tmp_path: Path) -> None:
    restored(golden, tmp_path)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert collection.notice == ""
        collection.verify()
        assert collection.rebuild() == 0
        assert collection.cards("Gates") == list(deck().cards)
        assert [event.rating for event in collection.events()] == [
            Rating.PERFECTLY,
            Rating.NOT_AT_ALL,
            Rating.WELL,
            Rating.WELL,
            Rating.BARELY,
        ]
        assert collection.memory("card-0").lapses == 1
        migrated = shape(collection._connection)
    with Collection.open(tmp_path / "new", now=NOW) as fresh:
        assert migrated == shape(fresh._connection)


def test_the_newest_golden_file_is_what_this_code_writes(tmp_path: Path) -> None:
    """But for the random ids of events: a change of a published schema would show here."""
    restored(GOLDEN[-1], tmp_path)
    with Collection.open(tmp_path / "new", now=NOW) as collection:
        study(collection)
        connection = collection._connection
        old = sqlite3.connect(tmp_path / FILE_NAME)
        for table in schema.tables() - {"event", "card_text"}:
            assert contents(connection, table) == contents(old, table)
        old.close()
        assert f"PRAGMA user_version = {schema.SCHEMA_VERSION};" in dump(connection)


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored(GOLDEN[-1], tmp_path)
    broken = {**schema.MIGRATIONS, "one more": "CREATE TABLE extra (a); CREATE TABLE extra (b);"}
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    connection = connect(tmp_path / FILE_NAME)
    before = shape(connection)
    with pytest.raises(sqlite3.OperationalError, match="extra"):
        schema.migrate(connection)
    assert shape(connection) == before
    assert schema.version(connection) == schema.SCHEMA_VERSION
    assert not connection.in_transaction
    connection.close()


def test_an_older_schema_is_backed_up_and_then_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored(GOLDEN[0], tmp_path)
    later = {**schema.MIGRATIONS, "a note": "ALTER TABLE deck ADD COLUMN note TEXT"}
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", len(later))
    with Collection.open(tmp_path, now=NOW) as collection:
        assert schema.version(collection._connection) == len(later)
        assert collection.notice == ""
        (backup,) = collection.backups()
    connection = sqlite3.connect(backup.path)
    assert schema.version(connection) == 1
    connection.close()


def test_the_log_refuses_to_be_changed(tmp_path: Path) -> None:
    restored(GOLDEN[-1], tmp_path)
    with Collection.open(tmp_path, now=NOW) as collection:
        for sql in (
            "UPDATE event SET rating = 5",
            "DELETE FROM event",
            "INSERT OR REPLACE INTO event SELECT * FROM event WHERE id = 1",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                collection._connection.execute(sql)
        assert len(list(collection.events())) == 5


INTO_LOG = "INSERT INTO event (uuid, at_ms, offset_min, study_day, card, rating, voids) VALUES "


@pytest.mark.parametrize(
    "sql",
    [
        INTO_LOG + "(zeroblob(16), 0, 0, 0, 1, 6, NULL)",  # a rating of 6
        INTO_LOG + "(zeroblob(16), 0, 0, 0, 1, NULL, NULL)",  # neither a rating nor one taken back
        INTO_LOG + "(zeroblob(16), 0, 0, 0, 1, 5, 1)",  # both
        INTO_LOG + "(zeroblob(2), 0, 0, 0, 1, 5, NULL)",  # an id that is none
        INTO_LOG + "(zeroblob(16), 0, 0, 0, 99, 5, NULL)",  # a card that is not there
        INTO_LOG + "(zeroblob(16), 'noon', 0, 0, 1, 5, NULL)",  # a time that is a text
        INTO_LOG + "(zeroblob(16), 0, 0, 0, 1, NULL, 4)",  # taken back for the second time
        "UPDATE memory SET stability = 0 WHERE card = 1",
    ],
)
def test_rows_that_make_no_sense_are_refused(sql: str, tmp_path: Path) -> None:
    restored(GOLDEN[-1], tmp_path)
    with (
        Collection.open(tmp_path, now=NOW) as collection,
        pytest.raises(sqlite3.IntegrityError),
    ):
        collection._connection.execute(sql)
