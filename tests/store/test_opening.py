"""Opening a collection whatever state its folder is in."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.store import backups, connection, examine, opening, schema
from lstm_gui.store.collection import FILE_NAME, Collection
from lstm_gui.store.errors import CollectionError, Damaged, Lost, NotSaved
from tests.store.study import NOW, deck, event, rate

Home = tuple[Path, Callable[[], None]]


def filled(folder: Path) -> None:
    """A closed collection with a deck, a rating and a backup of both."""
    with Collection.open(folder, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        rate(collection, "card-0")
        collection.back_up(NOW + timedelta(minutes=1))


def set_pragma(folder: Path, sql: str) -> None:
    database = sqlite3.connect(folder / FILE_NAME)
    database.executescript(sql)
    database.close()


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
        assert collection._connection.execute(strict).fetchone()[0] == len(schema.TABLES)


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


def test_what_is_no_text_is_damage() -> None:
    with pytest.raises(Damaged, match="unreadable"), connection.reading():
        b"\xb2".decode()


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


def scribble(path: Path, seed: int) -> None:
    """Overwrite a fifth of a file."""
    content = bytearray(path.read_bytes())
    chance = random.Random(seed)
    start = chance.randrange(len(content) * 4 // 5)
    content[start : start + len(content) // 5] = chance.randbytes(len(content) // 5)
    path.write_bytes(content)


@given(st.integers(0, 10**6))
@settings(max_examples=25)
def test_a_damaged_file_is_kept_aside_and_the_backup_offered(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    filled(folder)
    scribble(folder / FILE_NAME, seed)
    broken = (folder / FILE_NAME).read_bytes()
    with Collection.open(folder, start_anew=True, now=NOW) as collection:
        assert "damaged" in collection.notice
        assert "01 June 2025, 12:01" in collection.notice
        assert collection.saving
        assert not collection.has_decks()
        offered = collection.restorable
    (aside,) = (folder / examine.DAMAGED_FOLDER).glob("*.sqlite3")
    assert aside.read_bytes() == broken
    assert offered is not None
    Collection.restore(folder, offered.path, NOW + timedelta(hours=1))
    with Collection.open(folder, now=NOW + timedelta(hours=1)) as collection:
        assert len(list(collection.events())) == 1
        collection.verify()
    assert aside.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"not a database at all, but some text that stands here" * 40,
        b"SQLite format 3\0" + bytes(4080),
        b"x",
    ],
)
def test_what_is_no_database_is_kept_aside(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with Collection.open(tmp_path, start_anew=True, now=NOW) as collection:
        assert "no backup" in collection.notice
        assert collection.restorable is None
        collection.import_deck(deck(), NOW)
    (aside,) = (tmp_path / examine.DAMAGED_FOLDER).glob("*.sqlite3")
    assert aside.read_bytes() == content


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("CREATE TABLE songs (title)", "another program"),
        (f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = 1", "table is missing"),
    ],
)
def test_a_database_that_is_no_collection_is_kept_aside(sql: str, words: str, tmp_path: Path) -> None:
    set_pragma(tmp_path, sql)
    with Collection.open(tmp_path, start_anew=True, now=NOW) as collection:
        assert words in collection.notice


def test_damage_in_a_large_file_is_found_when_it_is_met(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large file is not read through at every opening; here its log is broken where opening looks."""
    filled(tmp_path)
    monkeypatch.setattr(examine, "CHECKED_AT_OPENING_BYTES", 0)
    database = sqlite3.connect(tmp_path / FILE_NAME)
    (page,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event'").fetchone()
    database.close()
    content = bytearray((tmp_path / FILE_NAME).read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    (tmp_path / FILE_NAME).write_bytes(content)
    with Collection.open(tmp_path, start_anew=True, now=NOW) as collection:
        assert "damaged" in collection.notice
        assert collection.restorable is not None


def test_a_collection_that_is_gone_is_missed_when_there_are_backups(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / FILE_NAME).unlink()
    with Collection.open(tmp_path, start_anew=True, now=NOW) as collection:
        assert "gone from its folder" in collection.notice
        assert collection.restorable is not None


@pytest.mark.parametrize("content", [b"not a database " * 400, b"SQLite format 3\0" + bytes(4080), b""])
def test_where_nobody_can_be_asked_a_lost_collection_is_left_as_it_is(content: bytes, tmp_path: Path) -> None:
    """A script that rates a card must not do so in an empty collection, and go on with that for ever."""
    filled(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(content)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(Lost, match=r"(damaged|gone).*nothing was changed.* put its backup .*\.sqlite3 in"):
        Collection.open(tmp_path, now=NOW)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    with Collection.open(tmp_path, start_anew=True, now=NOW) as collection:
        assert collection.restorable is not None


def test_a_lost_collection_without_a_backup_names_none(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database " * 400)
    with pytest.raises(Lost, match=r"it is no database.*to begin again\.$"):
        Collection.open(tmp_path, now=NOW)


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
        assert collection.next_card(None, NOW, new_per_day=10) is not None
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


def test_tables_whose_names_are_no_text_are_damage(tmp_path: Path) -> None:
    filled(tmp_path)
    content = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(content.replace(b"CREATE TABLE memory", b"CREATE T\xb2BLE memory"))
    with Collection.open(tmp_path, start_anew=True, now=NOW) as collection:
        assert "damaged" in collection.notice
        assert collection.restorable is not None


def test_texts_that_are_no_text_are_said_to_be_damaged(tmp_path: Path) -> None:
    filled(tmp_path)
    set_pragma(tmp_path, "UPDATE card SET front = CAST(x'b2b2' AS TEXT)")
    with Collection.open(tmp_path, now=NOW) as collection, pytest.raises(CollectionError, match="read"):
        collection.cards("Gates")


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


def test_a_damaged_file_in_a_read_only_home_is_said_in_words(read_only_home: Home) -> None:
    folder, seal = read_only_home
    (folder / FILE_NAME).write_bytes(b"no database, but long enough to be looked at " * 20)
    seal()
    with pytest.raises(CollectionError, match="damaged; restore a backup"):
        Collection.open(folder, now=NOW)


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
    assert schema.version(database) == 1
    database.close()


def test_no_room_for_the_backup_at_the_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    with Collection.open(tmp_path, now=NOW) as collection:
        rate(collection, "card-1")
    monkeypatch.setattr(backups, "_SPARE_BYTES", 2**62)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert "There is no new backup" in collection.notice
        assert collection.saving
