"""Putting a backup in the place of the collection."""

import pytest

from lstm_gui.gui.operations.rate import rate
from lstm_gui.gui.operations.restore import restore
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Damaged, Locked
from tests.store.study import NOW, event


def test_what_is_replaced_is_kept(collection: Collection) -> None:
    folder = collection.folder
    backup = collection.back_up(NOW)
    assert backup is not None
    rate(collection, event(collection, "card-0"), "Gates")
    collection.close()
    restored = restore(folder, backup.path, NOW)
    with Collection.open(folder, now=NOW) as before:
        assert before.last_review() is None
    assert restored.kept is not None
    restore(folder, restored.kept, NOW)
    with Collection.open(folder, now=NOW) as after:
        assert after.last_review() is not None


def test_a_bad_backup_and_an_open_collection_change_nothing(collection: Collection) -> None:
    bad = collection.folder / "bad.sqlite3"
    bad.write_bytes(b"no database" * 100)
    with pytest.raises(Locked):
        restore(collection.folder, bad, NOW)
    collection.close()
    with pytest.raises(Damaged, match=r"bad\.sqlite3 is damaged"):
        restore(collection.folder, bad, NOW)
    with Collection.open(collection.folder, now=NOW) as same:
        assert same.has_decks()
