"""What was rated while nothing could be saved is saved once it can."""

import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lstm_gui.gui.operations.save_again import save_again
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import NotSaved
from tests.store.contents import contents, sound
from tests.store.study import NOW
from tests.store.test_schema import GOLDEN, restored

DECK = Deck("Deck", tuple(Card(uid, f"Question {uid}?", "Answer.") for uid in "abc"), "About letters")


def rate(collection: Collection, uid: str, minutes: int) -> ReviewEvent:
    """A rating of 4, written."""
    at = NOW + timedelta(minutes=minutes)
    _, event = Scheduler().review(collection.memory(uid), Rating(4), at)
    collection.record(event)
    return event


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A folder that cannot be made: a file stands in its way."""
    (tmp_path / "lab").write_text("in the way")
    return tmp_path / "lab"


def test_ratings_and_decks_in_memory_are_carried_over_once(blocked: Path) -> None:
    with Collection.open(blocked) as unsaved:
        assert not unsaved.saving
        unsaved.import_deck(DECK, NOW)
        given = [rate(unsaved, uid, minutes) for minutes, uid in enumerate("abca")]
        assert save_again(blocked, unsaved, NOW) is None
        blocked.unlink()
        for _ in range(2):
            done = save_again(blocked, unsaved, NOW)
            assert done is not None
            with done.collection as anew:
                assert done.dropped == 0
                assert list(anew.events()) == given
                assert anew.cards("Deck") == list(DECK.cards)
                assert anew.memory("a") == unsaved.memory("a")


def test_decks_in_decks_are_carried_over_with_what_is_set_for_them(blocked: Path) -> None:
    with Collection.open(blocked) as unsaved:
        unsaved.import_deck(Deck("LSTM::Gates", DECK.cards[:2]), NOW)
        unsaved.import_deck(Deck("LSTM", DECK.cards[2:], "All of it."), NOW)
        unsaved.edits.set_deck("LSTM::Gates", DeckSettings("Doors.", 3, 0.8, study_day(NOW) + 30), NOW)
        blocked.unlink()
        done = save_again(blocked, unsaved, NOW)
        assert done is not None
        with done.collection as anew:
            kept, before = anew.decks(NOW, 9), unsaved.decks(NOW, 9)
            assert [(deck.name, deck.description, deck.cards, deck.rules) for deck in kept] == [
                (deck.name, deck.description, deck.cards, deck.rules) for deck in before
            ]


def test_nothing_that_was_done_in_memory_is_lost(blocked: Path) -> None:
    with Collection.open(blocked) as unsaved:
        unsaved.import_deck(DECK, NOW)
        edits = unsaved.edits
        edits.set_deck("Deck", DeckSettings("Mine.", 3, 0.8), NOW)
        edits.suspend(["a"], NOW)
        edits.bury(["b"], NOW)
        edits.change(replace(DECK.cards[2], back="In my words."), NOW)
        edits.delete(["a"], NOW)
        edits.undo(NOW)
        taken_back = rate(unsaved, "c", 0)
        unsaved.undo(NOW)
        practised = replace(taken_back, id=str(uuid.uuid4()), mode="practice", after=taken_back.before)
        unsaved.record(practised)
        before, labels = contents(unsaved), (edits.last(), edits.next_redo())
        blocked.unlink()
        done = save_again(blocked, unsaved, NOW)
        assert done is not None
        done.collection.close()
        with Collection.open(blocked, now=NOW) as anew:
            assert contents(anew) == before
            assert (anew.edits.last(), anew.edits.next_redo()) == labels
            sound(anew)
            rate(anew, "c", 5)
            while anew.edits.undo(NOW) is not None:
                pass


def test_what_was_done_to_a_copy_of_an_older_collection_is_in_it_once_it_can_be_migrated(
    tmp_path: Path,
) -> None:
    restored(GOLDEN[0], tmp_path)
    with Collection.open(tmp_path, read_only=True) as unsaved:  # as where the folder cannot be written
        assert not unsaved.on_disk
        uids = [card.uid for card in unsaved.deck(unsaved.decks(NOW, 0)[0].name).cards]
        unsaved.edits.suspend(uids[:1], NOW)
        unsaved.edits.delete(uids[1:2], NOW)
        before = contents(unsaved)
        done = save_again(tmp_path, unsaved, NOW)
        assert done is not None
        with done.collection as anew:
            assert contents(anew) == before
            sound(anew)
            assert anew.backups()  # of what it was


def test_what_is_set_in_memory_goes_into_a_collection_that_came_meanwhile(blocked: Path) -> None:
    with Collection.open(blocked) as unsaved:
        unsaved.import_deck(DECK, NOW)
        unsaved.edits.suspend(["a"], NOW)
        unsaved.edits.set_deck("Deck", DeckSettings("", 3), NOW)
        blocked.unlink()
        with Collection.open(blocked) as other:
            other.import_deck(DECK, NOW)
        done = save_again(blocked, unsaved, NOW)
        assert done is not None
        with done.collection as anew:
            assert anew.deck("Deck").resting == {"a"}
            assert anew.decks(NOW, 9)[0].rules.new_per_day == 3
            assert anew.decks(NOW, 9)[0].description == DECK.description


def test_a_disk_that_fills_meanwhile_keeps_what_is_in_memory(
    blocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_over = Collection.take_over

    def on_a_full_disk(anew: Collection, unsaved: Collection) -> bool:
        pages = anew._connection.execute("PRAGMA page_count").fetchone()[0]
        anew._connection.execute(f"PRAGMA max_page_count = {pages}")
        return take_over(anew, unsaved)

    with Collection.open(blocked) as unsaved:
        unsaved.import_deck(
            Deck("Large", tuple(Card(str(number), "?" * 500, "!") for number in range(500))), NOW
        )
        before = contents(unsaved)
        blocked.unlink()
        with monkeypatch.context() as patch:
            patch.setattr(Collection, "take_over", on_a_full_disk)
            assert save_again(blocked, unsaved, NOW) is None
        assert contents(unsaved) == before
        with Collection.open(blocked, now=NOW) as anew:
            assert not anew.has_decks()
        done = save_again(blocked, unsaved, NOW)
        assert done is not None
        with done.collection as anew:
            assert contents(anew) == before


def test_what_was_rated_elsewhere_meanwhile_stands(blocked: Path) -> None:
    with Collection.open(blocked) as unsaved:
        unsaved.import_deck(DECK, NOW)
        rate(unsaved, "a", 0)
        second = rate(unsaved, "b", 1)
        blocked.unlink()
        with Collection.open(blocked) as other:
            other.import_deck(DECK, NOW)
            first = rate(other, "a", 5)
        done = save_again(blocked, unsaved, NOW)
        assert done is not None
        with done.collection as anew:
            assert done.dropped == 1
            assert list(anew.events()) == [first, second]


def test_while_another_has_it_open_or_the_disk_fails_nothing_changes(
    blocked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Collection.open(blocked) as unsaved:
        unsaved.import_deck(DECK, NOW)
        rate(unsaved, "a", 0)
        blocked.unlink()
        with Collection.open(blocked) as other:
            assert save_again(blocked, unsaved, NOW) is None
            other.import_deck(Deck("Theirs", ()), NOW)

        def fail(_collection: Collection, _event: ReviewEvent) -> None:
            raise NotSaved("The disk is full; free some space.")

        with monkeypatch.context() as patch:
            patch.setattr(Collection, "record", fail)
            assert save_again(blocked, unsaved, NOW) is None
        done = save_again(blocked, unsaved, NOW)
        assert done is not None
        done.collection.close()
