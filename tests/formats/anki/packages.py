"""Anki packages as Anki writes them, in each version there is, made of a few notes."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import zstandard

BASIC, REVERSED, CLOZE = 1, 2, 3
FORGET, INPUT = 11, 12
DECKS = {1: "Default", FORGET: "Gates::Forget", INPUT: "Gates::Input"}
ANSWER = "{{FrontSide}}\n\n<hr id=answer>\n\n"
KINDS = {
    BASIC: ("Basic", ("Front", "Back"), [("{{Front}}", ANSWER + "{{Back}}")], 0),
    REVERSED: (
        "Both ways",
        ("Front", "Back"),
        [("{{Front}}", ANSWER + "{{Back}}"), ("{{Back}}", ANSWER + "{{Front}}")],
        0,
    ),
    CLOZE: ("Cloze", ("Text", "Extra"), [("{{cloze:Text}}", "{{cloze:Text}}<br>{{Extra}}")], 1),
}
VERSIONS = (1, 2, 3)


@dataclass(frozen=True)
class Note:
    """A note, and which cards of it lie in which deck."""

    fields: Sequence[str]
    kind: int = BASIC
    guid: str = ""
    tags: str = ""
    cards: Sequence[int] = (0,)
    deck: int = FORGET


@dataclass(frozen=True)
class Collection:
    """What a package holds; `after` spoils the database when all is written."""

    notes: Sequence[Note]
    decks: dict[int, str] = field(default_factory=lambda: DECKS)
    after: Callable[[sqlite3.Connection], None] = lambda _connection: None
    media: Sequence[tuple[str, bytes]] = ()


def package(collection: Collection, version: int) -> bytes:
    """The package as Anki writes it in this version: 1 is the oldest, which every Anki reads."""
    content = database(collection, version)
    dummy = database(Collection([Note(("Please update to the latest Anki version", "."))]), 1)
    entries = {
        1: {"collection.anki2": content, **_legacy_media(collection)},
        2: {
            "collection.anki21": content,
            "collection.anki2": dummy,
            "meta": b"\x08\x02",
            **_legacy_media(collection),
        },
        3: {
            "meta": b"\x08\x03",
            "collection.anki21b": zstandard.compress(content),
            "collection.anki2": dummy,
            **_newest_media(collection),
        },
    }[version]
    return archive(entries)


def _legacy_media(collection: Collection) -> dict[str, bytes]:
    names = {str(place): name for place, (name, _) in enumerate(collection.media)}
    files = {str(place): content for place, (_, content) in enumerate(collection.media)}
    return {"media": json.dumps(names).encode(), **files}


def _newest_media(collection: Collection) -> dict[str, bytes]:
    entries = b"".join(message(1, message(1, name.encode())) for name, _ in collection.media)
    files = {str(place): zstandard.compress(content) for place, (_, content) in enumerate(collection.media)}
    return {"media": zstandard.compress(entries), **files}


def archive(entries: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in entries.items():
            zipped.writestr(name, content)
    return out.getvalue()


def database(collection: Collection, version: int) -> bytes:
    """The collection as SQLite, in the schema of the version."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        connection.executescript(
            "CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);"
            "CREATE TABLE cards (id integer primary key, nid, did, ord, odid);"
        )
        (_tables if version == 3 else _json)(connection, collection)
        for key, note in enumerate(collection.notes, 100):
            row = key, note.guid or f"guid{key}", note.kind, note.tags, "\x1f".join(note.fields)
            connection.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?)", row)
            for place in note.cards:
                card = key, note.deck, place
                connection.execute("INSERT INTO cards (nid, did, ord, odid) VALUES (?, ?, ?, 0)", card)
        collection.after(connection)
        return connection.serialize()


def _json(connection: sqlite3.Connection, collection: Collection) -> None:
    models = {
        str(key): {
            "name": name,
            "type": cloze,
            "flds": [{"name": each, "ord": place} for place, each in enumerate(fields)],
            "tmpls": [{"ord": n, "qfmt": front, "afmt": back} for n, (front, back) in enumerate(sides)],
        }
        for key, (name, fields, sides, cloze) in KINDS.items()
    }
    decks = {str(key): {"name": name} for key, name in collection.decks.items()}
    connection.execute("CREATE TABLE col (id integer primary key, models text, decks text)")
    connection.execute("INSERT INTO col VALUES (1, ?, ?)", (json.dumps(models), json.dumps(decks)))


def _tables(connection: sqlite3.Connection, collection: Collection) -> None:
    connection.executescript(
        "CREATE TABLE col (id integer primary key, models text, decks text);"
        "INSERT INTO col VALUES (1, '', '');"
        "CREATE TABLE notetypes (id integer primary key, name text COLLATE unicase, config blob);"
        "CREATE UNIQUE INDEX names ON notetypes (name);"
        "CREATE TABLE fields (ntid, ord, name text COLLATE unicase, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;"
        "CREATE TABLE templates (ntid, ord, config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;"
        "CREATE TABLE decks (id integer primary key, name text COLLATE unicase);"
    )
    for key, (name, fields, sides, cloze) in KINDS.items():
        config = (b"\x08\x01" if cloze else b"") + message(3, b".card {}")
        connection.execute("INSERT INTO notetypes VALUES (?, ?, ?)", (key, name, config))
        named = [(key, place, each) for place, each in enumerate(fields)]
        connection.executemany("INSERT INTO fields VALUES (?, ?, ?)", named)
        cards = [(key, n, message(1, a.encode()) + message(2, b.encode())) for n, (a, b) in enumerate(sides)]
        connection.executemany("INSERT INTO templates VALUES (?, ?, ?)", cards)
    decks = [(key, name.replace("::", "\x1f")) for key, name in collection.decks.items()]
    connection.executemany("INSERT INTO decks VALUES (?, ?)", decks)


def message(field_number: int, content: bytes) -> bytes:
    """A field of bytes in the wire format of Protocol Buffers."""
    length, size = bytearray(), len(content)
    while size > 0x7F:
        length.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes([field_number << 3 | 2, *length, size]) + content
