"""Any sequence of edits, imports and ratings can be undone and done again, from any state."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

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

from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.rating import Rating
from lstm_gui.store import portions
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.edits import Edits
from lstm_gui.store.errors import Changed, CollectionError
from lstm_gui.store.journal import Edit
from tests.store.contents import Contents, contents, first_rating, sound
from tests.store.study import NOW, card, deck, rate

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
        history = [first_rating(f"card-{number}", self.now)] if rated else []
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


def test_any_sequence_of_changes_is_undone_and_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "PORTION", 2)  # cards, so that three take more than one
    Editing.folder = tmp_path
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=25, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
