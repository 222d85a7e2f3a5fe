"""The tables of the collection, as named migrations from nothing to the newest schema.

`user_version` in the file counts the migrations applied. A published migration is never edited: a change
of the tables is a new one at the end, and the tests keep a golden file of every schema there was.
"""

import sqlite3

APPLICATION_ID = 0x4C53544D  # "LSTM", so that `file` and our importers know the database for ours

_SCHEDULE_COLUMNS = """
    {0}stability REAL CHECK ({0}stability > 0),
    {0}difficulty REAL CHECK ({0}difficulty BETWEEN 1 AND 10),
    {0}last_review_ms INTEGER,
    {0}last_day INTEGER,
    {0}due_day INTEGER,
    {0}due_at_ms INTEGER,
    {0}repetitions INTEGER CHECK ({0}repetitions >= 0),
    {0}lapses INTEGER CHECK ({0}lapses >= 0)
"""

SEARCHED = "front, back, topic, formula, why, tags"  # the columns of a card whose words can be searched

_CARDS_AND_LOG = f"""
CREATE TABLE deck (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL
) STRICT;

CREATE TABLE card (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    deck INTEGER NOT NULL REFERENCES deck (id),
    position INTEGER NOT NULL, -- the order in which the deck is to be learnt
    front TEXT NOT NULL,
    back TEXT NOT NULL,
    topic TEXT NOT NULL,
    formula TEXT NOT NULL,
    why TEXT NOT NULL,
    tags TEXT NOT NULL, -- a JSON list
    scene TEXT NOT NULL
) STRICT;
CREATE INDEX card_deck ON card (deck, position);

-- Every rating there ever was, in the order of id. A row with `voids` takes that rating back.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    at_ms INTEGER NOT NULL, -- UTC
    offset_min INTEGER NOT NULL, -- what the person's clock was ahead of UTC
    study_day INTEGER NOT NULL,
    card INTEGER NOT NULL REFERENCES card (id),
    voids INTEGER REFERENCES event (id),
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    mode TEXT,
    response_ms INTEGER,
    {_SCHEDULE_COLUMNS.format("before_")},
    {_SCHEDULE_COLUMNS.format("after_")},
    CHECK ((voids IS NULL) = (rating IS NOT NULL))
) STRICT;
CREATE INDEX event_card ON event (card);
CREATE UNIQUE INDEX event_voids ON event (voids) WHERE voids IS NOT NULL;
CREATE INDEX event_day ON event (study_day);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- A cache of the log, one row a card: what the last rating that still stands led to.
CREATE TABLE memory (
    card INTEGER PRIMARY KEY REFERENCES card (id),
    deck INTEGER NOT NULL,
    position INTEGER NOT NULL,
    {_SCHEDULE_COLUMNS.format("")},
    shuffle INTEGER NOT NULL -- mixes the cards due on one day
) STRICT;
CREATE INDEX memory_new ON memory (deck, position) WHERE stability IS NULL;
CREATE INDEX memory_due ON memory (deck, due_day, shuffle) WHERE stability IS NOT NULL AND due_at_ms IS NULL;
CREATE INDEX memory_due_anywhere ON memory (due_day, shuffle)
    WHERE stability IS NOT NULL AND due_at_ms IS NULL;
CREATE INDEX memory_waiting ON memory (due_at_ms) WHERE due_at_ms IS NOT NULL;

-- One row for each import that changed anything.
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    deck TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
"""

_SEARCH_JOURNAL_MEDIA = f"""
ALTER TABLE deck ADD COLUMN new_per_day INTEGER CHECK (new_per_day >= 0); -- NULL: as the deck around it
ALTER TABLE deck ADD COLUMN retention REAL CHECK (retention > 0 AND retention < 1);
ALTER TABLE deck ADD COLUMN exam_day INTEGER; -- a study day
ALTER TABLE deck ADD COLUMN arranged INTEGER NOT NULL DEFAULT 0 CHECK (arranged IN (0, 1)); -- by a person
ALTER TABLE deck ADD COLUMN deleted_ms INTEGER; -- its row stays for its deleted cards, which may come back

ALTER TABLE card ADD COLUMN challenge TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1));
ALTER TABLE card ADD COLUMN buried_day INTEGER NOT NULL DEFAULT 0; -- the study day it is left out of
ALTER TABLE card ADD COLUMN edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)); -- by a person
ALTER TABLE card ADD COLUMN deleted_ms INTEGER; -- the log points at it, so its row stays

ALTER TABLE event ADD COLUMN confidence INTEGER CHECK (confidence BETWEEN 0 AND 100);
ALTER TABLE event ADD COLUMN correct INTEGER CHECK (correct IN (0, 1));
ALTER TABLE event ADD COLUMN hints INTEGER NOT NULL DEFAULT 0 CHECK (hints >= 0);
ALTER TABLE event ADD COLUMN retention REAL CHECK (retention BETWEEN 0.7 AND 0.99); -- that was aimed for
ALTER TABLE event ADD COLUMN exam_day INTEGER; -- of the exam that was heeded

-- The same cache as before, but for what is not to be asked. A card that was deleted has no row.
ALTER TABLE memory ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memory ADD COLUMN buried_day INTEGER NOT NULL DEFAULT 0;
DROP INDEX memory_new;
DROP INDEX memory_due;
DROP INDEX memory_due_anywhere;
DROP INDEX memory_waiting;
-- Their last columns are there so that no row has to be read to count what is due.
CREATE INDEX memory_new ON memory (deck, position, buried_day) WHERE stability IS NULL AND suspended = 0;
CREATE INDEX memory_due ON memory (deck, due_day, shuffle, buried_day, last_day)
    WHERE stability IS NOT NULL AND due_at_ms IS NULL AND suspended = 0;
CREATE INDEX memory_due_anywhere ON memory (due_day, shuffle, buried_day)
    WHERE stability IS NOT NULL AND due_at_ms IS NULL AND suspended = 0;
CREATE INDEX memory_waiting ON memory (due_at_ms, deck, buried_day)
    WHERE due_at_ms IS NOT NULL AND suspended = 0;

ALTER TABLE import ADD COLUMN undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1));

-- Pictures, scenes and graded cards, by names that their contents decide.
CREATE TABLE media (
    name TEXT PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

-- What was done to cards and decks, so that it can be undone and done again.
CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: it tells one state from another
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    deck TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    first_event INTEGER, -- the ratings that came with an import
    last_event INTEGER
) STRICT;
CREATE TABLE edit_card (
    edit INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE,
    card INTEGER NOT NULL, -- its row id, which may be gone
    before TEXT, -- a JSON object of the row; NULL: it was not there
    after TEXT,
    PRIMARY KEY (edit, card)
) STRICT, WITHOUT ROWID;
CREATE TABLE edit_deck (
    edit INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE,
    deck INTEGER NOT NULL, -- its row id, which may be gone
    before TEXT,
    after TEXT,
    PRIMARY KEY (edit, deck)
) STRICT, WITHOUT ROWID;

-- Kept by card_text.py: older SQLites let no trigger write to it where the schema is not trusted.
CREATE VIRTUAL TABLE card_text USING fts5 (
    {SEARCHED}, content = 'card', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO card_text (rowid, {SEARCHED}) SELECT id, {SEARCHED} FROM card;
"""

MIGRATIONS: dict[str, str] = {
    "cards and log": _CARDS_AND_LOG,
    "graded cards, media, journal, full text": _SEARCH_JOURNAL_MEDIA,
}
SCHEMA_VERSION = len(MIGRATIONS)
_TABLES = (  # that each migration added
    {"deck", "card", "event", "memory", "import"},
    {"media", "edit", "edit_card", "edit_deck", "card_text"},
)


def tables(version: int = SCHEMA_VERSION) -> frozenset[str]:
    """The tables that a collection of a version up to the newest has."""
    return frozenset().union(*_TABLES[:version])


def version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> list[str]:
    """Apply the migrations that are missing, each in its own transaction; the names of those applied."""
    applied = []
    for number, (name, sql) in enumerate(MIGRATIONS.items(), start=1):
        if number > version(connection):
            _apply(connection, number, sql)
            applied.append(name)
    return applied


def _apply(connection: sqlite3.Connection, number: int, sql: str) -> None:
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE; {sql}; PRAGMA user_version = {number}; "
            f"PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
