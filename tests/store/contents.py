"""What a collection holds, as tests of its edits compare it."""

from datetime import datetime
from typing import Any

from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection

Contents = dict[str, list[tuple[Any, ...]]]

FULL_TEXT = "SELECT rowid FROM card_text WHERE card_text MATCH ?"


def contents(collection: Collection) -> Contents:
    """All that is there, but for the journal, the log, and rows that are kept for it alone."""
    tables = {
        "deck": "SELECT * FROM deck WHERE deleted_ms IS NULL ORDER BY id",
        "card": "SELECT * FROM card WHERE deleted_ms IS NULL ORDER BY id",
        "memory": "SELECT * FROM memory ORDER BY card",
        "import": "SELECT deck, added, changed FROM import WHERE undone = 0 AND added + changed > 0",
        "stands": "SELECT card, rating, at_ms, after_stability FROM event WHERE voids IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM event AS void WHERE void.voids = event.id) ORDER BY at_ms, card",
    }
    return {name: collection._connection.execute(sql).fetchall() for name, sql in tables.items()}


def deck_names(collection: Collection) -> list[str]:
    """The decks that have rows."""
    return sorted(name for _, name, *_ in contents(collection)["deck"])


def found(collection: Collection, words: str) -> set[int]:
    """The rows that full text finds."""
    return {row for (row,) in collection._connection.execute(FULL_TEXT, (words,))}


def sound(collection: Collection) -> None:
    """The cache is what the log leads to, and the full text what the cards say."""
    collection.verify()
    assert collection.rebuild() == 0
    connection = collection._connection
    for words in ("gate", "number", "other", "fresh"):
        column_filter = (
            "front LIKE ? OR back LIKE ? OR topic LIKE ? OR why LIKE ? OR tags LIKE ? OR formula LIKE ?"
        )
        said = connection.execute(
            f"SELECT id FROM card WHERE deleted_ms IS NULL AND ({column_filter})", 6 * (f"%{words}%",)
        )
        assert found(collection, f"{words}*") == {row for (row,) in said}
    connection.execute("INSERT INTO card_text (card_text, rank) VALUES ('integrity-check', 0)")


def first_rating(uid: str, now: datetime) -> ReviewEvent:
    """A rating of a card that was never rated, as another collection would have it."""
    return Scheduler().review(Memory(uid), Rating.WELL, now)[1]
