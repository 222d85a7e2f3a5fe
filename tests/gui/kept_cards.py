"""Whether a collection that a random person uses holds what it said it holds."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store import backups
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Changed
from lstm_gui.store.schema import SEARCHED
from tests.store.contents import contents, found

STEPS = 12  # edits that are taken back and done again in one look


class KeptCards:
    """Remembers what was acknowledged; `look` runs on the thread of the collection."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rated: set[str] = set()
        record, restore = Collection.record, backups.restore

        def recorded(collection: Collection, event: ReviewEvent) -> None:
            record(collection, event)
            self.rated.add(event.id)

        def restored(folder: Path, backup: Path, now: datetime) -> Path | None:
            kept = restore(folder, backup, now)
            self.rated.clear()  # another collection stands there; the one before is kept
            return kept

        monkeypatch.setattr(Collection, "record", recorded)
        monkeypatch.setattr(backups, "restore", restored)

    def look(self, collection: Collection) -> None:
        """The collection is sound, every rating is in the log, and edits are undone and redone exactly."""
        _sound(collection)
        logged = {row[0].hex() for row in collection._connection.execute("SELECT uuid FROM event")}
        lost = {identity for identity in self.rated if identity.replace("-", "") not in logged}
        assert not lost, f"ratings that were acknowledged are not in the log: {lost}"
        _undo_and_redo(collection)
        _sound(collection)


def _sound(collection: Collection) -> None:
    """The schedules are what the log leads to, and every card is found by its words and by no others."""
    collection.verify()
    assert collection.rebuild() == 0
    rows = collection._connection.execute(f"SELECT id, {SEARCHED} FROM card WHERE deleted_ms IS NULL")
    words = {row: set(re.findall(r"[^\W_]+", " ".join(texts).lower())) for row, *texts in rows.fetchall()}
    for wanted in ("gate", "forget", "what", "fresh"):
        said = {row for row, each in words.items() if any(word.startswith(wanted) for word in each)}
        assert found(collection, f"{wanted}*") == said, wanted


def _undo_and_redo(collection: Collection) -> None:
    now, edits = datetime.now().astimezone(), collection.edits
    passed = [contents(collection)]
    while len(passed) <= STEPS:
        try:
            if edits.undo(now) is None:
                break
        except Changed:
            break
        passed.append(contents(collection))
    for before in reversed(passed[:-1]):
        redone = edits.redo(now)
        assert redone is not None
        assert contents(collection) == before, f"“{redone.kind}” was not done again"
