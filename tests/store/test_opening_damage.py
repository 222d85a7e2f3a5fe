"""Opening a collection that is damaged or gone: what was there is kept, the newest backup offered."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.store import connection, examine, schema
from lstm_gui.store.backups import is_good
from lstm_gui.store.collection import FILE_NAME, Collection
from lstm_gui.store.errors import CollectionError, Damaged, Lost
from tests.store.study import NOW, deck, filled, set_pragma

Home = tuple[Path, Callable[[], None]]


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


def test_a_damaged_file_in_a_read_only_home_is_said_in_words(read_only_home: Home) -> None:
    folder, seal = read_only_home
    (folder / FILE_NAME).write_bytes(b"no database, but long enough to be looked at " * 20)
    seal()
    with pytest.raises(CollectionError, match="damaged; restore a backup"):
        Collection.open(folder, now=NOW)


def test_what_is_no_text_is_damage() -> None:
    with pytest.raises(Damaged, match="unreadable"), connection.reading():
        b"\xb2".decode()


HALF_WRITTEN = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("UPDATE card SET back = hex(randomblob(3000))")
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("restored", [False, True])
def test_what_a_killed_process_had_half_written_is_taken_back(tmp_path: Path, restored: bool) -> None:
    filled(tmp_path)
    with Collection.open(tmp_path, now=NOW) as collection:
        before, newest = collection.cards("Gates"), collection.backups()[0].path
    path = tmp_path / FILE_NAME
    subprocess.run([sys.executable, "-c", HALF_WRITTEN, str(path)], check=False)
    assert path.with_name(f"{FILE_NAME}-journal").stat().st_size
    if restored:
        kept = Collection.restore(tmp_path, newest, NOW)
        assert kept is not None
        assert is_good(kept)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert collection.notice == ""
        assert collection.saving
        assert collection.cards("Gates") == before
        collection.verify()


def test_a_journal_beside_what_is_no_database_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"no database " * 500)
    path.with_name(f"{FILE_NAME}-journal").write_bytes(b"no journal " * 500)
    with Collection.open(tmp_path, now=NOW, start_anew=True) as collection:
        assert "was damaged" in collection.notice
