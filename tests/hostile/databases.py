"""Packages whose SQLite is hostile: what runs, what never ends, what is damaged, what is too much."""

import json
import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing

from lstm_gui.formats.anki.package import COLLECTIONS
from lstm_gui.formats.preview import Preview
from tests.formats.anki.packages import BASIC, REVERSED, Collection, Note, database, package
from tests.hostile.archives import stored
from tests.hostile.case import Case, holds, reads

_GOOD = Note(("q", "a"))
_FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)"
_CLOZE = 3


def _sql(statements: str, version: int = 1) -> Callable[[], bytes]:
    return lambda: _plain(lambda connection: connection.executescript(statements), version)


def _plain(spoil: Callable[[sqlite3.Connection], object], version: int = 1) -> bytes:
    """A package of one note that is spoilt: not packed, so that no ratio refuses it."""

    def after(connection: sqlite3.Connection) -> None:
        spoil(connection)

    content = database(Collection([_GOOD], after=after), version)
    return stored({COLLECTIONS[1]: content})


def _view(table: str, columns: str) -> Callable[[], bytes]:
    return _sql(
        f"ALTER TABLE {table} RENAME TO old; CREATE VIEW {table} AS {_FOR_EVER} SELECT {columns} FROM n"
    )


def _spoilt(seed: int) -> Callable[[], bytes]:
    """Pages in the middle written over, the first left as it is."""

    def made() -> bytes:
        content = bytearray(database(Collection([_GOOD] * 2000), 1))
        chance = random.Random(seed)
        for _ in range(40):
            place = chance.randrange(4096, len(content))
            content[place : place + 30] = chance.randbytes(30)
        return stored({"collection.anki2": bytes(content)})

    return made


def _cut() -> bytes:
    content = database(Collection([_GOOD] * 2000), 1)
    return stored({"collection.anki2": content[: len(content) // 2]})


def _circle() -> bytes:
    """A tree of pages that leads back to its own root."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript("PRAGMA page_size = 512")
        connection.deserialize(database(Collection([Note(("q" * 300, "a"))] * 500), 1))
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'notes'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        content = bytearray(connection.serialize())
    content[(root - 1) * size + 8 : (root - 1) * size + 12] = root.to_bytes(4, "big")
    return stored({"collection.anki2": bytes(content)})


def _full() -> bytes:
    """As large as a collection may be, of what cannot be packed."""
    junk = os.urandom(1_000_000)

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE junk (content BLOB)")
        connection.executemany("INSERT INTO junk VALUES (?)", [(junk,)] * 62)

    return _plain(fill)


def _full_of_notes() -> bytes:
    """The same of notes, each with one sign that makes its text four times as large in memory."""
    text = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz ", k=9_900)) + "\U0001f600"
    notes = [Note((text, f"{n} {text}")) for n in range(2_800)]
    return stored({COLLECTIONS[1]: database(Collection(notes), 1)})


def _multiplied() -> bytes:
    """Few notes, many cards of each: what is small to keep is large when all cards are made."""
    text = "x" * 9_900 + "\U0001f600"
    notes = [Note((text, f"{text}{n}"), REVERSED, cards=(0, 1)) for n in range(40)]
    sides = [{"ord": n, "qfmt": "{{Front}}", "afmt": "{{Back}}"} for n in range(400)]

    def many(connection: sqlite3.Connection) -> None:
        models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
        models[str(REVERSED)]["tmpls"] = sides
        connection.execute("UPDATE col SET models = ?", (json.dumps(models),))
        connection.execute("DELETE FROM cards")
        connection.executemany(
            "INSERT INTO cards (nid, did, ord, odid) VALUES (?, 11, ?, 0)",
            [(100 + note, side) for note in range(len(notes)) for side in range(len(sides))],
        )

    return package(Collection(notes, after=many), 1)


def _templates(front: str, count: int = 1) -> Callable[[], bytes]:
    def made() -> bytes:
        def spoil(connection: sqlite3.Connection) -> None:
            models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
            side = {"qfmt": "{{Front}}", "afmt": front}
            models[str(BASIC)]["tmpls"] = [{"ord": n, **side} for n in range(count)]
            connection.execute("UPDATE col SET models = ?", (json.dumps(models),))

        return _plain(spoil)

    return made


def _col(column: str, value: object) -> Callable[[], bytes]:
    def spoil(connection: sqlite3.Connection) -> None:
        connection.execute(f"UPDATE col SET {column} = ?", (value,))

    return lambda: _plain(spoil)


def _bounded(preview: Preview) -> bool:
    return all(len(card.front) <= 10_000 and len(card.back) <= 10_000 for card in preview.deck.cards)


_REVIEWS = "CREATE TABLE revlog (id integer primary key, cid, usn, ease, ivl, lastIvl, factor, time, type);"
_FILL = f"INSERT INTO revlog {_FOR_EVER.replace('1000000000', '{count}')} SELECT {{row}} FROM n;"


def _reviews(count: int, row: str) -> Callable[[], bytes]:
    return _sql(_REVIEWS + _FILL.format(count=count, row=row))


def _case(
    name: str,
    content: Callable[[], bytes],
    refused: str = "",
    contained: Callable[[Preview], bool] | None = None,
) -> Case:
    return Case(f"database: {name}", "deck.apkg", content, refused, contained)


CASES: tuple[Case, ...] = (
    _case(
        "notes are a view of a billion rows",
        _view("notes", "i AS id, i AS guid, 1 AS mid, i AS tags, i AS flds"),
        'no table "notes"',
    ),
    _case(
        "cards are a view of a billion rows",
        _view("cards", "i AS id, i AS nid, 1 AS did, 0 AS ord, 0 AS odid"),
        'no table "cards"',
    ),
    _case("settings are a view", _view("col", "i AS id, i AS models, i AS decks"), 'no table "col"'),
    _case(
        "decks are a view",
        _sql(
            f"ALTER TABLE decks RENAME TO o; CREATE VIEW decks AS {_FOR_EVER} SELECT i id, i name FROM n",
            version=3,
        ),
        'no table "decks"',
    ),
    _case(
        "triggers on everything, and a view beside",
        _sql(
            "CREATE TRIGGER a AFTER INSERT ON notes BEGIN DELETE FROM notes; END;"
            "CREATE TRIGGER b BEFORE UPDATE ON cards BEGIN SELECT RAISE(ABORT, 'x'); END;"
            f"CREATE VIEW v AS {_FOR_EVER} SELECT * FROM n"
        ),
        contained=reads("q"),
    ),
    _case(
        "notes are a virtual table",
        _sql("DROP TABLE notes; CREATE VIRTUAL TABLE notes USING fts5(id, guid, mid, tags, flds)"),
        'no table "notes"',
    ),
    _case(
        "a view that would attach a file",
        _sql("CREATE VIEW passwords AS SELECT * FROM pragma_database_list"),
        contained=reads("q"),
    ),
    _case(
        "a generated column",
        _sql("ALTER TABLE notes DROP COLUMN flds; ALTER TABLE notes ADD flds AS (hex(zeroblob(8000000)))"),
        'no table "notes"',
    ),
    _case(
        "an index whose expression is dear",
        _sql("CREATE INDEX dear ON notes (length(hex(zeroblob(7000000))))"),
        contained=lambda preview: len(preview.deck.cards) == 1,
    ),
    _case(
        "a collation that is not there",
        _sql("DROP TABLE cards; CREATE TABLE cards (id, nid, did, ord, odid COLLATE nocase)"),
        "no card",
    ),
    _case("a field of 15 MB", _sql("UPDATE notes SET flds = zeroblob(15000000)"), "longer than"),
    _case("a field of 40 MB", _sql("UPDATE notes SET flds = zeroblob(40000000)"), "damaged inside"),
    _case("an id of 15 MB", _sql("UPDATE notes SET guid = zeroblob(15000000)"), contained=holds(1)),
    _case(
        "tags of 15 MB",
        _sql("UPDATE notes SET tags = replace(hex(zeroblob(3000000)), '0', 'x ')"),
        contained=holds(1),
    ),
    _case("a field of no UTF-8", _sql("UPDATE notes SET flds = x'fffe00'"), "bytes that are no text"),
    _case(
        "a name of no UTF-8",
        _sql("DROP INDEX names; UPDATE notetypes SET name = x'ff'", version=3),
        "cannot be understood",
    ),
    _case("a deck of no UTF-8", _sql("UPDATE decks SET name = x'ff'", version=3), "cannot be understood"),
    _case(
        "settings that are a number",
        _sql("UPDATE notetypes SET config = 5", version=3),
        "cannot be understood",
    ),
    _case("damaged pages, one way", _spoilt(1), "damaged inside"),
    _case("damaged pages, another way", _spoilt(2), "damaged inside"),
    _case("pages in a circle", _circle, "damaged inside"),
    _case("half of the pages", _cut, "damaged inside"),
    _case("as large as it may be", _full, contained=reads("q")),
    _case("full of notes with wide signs", _full_of_notes, "hold too much text"),
    _case("few notes of 16,000 long cards", _multiplied, "hold too much text"),
    _case(
        "a hundred thousand cards and one",
        _sql(
            f"INSERT INTO cards (nid, did, ord, odid) {_FOR_EVER.replace('1000000000', '100001')} "
            "SELECT 1, 1, 0, 0 FROM n"
        ),
        "more than 100000 cards",
    ),
    _case(
        "a card of ten thousand gaps",
        lambda: package(Collection([Note(("{{c1::a}}" * 10_000, ""), _CLOZE)]), 1),
        "longer than",
    ),
    _case(
        "gaps in gaps in gaps",
        lambda: package(Collection([Note(("{{c1::" * 9_000 + "x" + "}}" * 9_000, ""), _CLOZE)]), 1),
        "longer than",
    ),
    _case("a template without an end", _templates("<hr " + "id=answer " * 9_000, 100), "longer than"),
    _case(
        "a template of spaces", _templates("<hr" + " " * 90_000 + "id" + " " * 900, 100), contained=holds(1)
    ),
    _case("a template of braces", _templates("{{" * 45_000, 50), "longer than"),
    _case("a template of sections", _templates("{{#Front}}" * 9_000, 50), "has no answer"),
    _case("a template of fields", _templates("{{Front}}" * 9_000), contained=_bounded),
    _case("note types 100,000 deep", _col("models", "[" * 100_000), "deep"),
    _case("a note type of NaN", _col("models", '{"1": NaN}'), "finite"),
    _case("a note type twice", _col("models", '{"1": {}, "1": {}}'), "twice"),
    _case(
        "a note type of 5,000 digits", _col("models", '{"' + "9" * 5000 + '": {}}'), "cannot be understood"
    ),
    _case("half a character", _col("models", '{"1": "\\ud800"}'), "surrogate"),
    _case(
        "20,000 note types",
        _col("models", json.dumps({str(n): {} for n in range(20_000)})),
        "cannot be understood",
    ),
    _case(
        "a million reviews",
        _reviews(1_000_001, "i + 1500000000000, 1, 0, 3, 1, 1, 1, 1, 1"),
        "more than 1000000",
    ),
    _case(
        "reviews of nothing", _reviews(1000, "i, 'x', NULL, 9, x'00', 1, 1, 1e300, 7"), contained=reads("q")
    ),
    _case(
        "reviews a thousand in one moment, out of order",
        _reviews(1000, "4102444799999 - i, 1, 0, 1 + i % 4, -9e18, 9e18, 0, 9223372036854775807, i % 4"),
        contained=reads("q"),
    ),
    _case("a log of another program", lambda: stored({"collection.anki2": _other()}), 'no table "col"'),
)


def _other() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE moz_places (id)")
        return connection.serialize()
