"""Backups: made, verified, thinned out, restored."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from lstm_gui.store import backups, examine
from lstm_gui.store.backups import BACKUP_FOLDER, back_up, copy_to, is_good, newest_good, restore
from lstm_gui.store.collection import FILE_NAME, Collection
from lstm_gui.store.errors import Damaged, Locked, NotSaved
from tests.store.study import NOW, deck, filled, rate

HOUR = timedelta(hours=1)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / BACKUP_FOLDER).iterdir())


def test_a_backup_holds_what_is_only_in_the_wal_and_needs_no_companions(collection: Collection) -> None:
    given = rate(collection, "card-0")
    made = collection.back_up(NOW)
    assert made is not None
    assert names(collection.folder) == [made.path.name]
    assert is_good(made.path)
    connection = sqlite3.connect(f"{made.path.as_uri()}?mode=ro", uri=True)
    assert connection.execute("SELECT count(*) FROM event").fetchone() == (1,)
    connection.close()
    assert collection.last_review() == given
    assert collection.backups() == [made]


def test_a_backup_is_never_written_over_whatever_the_clock_says(collection: Collection) -> None:
    first = back_up(collection.folder, NOW)
    before = first.path.read_bytes()
    rate(collection, "card-0")
    second = back_up(collection.folder, NOW)
    assert second.path != first.path
    assert second.at > first.at
    assert first.path.read_bytes() == before


def test_two_threads_may_back_up_at_the_same_moment(collection: Collection) -> None:
    """An import does while the half hour is up; with one name for both copies, one took the other's away."""
    rate(collection, "card-0")
    with ThreadPoolExecutor(4) as threads:
        made = [threads.submit(back_up, collection.folder, NOW) for _ in range(12)]
        assert all(is_good(backup.result().path) for backup in made)
    assert all(name.endswith(".sqlite3") and name[0] != "." for name in names(collection.folder))


def test_a_backup_is_due_every_half_hour_when_something_changed(collection: Collection) -> None:
    assert collection.backup_if_due(NOW) is not None
    assert collection.backup_if_due(NOW + HOUR) is None  # nothing changed
    rate(collection, "card-0")
    assert collection.backup_if_due(NOW + timedelta(minutes=29)) is None
    assert collection.backup_due(NOW + timedelta(minutes=30))
    assert collection.backup_if_due(NOW + timedelta(minutes=30)) is not None
    rate(collection, "card-1")
    assert collection.backup_due(NOW - timedelta(days=400))  # the clock was set back: better one too many
    assert collection.back_up(NOW + HOUR) is not None
    assert collection.back_up(NOW + HOUR) is None


def test_opening_backs_up_what_changed(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        assert collection.backups() == []  # there was nothing to lose before the first import
    for start in range(3):
        with Collection.open(tmp_path, now=NOW + start * HOUR) as collection:
            assert len(collection.backups()) == 1


def test_an_import_is_preceded_by_a_backup(collection: Collection) -> None:
    rate(collection, "card-0")
    collection.import_deck(deck(9), NOW + HOUR)
    (backup,) = collection.backups()
    assert backup.at == NOW + HOUR
    with sqlite3.connect(backup.path) as connection:
        assert connection.execute("SELECT count(*) FROM card").fetchone() == (6,)
    connection.close()


def test_backups_are_thinned_out_and_other_files_left_alone(collection: Collection) -> None:
    collection.back_up(NOW)
    stray = collection.folder / BACKUP_FOLDER / "collection-mine.sqlite3"
    stray.write_bytes(b"kept by hand")
    for step in range(60):
        rate(collection, f"card-{step % 6}", now=NOW + step * 6 * HOUR)
        collection.backup_if_due(NOW + step * 6 * HOUR)
    assert stray.exists()
    assert 20 < len(collection.backups()) < 25


def test_a_backup_that_cannot_be_read_counts_as_none(collection: Collection) -> None:
    good, bad = collection.back_up(NOW), None
    rate(collection, "card-0")
    bad = collection.back_up(NOW + HOUR)
    assert good is not None
    assert bad is not None
    bad.path.write_bytes(b"scribbled over by something else, and no database any more")
    assert newest_good(collection.folder) == good
    assert collection.backup_due(NOW + 2 * HOUR)
    assert not is_good(collection.folder / "nowhere.sqlite3")
    collection.close()
    with pytest.raises(Damaged, match="choose another"):
        restore(collection.folder, bad.path, NOW)


def test_restoring_keeps_what_it_replaces(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        first = rate(collection, "card-0")
        made = collection.back_up(NOW)
        assert made is not None
        second = rate(collection, "card-1")
        with pytest.raises(Locked):
            Collection.restore(tmp_path, made.path, NOW)
    kept = Collection.restore(tmp_path, made.path, NOW + HOUR)
    with Collection.open(tmp_path, now=NOW + HOUR) as collection:
        assert list(collection.events()) == [first]
        collection.verify()
    assert kept is not None
    Collection.restore(tmp_path, kept, NOW + 2 * HOUR)
    with Collection.open(tmp_path, now=NOW + 2 * HOUR) as collection:
        assert list(collection.events()) == [first, second]


def test_restoring_where_there_is_nothing(collection: Collection, tmp_path: Path) -> None:
    made = collection.back_up(NOW)
    assert made is not None
    empty = tmp_path / "empty"
    empty.mkdir()
    assert Collection.restore(empty, made.path) is None
    with Collection.open(empty, now=NOW) as copy:
        assert len(copy.cards("Gates")) == 6


def test_what_a_killed_process_left_in_the_wal_is_not_replayed_into_a_backup(tmp_path: Path) -> None:
    """SQLite would: it knows a WAL by its name alone. What was in it is in the backup of what is replaced."""
    killed, lab = tmp_path / "killed", tmp_path / "lab"
    lab.mkdir()
    with Collection.open(killed, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        backup = collection.back_up(NOW)
        assert backup is not None
        given = rate(collection, "card-0")
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):
            shutil.copyfile(killed / name, lab / name)
    kept = restore(lab, backup.path, NOW + HOUR)
    with Collection.open(lab, now=NOW + HOUR) as collection:
        assert collection.last_review() is None
        collection.verify()
    assert kept is not None
    restore(lab, kept, NOW + HOUR)
    with Collection.open(lab, now=NOW + HOUR) as collection:
        assert collection.last_review() == given


def test_a_wal_whose_file_is_gone_is_not_replayed_into_a_backup(tmp_path: Path) -> None:
    killed, lab = tmp_path / "killed", tmp_path / "lab"
    lab.mkdir()
    with Collection.open(killed, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        backup = collection.back_up(NOW)
        assert backup is not None
        rate(collection, "card-0")
        shutil.copyfile(killed / f"{FILE_NAME}-wal", lab / f"{FILE_NAME}-wal")
    assert restore(lab, backup.path, NOW + HOUR) is None
    with Collection.open(lab, now=NOW + HOUR) as collection:
        assert collection.last_review() is None
        collection.verify()
    assert list((lab / examine.DAMAGED_FOLDER).glob("*-wal"))


def test_a_backup_is_on_the_disk_before_it_is_one(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    monkeypatch.setattr(os, "fsync", lambda file: synced.add(os.fstat(file).st_ino))
    made = back_up(collection.folder, NOW)
    assert made.path.stat().st_ino in synced


def test_restoring_in_place_of_a_damaged_file_keeps_that_aside(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        made = collection.back_up(NOW)
        assert made is not None
    (tmp_path / FILE_NAME).write_bytes(b"damaged")
    kept = restore(tmp_path, made.path, NOW)
    assert kept is not None
    assert kept.parent.name == examine.DAMAGED_FOLDER
    assert kept.read_bytes() == b"damaged"


def test_a_damaged_collection_makes_no_backup_and_removes_none(collection: Collection) -> None:
    rate(collection, "card-0")
    good = collection.back_up(NOW)
    assert good is not None
    connection = collection._connection
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_schema WHERE name = 'event_day'")
    connection.execute("PRAGMA writable_schema = RESET")
    with pytest.raises(Damaged, match="restore a backup"):
        back_up(collection.folder, NOW + HOUR)
    assert names(collection.folder) == [good.path.name]


def test_a_backup_does_not_take_the_last_space(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_SPARE_BYTES", 2**62)
    with pytest.raises(NotSaved, match="too little for a backup"):
        collection.back_up(NOW)
    with pytest.raises(NotSaved, match="too little for a backup"):
        collection.import_deck(deck(9), NOW)


def test_a_disk_that_fails_in_the_middle_leaves_no_part_behind(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(NotSaved, match="No space left on device"):
        collection.back_up(NOW)
    assert names(collection.folder) == []


def test_what_a_killed_process_left_of_a_backup_is_cleared_away(collection: Collection) -> None:
    folder = collection.folder / BACKUP_FOLDER
    folder.mkdir()
    (folder / ".collection-20250601T100000.000000Z.sqlite3.0.part").write_bytes(b"half a backup")
    made = collection.back_up(NOW)
    assert made is not None
    assert names(collection.folder) == [made.path.name]


def test_a_restore_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        made = collection.back_up(NOW)
        assert made is not None
        rate(collection, "card-0")

    put = backups._put

    def fails(part: Path, target: Path) -> None:
        if target == tmp_path / FILE_NAME:
            raise OSError(5, "Input/output error")
        put(part, target)

    monkeypatch.setattr(backups, "_put", fails)
    with pytest.raises(NotSaved, match="Input/output"):
        restore(tmp_path, made.path, NOW)
    monkeypatch.undo()
    with Collection.open(tmp_path, now=NOW) as collection:
        assert len(list(collection.events())) == 1


def test_backups_in_a_folder_that_cannot_be_written_are_said_to_fail(
    read_only_home: tuple[Path, Callable[[], None]],
) -> None:
    folder, seal = read_only_home
    with Collection.open(folder, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        seal()
        with pytest.raises(NotSaved, match="could not be written"):
            collection.back_up(NOW)


def test_all_of_it_is_copied_to_a_file_and_comes_back(tmp_path: Path) -> None:
    home, target = tmp_path / "home", tmp_path / "All of it.lstm-lab"
    filled(home)
    copy_to(home, target)
    assert is_good(target)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    Collection.restore(elsewhere, target, NOW)
    with Collection.open(elsewhere, now=NOW) as found:
        assert found.memory("card-0").repetitions == 1


def test_nothing_is_copied_where_there_is_nothing_and_nowhere(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="no collection"):
        copy_to(tmp_path, tmp_path / "a.lstm-lab")
    filled(tmp_path)
    with pytest.raises(NotSaved):
        copy_to(tmp_path, tmp_path / "no folder" / "a.lstm-lab")


def test_a_collection_that_would_change_by_itself_is_not_restored(tmp_path: Path) -> None:
    home, target = tmp_path / "home", tmp_path / "forged.lstm-lab"
    filled(home)
    copy_to(home, target)
    database = sqlite3.connect(target)
    database.execute("CREATE TRIGGER forged AFTER INSERT ON event BEGIN DELETE FROM memory; END")
    database.close()
    before = (home / FILE_NAME).read_bytes()
    with pytest.raises(Damaged, match="by itself"):
        Collection.restore(home, target, NOW)
    assert (home / FILE_NAME).read_bytes() == before
