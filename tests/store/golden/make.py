"""Writes the golden file of the newest schema: once, when it is published, and never again."""

import sqlite3
from datetime import timedelta
from pathlib import Path

from lstm_gui.quiz.rating import Rating
from lstm_gui.store import schema
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck, rate

HERE = Path(__file__).parent


def dump(connection: sqlite3.Connection) -> str:
    """The database as SQL, with the numbers in its header and the full text, which a dump makes a mess of."""
    version = schema.version(connection)
    header = [f"PRAGMA application_id = {schema.APPLICATION_ID};", f"PRAGMA user_version = {version};"]
    (full_text,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'card_text'").fetchone()
    searched = [f"{full_text};", "INSERT INTO card_text (card_text) VALUES ('rebuild');"]
    rest = (line for line in connection.iterdump() if "card_text" not in line and "writable_" not in line)
    return "\n".join([*rest, *searched, *header, ""])


def study(collection: Collection) -> None:
    """What the golden collection went through: two decks' worth of ratings, one of them taken back."""
    collection.import_deck(deck(), NOW)
    rate(collection, "card-0", Rating.PERFECTLY)
    rate(collection, "card-1", Rating.NOT_AT_ALL, NOW + timedelta(seconds=20))
    rate(collection, "card-1", Rating.WELL, NOW + timedelta(seconds=90))
    rate(collection, "card-2", Rating.PARTLY, NOW + timedelta(days=1))
    collection.undo(NOW + timedelta(days=1, seconds=5))
    rate(collection, "card-2", Rating.WELL, NOW + timedelta(days=1, seconds=9))
    rate(collection, "card-0", Rating.BARELY, NOW + timedelta(days=9))


def write(folder: Path) -> None:
    """Make the collection in an empty folder, and its dump here."""
    with Collection.open(folder, now=NOW) as collection:
        study(collection)
        target = HERE / f"schema_{schema.SCHEMA_VERSION}.sql"
        target.write_text(dump(collection._connection), encoding="utf-8")
