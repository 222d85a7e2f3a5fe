"""A collection over its life: reviewed, practised, changed, backed up, restored, moved elsewhere."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from lstm_gui.formats.deck_import import preview_file
from lstm_gui.gui.operations.export_deck import gathered, written
from lstm_gui.quiz.rating import Rating
from lstm_gui.store import backups
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Changed
from lstm_gui.store.journal import Edit
from lstm_gui.store.summaries import outermost
from tests.store.contents import Contents, contents, sound
from tests.store.study import NOW, deck, rate
from tests.store.test_journal import DECKS, EDITS, UIDS


@dataclass
class Kept:
    """What a backup is to bring back."""

    file: Path
    held: Contents
    labels: tuple[Edit | None, Edit | None]
    rated: set[str]


class Life(RuleBasedStateMachine):
    """Nothing that was acknowledged is lost, whatever comes after it."""

    folder: Path

    @initialize()
    def open(self) -> None:
        """A collection with a deck."""
        self.now = NOW
        self.collection = Collection.open(type(self).folder / uuid.uuid4().hex, now=NOW)
        self.collection.import_deck(deck(4), NOW)
        self.rated: set[str] = set()
        self.kept: list[Kept] = []

    def teardown(self) -> None:
        """Close it."""
        if hasattr(self, "collection"):
            self.collection.close()

    @rule(kind=st.sampled_from(sorted(EDITS)), uids=UIDS, name=DECKS)
    def edit(self, kind: str, uids: list[str], name: str) -> None:
        """One change."""
        EDITS[kind](self.collection.edits, uids, name, self.now)

    @rule(back=st.booleans())
    def step(self, back: bool) -> None:
        """Undo or redo a change."""
        edits, before = self.collection.edits, contents(self.collection)
        try:
            edits.undo(self.now) if back else edits.redo(self.now)
        except Changed:
            assert contents(self.collection) == before

    @rule(
        number=st.integers(0, 3), rating=st.sampled_from(Rating), mode=st.sampled_from(["review", "practice"])
    )
    def rate(self, number: int, rating: Rating, mode: str) -> None:
        """A rating, or an answer of a practice."""
        self.now += timedelta(hours=7)
        if self.collection.card(f"card-{number}") is not None:
            self.rated.add(rate(self.collection, f"card-{number}", rating, self.now, mode).id)

    @rule()
    def take_back(self) -> None:
        """The last rating is taken back; it stays in the log."""
        self.collection.undo(self.now)

    @rule()
    def open_again(self) -> None:
        """A restart."""
        before, labels = contents(self.collection), self._labels()
        self._restart()
        assert (contents(self.collection), self._labels()) == (before, labels)

    @rule()
    def back_up(self) -> None:
        """A backup, if anything has changed."""
        self.now += timedelta(minutes=1)
        made = self.collection.back_up(self.now)
        if made is not None:
            self._keep(made.path)

    @precondition(lambda self: hasattr(self, "kept") and bool(self.kept))
    @rule(which=st.integers(0, 9))
    def restore(self, which: int) -> None:
        """What the backup held is there again, and what it replaced is a backup too."""
        self.now += timedelta(minutes=1)
        there = [kept for kept in self.kept if kept.file.exists()]
        chosen = there[which % len(there)]
        self._keep(Path())
        folder = self.collection.folder
        self.collection.close()
        replaced = Collection.restore(folder, chosen.file, self.now)
        assert replaced is not None
        assert backups.is_good(replaced)
        self.kept[-1].file = replaced
        self._restart()
        assert (contents(self.collection), self._labels()) == (chosen.held, chosen.labels)
        self.rated = set(chosen.rated)

    @rule()
    def move_to_another_computer(self) -> None:
        """Every deck, as a file of our own, is the same there; brought back here it changes nothing."""
        with TemporaryDirectory(dir=type(self).folder) as away:
            file = Path(away) / "deck.jsonl"
            with Collection.open(Path(away) / "home", now=self.now) as there:
                for summary in outermost(self.collection.decks(self.now, 9)):
                    name = summary.name
                    written(gathered(self.collection, name, with_history=True), file)
                    preview = preview_file(file)
                    there.import_deck(preview.deck, self.now, preview.history)
                    assert there.deck(name) == self.collection.deck(name)
                    assert list(there.entries(name)) == list(self.collection.entries(name))
                    report = self.collection.import_deck(preview.deck, self.now, preview.history)
                    assert (report.added, report.changed, report.ratings) == ((), (), 0)
                sound(there)

    @invariant()
    def nothing_is_lost(self) -> None:
        """At every moment."""
        if hasattr(self, "collection"):
            sound(self.collection)
            rows = self.collection._connection.execute("SELECT uuid FROM event")
            assert self.rated <= {str(uuid.UUID(bytes=row[0])) for row in rows}

    def _labels(self) -> tuple[Edit | None, Edit | None]:
        return self.collection.edits.last(), self.collection.edits.next_redo()

    def _keep(self, file: Path) -> None:
        self.kept.append(Kept(file, contents(self.collection), self._labels(), set(self.rated)))

    def _restart(self) -> None:
        self.collection.close()
        self.collection = Collection.open(self.collection.folder, now=self.now)
        assert self.collection.notice == ""


def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path) -> None:
    Life.folder = tmp_path
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
