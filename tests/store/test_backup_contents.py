"""What a backup holds, and what restoring it would change."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store.backup_contents import Contents, Since, contents, since
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Damaged
from tests.store.golden.make import HERE
from tests.store.study import NOW, deck, rate


def test_a_backup_says_how_much_it_holds(collection: Collection) -> None:
    for number in range(3):
        rate(collection, f"card-{number}", now=NOW + timedelta(minutes=number))
    collection.undo(NOW + timedelta(minutes=5))
    collection.edits.delete(["card-5"], NOW)
    backup = collection.back_up(NOW + timedelta(minutes=6))
    assert backup is not None
    assert contents(backup.path) == Contents(5, 2)
    assert since(collection.folder, backup.path) == Since(0, 0, 0, 0)


def test_what_came_since_is_counted(collection: Collection) -> None:
    rate(collection, "card-0")
    backup = collection.back_up(NOW + timedelta(minutes=6))
    assert backup is not None
    rate(collection, "card-1", now=NOW + timedelta(minutes=7))
    rate(collection, "card-2", now=NOW + timedelta(minutes=8))
    collection.undo(NOW + timedelta(minutes=9))
    collection.import_deck(Deck("New", (Card("new", "New?", "Yes."),)), NOW)
    collection.edits.delete(["card-4", "card-5"], NOW)
    collection.edits.change(replace(deck().cards[3], back="Other."), NOW)
    assert since(collection.folder, backup.path) == Since(1, 1, 1, 2)


def test_a_backup_of_the_first_schema_is_counted_too(collection: Collection, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite3"
    database = sqlite3.connect(old)
    database.executescript((HERE / "schema_1.sql").read_text(encoding="utf-8"))
    database.close()
    assert contents(old) == Contents(6, 5)
    assert since(collection.folder, old) == Since(0, 0, 0, 0)


def test_what_cannot_be_read_is_said(collection: Collection, tmp_path: Path) -> None:
    bad = tmp_path / "bad.sqlite3"
    bad.write_bytes(b"nonsense" * 1000)
    with pytest.raises(Damaged, match="bad"):
        contents(bad)
    with pytest.raises(Damaged):
        since(collection.folder, bad)
    with pytest.raises(Damaged, match="collection"):
        since(tmp_path, bad)
