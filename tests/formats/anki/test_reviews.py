"""The reviews of a package become ratings with their days, twice the same, and follow on what is known."""

import io
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.anki import reviews
from lstm_gui.formats.anki.reader import read_package
from lstm_gui.formats.preview import Preview
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection as Kept
from tests.formats.anki.packages import REVERSED, Collection, Note, package

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
Review = tuple[int, int, int, int]  # card, days after NOON, answer, kind
GIVEN: Sequence[Review] = (
    (1, 0, 3, 0),
    (2, 0, 1, 0),
    (1, 3, 4, 1),
    (2, 3, 2, 2),
    (1, 20, 0, 4),
    (1, 21, 1, 1),
    (1, 22, 3, 3),
    (9, 3, 3, 1),
)


def read(given: Sequence[Review] = GIVEN, *, with_schedule: bool = True, sql: str = "") -> Preview:
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE revlog (id integer primary key, cid, ease, time, type, factor)")
        for place, (card, days, answer, kind) in reversed(list(enumerate(given))):
            at = int((NOON + timedelta(days=days)).timestamp() * 1000) + place
            row = (at, card, answer, 5000, kind, 0 if kind == 3 else 2500)
            connection.execute("INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.executescript(sql)

    notes = [Note(("f", "forget"), REVERSED, guid="g", cards=(0, 1))]
    content = package(Collection(notes, after=fill), 1)
    return read_package(io.BytesIO(content), "d.apkg", "d", with_schedule=with_schedule)


def ratings(preview: Preview) -> list[ReviewEvent]:
    """The history, which from Anki is ratings alone."""
    return [entry for entry in preview.history if isinstance(entry, ReviewEvent)]


def test_answers_become_ratings_on_their_days() -> None:
    preview = read()
    first, second = (card.uid for card in preview.deck.cards)
    told = [
        (event.uid, event.at.astimezone(UTC).date(), event.rating, event.mode) for event in ratings(preview)
    ]
    days = [(NOON + timedelta(days=days)).date() for days in (0, 0, 3, 3, 21, 22)]
    assert told == [
        (first, days[0], Rating.WELL, "review"),
        (second, days[1], Rating.NOT_AT_ALL, "review"),
        (first, days[2], Rating.PERFECTLY, "review"),
        (second, days[3], Rating.PARTLY, "review"),
        (first, days[4], Rating.NOT_AT_ALL, "review"),
        (first, days[5], Rating.WELL, "cram"),
    ]
    assert {event.response_ms for event in ratings(preview)} == {5000}
    assert all(event.study_day == study_day(event.at) for event in ratings(preview))


def test_the_schedule_is_what_our_own_scheduler_makes_of_them() -> None:
    history = ratings(read())
    memory = Memory(history[0].uid)
    for event in (event for event in history if event.uid == memory.uid):
        assert event.before == memory
        memory, _ = Scheduler().review(memory, event.rating, event.at, mode=event.mode)
        assert event.after == memory


def test_the_history_is_streamed_and_the_same_at_each_look() -> None:
    history = read().history
    assert list(history) == list(history)
    assert history[-1] == list(history)[5]
    assert history[1:3] == tuple(history)[1:3]
    with pytest.raises(IndexError):
        history[6]


def test_without_being_asked_for_they_are_only_counted() -> None:
    preview = read(with_schedule=False)
    assert (preview.history, preview.reviews) == ((), 6)


def test_a_second_import_brings_nothing_and_a_newer_package_what_came_since(tmp_path: Path) -> None:
    early = read(GIVEN[:4])
    with Kept.open(tmp_path) as collection:
        assert collection.import_deck(early.deck, NOON, early.history).ratings == 4
        assert collection.import_deck(early.deck, NOON, early.history).ratings == 0
        later = read()
        assert collection.import_deck(later.deck, NOON, later.history).ratings == 2
        collection.verify()
        assert [event.id for event in collection.events()] == [event.id for event in later.history]
        assert collection.memory(later.history[4].uid) == ratings(later)[4].after


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE revlog",
        "ALTER TABLE revlog DROP COLUMN factor",
        "UPDATE revlog SET ease = 'x'",
        "UPDATE revlog SET ease = 9",
        "DELETE FROM revlog WHERE 1; INSERT INTO revlog VALUES (5, 1, 3, 1, 1, 1), (9e12, 1, 3, 1, 1, 1)",
        "ALTER TABLE revlog RENAME TO r; CREATE VIEW revlog AS SELECT * FROM r",
    ],
)
def test_strange_reviews_are_none(sql: str) -> None:
    preview = read(sql=sql)
    assert (len(preview.history), len(preview.deck.cards)) == (0, 2)


def test_too_many_reviews_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviews, "MAX_REVIEWS", 3)
    with pytest.raises(FileRefused, match="more than 3 reviews"):
        read()
