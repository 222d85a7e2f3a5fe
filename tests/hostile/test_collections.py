"""A collection whose rows no program of ours wrote: every use of it works or says so in a sentence."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from lstm_gui.quiz.practice.question import Mode
from lstm_gui.quiz.practice.selection import Draw
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import FILE_NAME, Collection
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.examine import is_made_by_us
from lstm_gui.store.search import Order
from tests.refusals import is_one_sentence
from tests.store.study import NOW, deck

Use = Callable[[Collection], object]


def _rate(collection: Collection) -> None:
    queued = collection.next_card(None, NOW, 10)
    if queued is not None:
        collection.record(Scheduler().review(queued.memory, Rating.WELL, NOW)[1])


def _search(collection: Collection) -> object:
    found = collection.search.find("gate -tag:x is:due", Order(), NOW)
    shelves = collection.search.shelves(NOW)
    return collection.search.rows(found.ids, NOW), collection.search.uids(found.ids), shelves


def _whole(collection: Collection) -> object:
    return [collection.deck(found.name) for found in collection.decks(NOW, 10)]


USES: dict[str, Use] = {
    "decks": lambda collection: collection.decks(NOW, 10),
    "cards": lambda collection: collection.cards("Gates"),
    "whole": _whole,
    "next": lambda collection: collection.next_card(None, NOW, 10),
    "counts": lambda collection: collection.counts(None, NOW, 10),
    "next due": lambda collection: collection.next_due(None, NOW, 10),
    "memory": lambda collection: collection.memory("card-0"),
    "events": lambda collection: list(collection.events()),
    "entries": lambda collection: list(collection.entries("Gates")),
    "last": lambda collection: collection.last_review(),
    "media": lambda collection: collection.media("Gates"),
    "history": lambda collection: collection.history(),
    "search": lambda collection: _search(collection),
    "topics": lambda collection: collection.practice_topics(None),
    "drawn": lambda collection: collection.drawn(None, [], Draw(Mode.CRAM, 5, 1, study_day(NOW))),
    "last edit": lambda collection: collection.edits.last(),
    "preview": lambda collection: collection.preview_import(deck(8)),
    "rate": _rate,
    "undo rating": lambda collection: collection.undo(NOW),
    "tag": lambda collection: collection.edits.tag(["card-0", "card-1"], ["x"], NOW),
    "undo": lambda collection: collection.edits.undo(NOW),
    "undo more": lambda collection: collection.edits.undo(NOW),
    "redo": lambda collection: collection.edits.redo(NOW),
    "import": lambda collection: collection.import_deck(deck(8), NOW),
    "verify": lambda collection: collection.verify(),
    "check": lambda collection: collection.check(),
    "rebuild": lambda collection: collection.rebuild(),
}
HOSTILE: dict[str, str] = {
    "tags that are no JSON": "UPDATE card SET tags = 'x' WHERE id = 1",
    "tags that are an object": "UPDATE card SET tags = '{\"a\": 1}'",
    "tags that are numbers": "UPDATE card SET tags = '[1, null, {}]'",
    "tags 100,000 deep": "UPDATE card SET tags = replace(hex(zeroblob(50000)), '0', '[')",
    "tags of 5,000 digits": "UPDATE card SET tags = '[' || replace(hex(zeroblob(2500)), '0', '9') || ']'",
    "half a character in tags": "UPDATE card SET tags = '[\"\\ud800\"]'",
    "texts that are no text": "UPDATE card SET front = CAST(x'fffe' AS TEXT)",
    "texts of NUL": "UPDATE card SET front = 'a' || char(0) || 'b', uid = uid || char(0)",
    "a text of 40 MB": "UPDATE card SET back = hex(zeroblob(20000000)) WHERE id = 1",
    "a rating at the end of time": "DROP TRIGGER event_is_never_changed; UPDATE event SET at_ms = 9e18",
    "a rating of a clock far off": "DROP TRIGGER event_is_never_changed; UPDATE event SET offset_min = 99999",
    "a rating of 9": (
        "DROP TRIGGER event_is_never_changed; PRAGMA ignore_check_constraints = ON; UPDATE "
        "event SET rating = 9"
    ),
    "a rating of one byte": (
        "DROP TRIGGER event_is_never_changed; PRAGMA ignore_check_constraints = ON; UPDATE "
        "event SET uuid = CAST(id AS BLOB)"
    ),
    "a schedule at the end of time": "UPDATE memory SET last_review_ms = 9e18, due_at_ms = 9e18",
    "a schedule that is not finite": "UPDATE memory SET stability = 9e999, difficulty = 5",
    "a day far off": "UPDATE memory SET stability = 1, difficulty = 5, last_day = -9e18, due_day = 1",
    "an exam at the end of time": "UPDATE deck SET exam_day = 9e18",
    "an exam before all time": "UPDATE deck SET exam_day = -9e18",
    "new cards without an end": "UPDATE deck SET new_per_day = 9e18",
    "a position at the end": (
        "UPDATE card SET position = 9223372036854775807; UPDATE memory SET position = 9223372036854775807"
    ),
    "a journal that is no JSON": "UPDATE edit_card SET before = 'x', after = 'y'",
    "a journal of other keys": (
        "UPDATE edit_card SET before = '{}', after = '{\"a\": 1}'; UPDATE edit_deck SET after = '{}'"
    ),
    "a journal that is a list": "UPDATE edit_card SET before = '[]', after = '[1]'",
    "a journal 100,000 deep": "UPDATE edit_card SET after = replace(hex(zeroblob(50000)), '0', '[')",
    "a journal of wrong kinds": (
        "UPDATE edit_card SET before = replace(before, '\"position\":0', '\"position\":[]'), "
        "after = replace(after, '\"position\":0', '\"position\":{}')"
    ),
    "a journal of a moment far off": "UPDATE edit SET at_ms = 9e18",
    "full text that is damaged": "UPDATE card_text_data SET block = x'ff00ff' WHERE id > 1",
    "full text that is gone": "DELETE FROM card_text_data",
    "full text out of step": "INSERT INTO card_text (card_text) VALUES ('delete-all')",
    "media that are empty": (
        "INSERT INTO media VALUES ('../x.png', x''); INSERT INTO media VALUES ('b.scene.json', x'7b')"
    ),
    "a row of the cache that is no card": "UPDATE memory SET card = 99 WHERE card = 1",
    "a card of no deck": "PRAGMA foreign_keys = OFF; UPDATE card SET deck = 99 WHERE id = 1",
    "deck names that are hostile": (
        "UPDATE deck SET name = '::<b>' || char(0x202e, 27) || replace(hex(zeroblob(5000)), '0', '::')"
    ),
    "an empty deck name": "UPDATE deck SET name = ''",
    "triggers that delete": "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM card; END",
    "triggers that stop all": "CREATE TRIGGER t BEFORE INSERT ON edit BEGIN SELECT RAISE(ABORT, ''); END",
    "a view that never ends": (
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"
    ),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    home = tmp_path_factory.mktemp("sound")
    with Collection.open(home, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        for _ in range(3):
            _rate(collection)
        collection.edits.suspend(["card-5"], NOW)
    with closing(sqlite3.connect(home / FILE_NAME)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
    return (home / FILE_NAME).read_bytes()


def _spoil(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.create_function("shuffle_key", 2, lambda *_: 0, deterministic=True)
        database.executescript(sql)


@pytest.mark.parametrize("name", HOSTILE)
def test_every_use_works_or_says_why_not(name: str, sound: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(sound)
    _spoil(tmp_path / FILE_NAME, HOSTILE[name])
    with Collection.open(tmp_path, now=NOW, start_anew=True) as collection:
        faults = [f"{called}: {fault}" for called, use in USES.items() if (fault := _fault(use, collection))]
    assert faults == []


def _fault(use: Use, collection: Collection) -> str:
    try:
        use(collection)
    except CollectionError as error:
        return "" if is_one_sentence(str(error)) else str(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        return f"{type(error).__name__}: {error}"[:300]
    return ""


def test_code_that_came_with_a_collection_is_taken_out_before_anything_is_written(
    sound: bytes, tmp_path: Path
) -> None:
    (tmp_path / FILE_NAME).write_bytes(sound)
    _spoil(
        tmp_path / FILE_NAME,
        'CREATE TRIGGER [a " b] AFTER INSERT ON event BEGIN DELETE FROM card; END;'
        "DROP TRIGGER event_is_never_deleted; CREATE VIEW v AS SELECT 1;"
        "CREATE TRIGGER event_is_never_deleted AFTER INSERT ON event BEGIN DELETE FROM media; END",
    )
    with Collection.open(tmp_path, now=NOW) as collection:
        assert "Code that LSTM Lab did not write was taken out" in collection.notice
        _rate(collection)
        assert len(collection.cards("Gates")) == 6
    assert is_made_by_us(tmp_path / FILE_NAME)
    with Collection.open(tmp_path, now=NOW) as collection:
        assert not collection.notice
