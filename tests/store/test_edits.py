"""What a person changes of cards and decks, and the way back, from any state."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.edits import Edits
from lstm_gui.store.errors import Changed, CollectionError
from lstm_gui.store.journal import KEPT, Edit
from tests.store.study import NOW, card, deck, rate

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


UIDS = st.lists(
    st.sampled_from([f"card-{number}" for number in range(4)]), min_size=1, max_size=3, unique=True
)
DECKS = st.sampled_from(["Gates", "Gates::Forget", "Other"])
EDITS: dict[str, Callable[[Edits, list[str], str, datetime], Edit | None]] = {
    "tag": lambda edits, uids, _, now: edits.tag(uids, ["fresh", "gate"], now),
    "untag": lambda edits, uids, _, now: edits.untag(uids, ["gate"], now),
    "move": lambda edits, uids, deck, now: edits.move(uids, deck, now),
    "suspend": lambda edits, uids, _, now: edits.suspend(uids, now),
    "unsuspend": lambda edits, uids, _, now: edits.suspend(uids, now, on=False),
    "bury": lambda edits, uids, _, now: edits.bury(uids, now),
    "unbury": lambda edits, uids, _, now: edits.bury(uids, now, on=False),
    "delete": lambda edits, uids, _, now: edits.delete(uids, now),
    "duplicate": lambda edits, uids, _, now: edits.duplicate(uids, now),
    "reposition": lambda edits, uids, _, now: edits.reposition(uids, 1, now),
    "deck": lambda edits, _, deck, now: edits.set_deck(deck, DeckSettings("It", 3, 0.1 + 0.2), now),
}


class Editing(RuleBasedStateMachine):
    """Any sequence of edits, imports, ratings, and steps back and forth."""

    folder: Path

    @initialize()
    def open(self) -> None:
        """A collection with a deck that the app brought."""
        self.now = NOW
        self.opened = 0
        self.collection = Collection.open(type(self).folder / str(id(self)), now=NOW)
        self.collection.import_deck(deck(3), NOW, undoable=False)
        self.done: list[Contents] = []  # what was there before each edit
        self.undone: list[Contents] = []  # what was there after each edit that was undone
        self.stuck = False  # a later rating stands in the way of the last import

    def teardown(self) -> None:
        """Close it, and let the next have the folder."""
        self.collection.close()

    def _did(self, edit: Edit | None, before: Contents) -> None:
        if edit is None:
            assert contents(self.collection) == before
        else:
            self.done.append(before)
            self.undone = []

    @rule(kind=st.sampled_from(sorted(EDITS)), uids=UIDS, name=DECKS)
    def edit(self, kind: str, uids: list[str], name: str) -> None:
        """One change."""
        before = contents(self.collection)
        edit = EDITS[kind](self.collection.edits, uids, name, self.now)
        assert edit is None or edit.kind == kind
        self._did(edit, before)

    @rule(number=st.integers(0, 3), words=st.sampled_from(["Other words", "What is a gate?"]), name=DECKS)
    def write(self, number: int, words: str, name: str) -> None:
        """A card gets other words, or comes anew."""
        before, edits = contents(self.collection), self.collection.edits
        if self.collection.card(f"card-{number}") is None:
            with pytest.raises(CollectionError, match="deleted meanwhile"):
                edits.change(card(number, words), self.now)
            self._did(edits.add([card(number, words)], name, self.now), before)
        else:
            with pytest.raises(CollectionError, match="already"):
                edits.add([card(number, words)], name, self.now)
            self._did(edits.change(card(number, words), self.now, deck=name), before)

    @rule(name=DECKS, to=st.sampled_from(["Gates", "Gates::Forget", "Renamed"]), delete=st.booleans())
    def change_deck(self, name: str, to: str, delete: bool) -> None:
        """A deck goes, or gets another name."""
        before, edits = contents(self.collection), self.collection.edits
        try:
            edit = edits.delete_deck(name, self.now) if delete else edits.rename_deck(name, to, self.now)
        except CollectionError:
            assert contents(self.collection) == before
        else:
            self._did(edit, before)

    @rule(number=st.integers(0, 2), name=DECKS, rated=st.booleans())
    def bring(self, number: int, name: str, rated: bool) -> None:
        """An import, perhaps with a rating."""
        before = contents(self.collection)
        self.now += timedelta(seconds=1)
        brought = Deck(name, (card(number, "Other"), card(3, "fresh")))
        history = [_first_rating(f"card-{number}", self.now)] if rated else []
        last = self.collection.edits.last()
        self.collection.import_deck(brought, self.now, history)
        edit = self.collection.edits.last()
        self._did(None if edit == last else edit, before)

    @rule(number=st.integers(0, 3), rating=st.sampled_from(Rating))
    def rate(self, number: int, rating: Rating) -> None:
        """A rating, which no step back of an edit takes along."""
        uid = f"card-{number}"
        if self.collection.card(uid) is not None:
            given = rate(self.collection, uid, rating, self.now)
            assert self.collection.last_review() == given
            self.now += timedelta(seconds=30)
            self.done, self.undone = [], []

    @rule()
    def take_back(self) -> None:
        """The last rating is taken back."""
        last = self.collection.last_review()
        assert self.collection.undo(self.now) == last
        if last is not None:
            self.done, self.undone = [], []

    @rule()
    def undo(self) -> None:
        """Back to what was there before; where a rating stands in the way nothing happens."""
        after = contents(self.collection)
        try:
            edit = self.collection.edits.undo(self.now)
        except Changed:
            assert not self.done
            assert contents(self.collection) == after
            return
        if self.done:
            assert edit is not None
            assert contents(self.collection) == self.done.pop()
        if edit is not None:
            self.undone.append(after)

    @rule()
    def redo(self) -> None:
        """Forth again."""
        before = contents(self.collection)
        edit = self.collection.edits.redo(self.now)
        if edit is not None:
            self.done.append(before)
            if self.undone:
                assert contents(self.collection) == self.undone.pop()

    @rule()
    def open_again(self) -> None:
        """A restart forgets nothing."""
        labels = self.collection.edits.last(), self.collection.edits.next_redo()
        self.collection.close()
        self.collection = Collection.open(self.collection.folder, now=self.now)
        assert (self.collection.edits.last(), self.collection.edits.next_redo()) == labels

    @invariant()
    def is_sound(self) -> None:
        """At every moment."""
        if hasattr(self, "collection"):
            sound(self.collection)


def _first_rating(uid: str, now: datetime) -> ReviewEvent:
    return Scheduler().review(Memory(uid), Rating.WELL, now)[1]


def test_any_sequence_of_changes_is_undone_and_done_again(tmp_path: Path) -> None:
    Editing.folder = tmp_path
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=25, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_every_change_is_said_and_done(collection: Collection) -> None:
    edits, day = collection.edits, study_day(NOW)
    rate(collection, "card-0", Rating.PERFECTLY)
    known = collection.memory("card-0")
    assert edits.last() is not None  # the import of the deck
    edit = edits.change(replace(card(0), front="Other words"), NOW, deck="Gates::Forget")
    assert edit == Edit(2, NOW, "change", "Gates::Forget", 1, ("card-0",))
    assert edits.last() == replace(edit, uids=())
    assert [each.uid for each in collection.cards("Gates::Forget")] == ["card-0"]
    assert collection.memory("card-0") == known
    assert edits.change(replace(card(0), front="Other words"), NOW) is None

    copied = edits.duplicate(["card-1", "nobody"], NOW)
    assert copied is not None
    assert [each.uid for each in collection.cards("Gates")][:3] == ["card-1", copied.uids[0], "card-2"]
    assert collection.memory(copied.uids[0]).is_new

    edits.reposition(["card-5", "card-4"], 0, NOW)
    assert [each.uid for each in collection.cards("Gates")][:3] == ["card-5", "card-4", "card-1"]
    edits.bury(["card-5"], NOW)
    edits.suspend(["card-4"], NOW)
    shown = collection.next_card("Gates", NOW, new_per_day=10)
    assert shown is not None
    assert shown.card.uid == "card-1"
    tomorrow = collection.next_card("Gates", NOW + timedelta(days=1), new_per_day=10)
    assert tomorrow is not None
    assert tomorrow.card.uid == "card-5"
    assert day + 1 == study_day(NOW + timedelta(days=1))


def test_a_new_change_forgets_what_was_undone_and_the_oldest_are_forgotten(collection: Collection) -> None:
    edits = collection.edits
    edits.suspend(["card-0"], NOW)
    assert edits.undo(NOW) is not None
    undone = edits.next_redo()
    assert undone is not None
    assert undone.kind == "suspend"
    edits.tag(["card-0"], ["mine"], NOW)
    assert edits.next_redo() is None
    assert edits.redo(NOW) is None
    for number in range(KEPT + 5):
        edits.tag(["card-1"], [f"tag {number}"], NOW)
    steps = 0
    while edits.undo(NOW) is not None:
        steps += 1
    assert steps == KEPT
    kept = collection.card("card-1")
    assert kept is not None
    assert kept.tags[-1] == "tag 4"


def test_what_was_changed_otherwise_since_is_not_overwritten(collection: Collection) -> None:
    edits = collection.edits
    edits.tag(["card-0"], ["mine"], NOW)
    collection.import_deck(deck(2), NOW, undoable=False)
    with pytest.raises(Changed, match="changed otherwise since"):
        edits.undo(NOW)
    edits.set_deck("Gates", DeckSettings("Mine"), NOW)
    collection.import_deck(deck(2), NOW, undoable=False)
    with pytest.raises(Changed, match="“Gates” has been changed otherwise"):
        edits.undo(NOW)
    assert collection.cards("Gates") == list(deck().cards)


def test_an_import_is_undone_with_its_ratings_and_brought_back(tmp_path: Path) -> None:
    later = NOW + timedelta(days=1)
    with (
        Collection.open(tmp_path / "home", now=NOW) as home,
        Collection.open(tmp_path / "away", now=NOW) as away,
    ):
        away.import_deck(deck(3), NOW)
        shared = [rate(away, "card-0"), rate(away, "card-1"), rate(away, "card-0", Rating.BARELY, later)]
        home.import_deck(deck(1, "Mine"), NOW)
        before = contents(home)
        home.import_deck(deck(3), NOW + timedelta(seconds=1), shared)
        after = contents(home)

        rate(home, "card-2", now=later)
        rate(home, "card-1", now=later)
        with pytest.raises(Changed, match="rated since"):
            home.edits.undo(later)
        home.undo(later)
        home.undo(later)
        for _ in range(2):
            assert home.edits.undo(later) is not None
            assert contents(home) == before
            assert home.last_review() is None
            assert home.undo(later) is None
            sound(home)
            redone = home.edits.redo(later)
            assert redone is not None
            assert contents(home) == after
            assert (redone.kind, redone.count) == ("import", 3)
            sound(home)
        home.edits.undo(later)
        assert home.import_deck(deck(3), later, shared).ratings == 3  # the same file again
        assert home.memory("card-0") == away.memory("card-0")
        assert home.import_deck(deck(3), later, shared).ratings == 0


def test_ratings_given_before_an_undone_import_can_still_be_taken_back(collection: Collection) -> None:
    brought = Deck("Other", (Card("theirs", "?", "!"),))
    first = rate(collection, "card-0")
    collection.import_deck(brought, NOW, [_first_rating("theirs", NOW)])
    second = rate(collection, "card-1")
    collection.edits.undo(NOW)
    assert collection.undo(NOW) == second
    assert collection.undo(NOW) == first
    assert collection.undo(NOW) is None
    sound(collection)


def test_an_update_of_the_app_leaves_what_a_person_did(collection: Collection) -> None:
    edits = collection.edits
    mine = replace(card(0), back="In my words.")
    edits.change(mine, NOW)
    edits.delete(["card-1"], NOW)
    edits.move(["card-2"], "Other", NOW)
    edits.reposition(["card-5"], 0, NOW)
    better = tuple(replace(each, back="Better.") for each in deck(7).cards)
    assert collection.bring_up_to_date(Deck("Gates", better), NOW)
    assert [each.uid for each in collection.cards("Gates")] == [
        "card-5",
        "card-0",
        "card-3",
        "card-4",
        "card-6",
    ]
    assert collection.card("card-0") == mine
    assert collection.card("card-1") is None
    assert collection.card("card-2") == card(2)
    assert not collection.bring_up_to_date(Deck("Gates", better), NOW)
    edits.delete_deck("Gates", NOW)
    assert not collection.bring_up_to_date(Deck("Gates", better), NOW)
    sound(collection)


def test_decks_within_a_deck_go_along(collection: Collection) -> None:
    edits = collection.edits
    edits.move(["card-0"], "Gates::Forget", NOW)
    edits.move(["card-1"], "Gatesome", NOW)
    edits.rename_deck("Gates", "Gates::All", NOW)
    names = ["Gates::All", "Gates::All::Forget", "Gatesome"]
    assert deck_names(collection) == names
    with pytest.raises(CollectionError, match="'Gatesome' already"):
        edits.rename_deck("Gates::All", "Gatesome", NOW)
    edits.delete_deck("Gates::All", NOW)
    assert deck_names(collection) == ["Gatesome"]
    edits.rename_deck("Gatesome", "Gates::All", NOW)  # the name is free
    with pytest.raises(CollectionError, match="no deck named 'Gatesome'"):
        edits.delete_deck("Gatesome", NOW)
    for _ in range(5):
        assert edits.undo(NOW) is not None
    assert deck_names(collection) == ["Gates"]
    sound(collection)


def test_half_a_character_is_refused(collection: Collection) -> None:
    with pytest.raises(CollectionError, match="half a character"):
        collection.edits.change(replace(card(0), front="\ud800"), NOW)
    with pytest.raises(CollectionError, match="half a character"):
        collection.edits.move(["card-0"], "\ud800", NOW)
    assert collection.cards("Gates") == list(deck().cards)
