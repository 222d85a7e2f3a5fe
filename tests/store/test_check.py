"""Checking a collection: what is wrong is found and mended, and broken off it changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from lstm_gui.quiz.card import Medium, medium_name
from lstm_gui.store import check as checking
from lstm_gui.store.check import Findings, Lack
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Damaged, NotSaved
from tests.store.study import NOW, deck, rate


class Enough(Exception):
    """What a watch raises that waits no longer."""


@pytest.fixture
def spoil(collection: Collection) -> Callable[[str], None]:
    """Change the collection beside the store."""
    rate(collection, "card-0")
    rate(collection, "card-1", now=NOW + timedelta(minutes=1))

    def run(sql: str) -> None:
        collection._connection.executescript(sql)

    return run


def dump(collection: Collection) -> list[str]:
    """All of it, as SQL, but for how the search keeps its words."""
    return [line for line in collection._connection.iterdump() if "card_text_" not in line]


@pytest.mark.usefixtures("spoil")
def test_a_sound_collection_stays_as_it_is(collection: Collection) -> None:
    before = dump(collection)
    assert collection.check() == Findings(6, 2)
    assert collection.check().mended == 0
    assert dump(collection) == before


def test_ratings_that_were_taken_back_are_not_counted(collection: Collection) -> None:
    for number in range(3):
        rate(collection, f"card-{number}", now=NOW + timedelta(minutes=number))
    collection.undo(NOW)
    assert collection.check().ratings == 2


def test_schedules_are_made_anew_from_the_ratings(
    collection: Collection, spoil: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(collection)
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    spoil("UPDATE memory SET stability = 99 WHERE card = 1; DELETE FROM memory WHERE card = 6")
    found = collection.check()
    assert (found.schedules, found.mended) == (2, 2)
    assert dump(collection) == before
    collection.verify()


def test_a_deleted_card_has_neither_schedule_nor_words(
    collection: Collection, spoil: Callable[[str], None]
) -> None:
    spoil("UPDATE card SET deleted_ms = 1 WHERE id = 3")
    found = collection.check()
    assert (found.cards, found.schedules, found.unsearchable) == (5, 1, 1)
    assert collection.check() == Findings(5, 2)


def test_what_a_search_missed_is_found_again(collection: Collection, spoil: Callable[[str], None]) -> None:
    spoil("INSERT INTO card_text (card_text) VALUES ('delete-all')")
    assert collection.check().unsearchable == 6
    rows = collection._connection.execute("SELECT count(*) FROM card_text WHERE card_text MATCH 'gate'")
    assert rows.fetchone()[0] == 6


def test_media_that_are_not_there_and_those_that_nobody_names_are_told(collection: Collection) -> None:
    picture, lonely = (Medium(medium_name(content, ".png"), content) for content in (b"one", b"other"))
    first, second, *rest = deck().cards
    gone = "0" * 32 + ".png"
    cards = (
        replace(first, back=f"![it]({picture.name}) ![gone]({gone})"),
        replace(second, scene="1" * 32 + ".scene.json"),
        *rest,
    )
    collection.import_deck(replace(deck(), cards=cards, media=(picture, lonely)), NOW)
    found = collection.check()
    assert (found.media, found.unused, found.mended) == (2, 1, 0)
    assert found.lacks == (Lack("card-0", gone), Lack("card-1", "1" * 32 + ".scene.json"))


def test_broken_off_at_any_stage_it_changes_nothing(
    collection: Collection, spoil: Callable[[str], None]
) -> None:
    spoil("UPDATE memory SET stability = 99; INSERT INTO card_text (card_text) VALUES ('delete-all')")
    before = dump(collection)
    stages: list[str] = []

    def until(stage: str, seen: str) -> None:
        stages.append(seen)
        if seen == stage:
            raise Enough

    for stage in ("pages", "schedules", "texts", "media"):
        with pytest.raises(Enough):
            collection.check(lambda _done, _total, seen="", stage=stage: until(stage, seen))
        assert dump(collection) == before
    assert list(dict.fromkeys(stages)) == ["pages", "schedules", "texts", "media"]


def test_it_never_goes_backwards_and_ends_at_the_end(collection: Collection) -> None:
    told: list[float] = []
    collection.check(lambda done, total, _stage="": told.append(done / total))
    assert told == sorted(told)
    assert told[-1] == 1


def test_a_long_statement_is_broken_off_too(
    collection: Collection, spoil: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil("UPDATE memory SET stability = 99")
    monkeypatch.setattr(checking, "_INSTRUCTIONS", 1)
    asked = 0

    def watch(_done: int, _total: int, _stage: str = "") -> None:
        nonlocal asked
        asked += 1
        if asked > 50:  # among the first statements: more often than there are stages
            raise Enough

    with pytest.raises(Enough):
        collection.check(watch)
    assert asked == 51
    assert collection.check().schedules == 6


def test_ratings_of_no_card_need_a_backup(collection: Collection, spoil: Callable[[str], None]) -> None:
    spoil("PRAGMA foreign_keys = OFF; DELETE FROM memory WHERE card = 1; DELETE FROM card WHERE id = 1")
    with pytest.raises(Damaged, match="restore a backup"):
        collection.check()


def test_broken_pages_need_a_backup(collection: Collection, spoil: Callable[[str], None]) -> None:
    spoil(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'deck, pos', 'pos') "
        "WHERE name = 'card_deck'; PRAGMA writable_schema = RESET"
    )
    with pytest.raises(Damaged, match="its table card"):
        collection.check()


def test_a_full_disk_is_said(collection: Collection, spoil: Callable[[str], None]) -> None:
    spoil(
        "UPDATE memory SET stability = 99; CREATE TEMP TRIGGER full BEFORE INSERT ON main.memory "
        "BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(NotSaved):
        collection.check()


def test_what_can_only_be_read_is_not_checked(collection: Collection) -> None:
    with Collection.open(collection.folder, read_only=True) as reader, pytest.raises(NotSaved):
        reader.check()


def test_what_sqlite_complains_of_is_said(collection: Collection, spoil: Callable[[str], None]) -> None:
    spoil("DROP TABLE media")
    with pytest.raises(NotSaved):
        collection.check()
