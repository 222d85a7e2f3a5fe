"""Opening a collection: new, newer, read-only, without room, in use."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from lstm_gui.store import backups, connection, examine, opening, schema
from lstm_gui.store.collection import FILE_NAME, Collection
from lstm_gui.store.errors import CollectionError, NotSaved
from tests.store.study import NOW, deck, event, filled, rate, set_pragma

Home = tuple[Path, Callable[[], None]]


def test_a_first_start_makes_everything(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet ?#%"
    with Collection.open(folder) as collection:
        assert collection.notice == ""
        assert collection.saving
        assert collection.backups() == []
        collection.import_deck(deck(), NOW)
    with Collection.open(folder) as collection:
        assert len(collection.cards("Gates")) == 6


def test_a_connection_is_durable_and_careful(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        asked = {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "recursive_triggers": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "mmap_size": 0,
            "user_version": schema.SCHEMA_VERSION,
            "application_id": schema.APPLICATION_ID,
        }
        for pragma, value in asked.items():
            assert collection._connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
        strict = "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict"
        searching = 1 + 4  # the full text, and what it keeps beside itself: FTS5 has no strict tables
        named = schema.tables() - {"card_text"}
        assert collection._connection.execute(strict).fetchone()[0] == len(named)
        every = "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
        assert collection._connection.execute(every).fetchone()[0] == len(named) + searching


def test_a_start_that_was_killed_before_there_were_tables_is_no_damage(tmp_path: Path) -> None:
    set_pragma(tmp_path, "PRAGMA journal_mode = WAL")
    assert (tmp_path / FILE_NAME).stat().st_size > 0
    with Collection.open(tmp_path, now=NOW) as collection:
        assert collection.notice == ""


def test_a_sqlite_that_is_too_old_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(CollectionError, match=r"needs SQLite 3\.37"):
        Collection.open(tmp_path, now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_newer_schema_opens_to_read_and_is_not_touched(tmp_path: Path) -> None:
    filled(tmp_path)
    set_pragma(tmp_path, f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}; DROP TABLE import")
    before = (tmp_path / FILE_NAME).read_bytes()
    with Collection.open(tmp_path, now=NOW) as collection:
        assert "newer LSTM Lab" in collection.notice
        assert collection.read_only
        assert collection.on_disk
        assert len(collection.cards("Gates")) == 6
        with pytest.raises(NotSaved, match="newer LSTM Lab"):
            collection.record(event(collection, "card-1"))
        with Collection.open(tmp_path, now=NOW) as another:  # reading takes no lock
            assert another.read_only
    assert (tmp_path / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(tmp_path: Path, read_only: bool) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    with pytest.raises(CollectionError, match="is a folder, a pipe or a device"):
        Collection.open(tmp_path, read_only=read_only, now=NOW)


def test_a_read_only_home_can_be_read(read_only_home: Home) -> None:
    folder, seal = read_only_home
    filled(folder)
    seal()
    with Collection.open(folder, now=NOW) as collection:
        assert "could not be written" in collection.notice
        assert "ratings cannot be saved" in collection.notice
        assert collection.read_only
        assert collection.next_card(None, NOW, 10) is not None
        with pytest.raises(NotSaved, match="read only"):
            collection.undo(NOW)


def test_a_first_start_in_a_read_only_home_runs_in_memory(read_only_home: Home) -> None:
    folder, seal = read_only_home
    seal()
    with Collection.open(folder / "lstm-lab", now=NOW) as collection:
        assert "Nothing is being saved" in collection.notice
        assert not collection.saving
        collection.import_deck(deck(), NOW)
        rate(collection, "card-0")
        assert collection.undo(NOW) is not None
        assert collection.backup_if_due(NOW) is None
    assert list(folder.iterdir()) == []


def test_a_file_that_another_program_writes_to_opens_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    monkeypatch.setattr(connection, "_BUSY_SECONDS", 0.0)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Collection.open(tmp_path, now=NOW) as collection:
        assert "Another program" in collection.notice
        assert collection.read_only
        assert len(list(collection.events())) == 1
    other.close()


def test_a_folder_in_the_place_of_the_file_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(
        CollectionError, match=r"sqlite3 is a folder, a pipe or a device, .*; move it away\.$"
    ):
        Collection.open(tmp_path, now=NOW, start_anew=True)
    assert not (tmp_path / examine.DAMAGED_FOLDER).exists()


def test_a_disk_that_cannot_be_read_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on an unplugged disk must not be set aside."""
    filled(tmp_path)

    def unplugged(*_: object, **__: object) -> sqlite3.Connection:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_READ"
        raise error

    monkeypatch.setattr(examine, "connect_to_read", unplugged)
    with Collection.open(tmp_path, start_anew=True, now=NOW) as collection:
        assert "disk reported an error" in collection.notice
        assert not collection.saving
    assert not (tmp_path / examine.DAMAGED_FOLDER).exists()


def test_ratings_that_only_stand_in_the_wal_are_read_in_a_read_only_home(
    tmp_path: Path, read_only_home: Home
) -> None:
    folder, seal = read_only_home
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        given = rate(collection, "card-0")
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):  # as a machine leaves them that lost its power
            shutil.copyfile(tmp_path / name, folder / name)
    seal()
    with Collection.open(folder, now=NOW) as collection:
        assert list(collection.events()) == [given]
        assert collection.read_only


def test_an_older_schema_in_a_read_only_home_is_migrated_in_memory(
    read_only_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, seal = read_only_home
    filled(folder)
    seal()
    later = {**schema.MIGRATIONS, "a note": "ALTER TABLE deck ADD COLUMN note TEXT"}
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", len(later))
    with Collection.open(folder, now=NOW) as collection:
        assert "Nothing is being saved" in collection.notice
        assert not collection.on_disk
        assert len(list(collection.events())) == 1


def test_a_disk_that_is_full_at_the_start_opens_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)

    def no_room(_: Path) -> sqlite3.Connection:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(opening, "connect", no_room)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert "disk is full" in collection.notice
        assert collection.read_only
        assert len(collection.cards("Gates")) == 6


def test_no_room_for_the_backup_before_a_migration_leaves_the_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    later = {**schema.MIGRATIONS, "a note": "ALTER TABLE deck ADD COLUMN note TEXT"}
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", len(later))
    monkeypatch.setattr(backups, "_SPARE_BYTES", 2**62)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert "too little for a backup" in collection.notice
        assert not collection.saving
    database = sqlite3.connect(tmp_path / FILE_NAME)
    assert schema.version(database) == len(later) - 1
    database.close()


def test_no_room_for_the_backup_at_the_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    with Collection.open(tmp_path, now=NOW) as collection:
        rate(collection, "card-1")
    monkeypatch.setattr(backups, "_SPARE_BYTES", 2**62)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert "There is no new backup" in collection.notice
        assert collection.saving
