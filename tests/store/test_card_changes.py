"""Changes of more cards than one portion holds: as one by one, told on the way, and broken off whole."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lstm_gui.quiz.card import Deck
from lstm_gui.store import portions
from lstm_gui.store.collection import Collection
from lstm_gui.store.edits import Edits
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.images import from_json
from lstm_gui.store.journal import Edit
from lstm_gui.store.watch import Watch
from tests.store.contents import contents, sound
from tests.store.study import NOW, card, rate

PORTION = 4  # cards, in these tests
MANY = 2 * PORTION + 1
ALL = [f"card-{number}" for number in range(MANY)]
Change = Callable[[Edits, list[str], datetime, Watch], Edit | None]
CHANGES: dict[str, Change] = {
    "tag": lambda edits, uids, now, watch: edits.tag(uids, ["fresh"], now, watch),
    "untag": lambda edits, uids, now, watch: edits.untag(uids, ["gate"], now, watch),
    "move": lambda edits, uids, now, watch: edits.move(uids, "Other", now, watch),
    "suspend": lambda edits, uids, now, watch: edits.suspend(uids, now, watch),
    "bury": lambda edits, uids, now, watch: edits.bury(uids, now, watch),
    "delete": lambda edits, uids, now, watch: edits.delete(uids, now, watch),
    "duplicate": lambda edits, uids, now, watch: edits.duplicate(uids, now, watch),
    "delete deck": lambda edits, _, now, watch: edits.delete_deck("Gates", now, watch),
}


class BrokenOff(Exception):
    """Nobody waits any more."""


class Watching:
    """Hears how far a work is, and breaks it off at a portion."""

    def __init__(self, until: int = MANY) -> None:
        self.heard: list[tuple[int, int]] = []
        self._until = until

    def __call__(self, done: int, total: int, _stage: str = "") -> None:
        self.heard.append((done, total))
        if done >= self._until:
            raise BrokenOff


@pytest.fixture(autouse=True)
def _small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "PORTION", PORTION)


@pytest.fixture
def many(collection: Collection) -> Collection:
    """A collection with more cards than two portions, two of them rated."""
    collection.import_deck(Deck("Gates", tuple(card(number) for number in range(MANY))), NOW)
    rate(collection, "card-1")
    rate(collection, ALL[-1])
    return collection


def test_many_cards_are_changed_and_changed_back_in_portions(many: Collection) -> None:
    portions = [(0, MANY), (PORTION, MANY), (2 * PORTION, MANY)]
    before = contents(many)
    for kind, change in CHANGES.items():
        watching = Watching()
        edit = change(many.edits, ALL, NOW, watching)
        assert edit is not None, kind
        assert (edit.kind, edit.count, len(edit.uids)) == (kind, MANY, MANY)
        after = contents(many)
        assert after != before
        undone, redone = Watching(), Watching()
        assert many.edits.undo(NOW, undone) == edit
        assert contents(many) == before
        assert many.edits.redo(NOW, redone) == edit
        assert contents(many) == after
        assert watching.heard == undone.heard == redone.heard == portions
        many.edits.undo(NOW)
    sound(many)


@pytest.mark.parametrize("kind", sorted(CHANGES))
def test_what_is_broken_off_leaves_everything_as_it_was(many: Collection, kind: str) -> None:
    before, last = contents(many), many.edits.last()
    with pytest.raises(BrokenOff):
        CHANGES[kind](many.edits, ALL, NOW, Watching(PORTION))
    assert (contents(many), many.edits.last()) == (before, last)
    CHANGES[kind](many.edits, ALL, NOW, Watching())
    after = contents(many)
    with pytest.raises(BrokenOff):
        many.edits.undo(NOW, Watching(PORTION))
    assert contents(many) == after


def test_an_import_is_told_in_portions_and_undone(collection: Collection) -> None:
    before = contents(collection)
    better = Deck(
        "Gates", tuple(replace(card(number), back="Better.") for number in range(MANY)), "About Gates."
    )
    watching = Watching()
    report = collection.import_deck(better, NOW + timedelta(seconds=1), watch=watching)
    assert (len(report.added), len(report.changed)) == (MANY - 6, 6)
    assert watching.heard == [(0, MANY), (PORTION, MANY), (2 * PORTION, MANY)]
    assert collection._connection.execute("PRAGMA cache_size").fetchone() == (-2048,)  # as before
    sound(collection)
    collection.edits.undo(NOW)
    assert contents(collection) == before


def test_cards_move_behind_those_that_are_there_in_the_order_given(many: Collection) -> None:
    many.edits.move(["card-3"], "Other", NOW)
    many.edits.move([*reversed(ALL), "nobody"], "Other", NOW)
    expected = ["card-3", *(uid for uid in reversed(ALL) if uid != "card-3")]
    assert [each.uid for each in many.cards("Other")] == expected
    many.edits.reposition(expected[-2:], 0, NOW)
    assert [each.uid for each in many.cards("Other")] == [*expected[-2:], *expected[:-2]]
    sound(many)


def test_a_card_cannot_be_added_twice_at_once(collection: Collection) -> None:
    before = contents(collection)
    with pytest.raises(CollectionError, match="'card-99' already"):
        collection.edits.add([card(99), card(99)], "Gates", NOW)
    assert contents(collection) == before


def test_a_journal_written_in_other_words_of_json_is_undone(collection: Collection) -> None:
    before, rows = contents(collection), collection._connection
    collection.edits.tag(["card-0", "card-1"], ["ÉTÉ \t\x01"], NOW)
    for number, *images in rows.execute(
        "SELECT card, before, after FROM edit_card WHERE edit = 2"
    ).fetchall():
        spaced = [json.dumps(from_json(image), indent=1) for image in images]
        rows.execute(
            "UPDATE edit_card SET before = ?, after = ? WHERE edit = 2 AND card = ?", (*spaced, number)
        )
    assert collection.edits.undo(NOW) is not None
    assert contents(collection) == before
