"""The collection's thread: opened, used and closed there, in order; what was asked for is always done."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread, Opened
from lstm_gui.gui.jobs import Job, Progress
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import CollectionError, Locked, NotSaved
from lstm_gui.store.watch import Watch

DECK = Deck("Deck", (Card("a", "Question?", "Answer."),))


@pytest.fixture
def thread(qapp: QCoreApplication, tmp_path: Path) -> Iterator[CollectionThread]:
    made = CollectionThread(tmp_path, qapp)
    yield made
    made.close()
    made.deleteLater()


def test_everything_happens_on_one_thread_that_is_not_the_guis(
    qtbot: QtBot, thread: CollectionThread
) -> None:
    job = thread.job(thread)
    seen = set()
    for _ in range(3):
        with qtbot.waitSignal(job.succeeded) as caught:
            thread.run(job, lambda _collection: threading.get_ident())
        assert caught.args is not None
        seen.add(caught.args[0])
    assert len(seen) == 1
    assert threading.get_ident() not in seen


def test_the_collection_is_opened_once_and_said_to_be(qtbot: QtBot, thread: CollectionThread) -> None:
    opened: list[object] = []
    thread.opened.connect(opened.append)
    jobs = [thread.job(thread) for _ in range(3)]
    with qtbot.waitSignals([job.succeeded for job in jobs]):
        for job in jobs:
            thread.run(job, lambda collection: collection.has_decks())
    assert opened == [Opened(read_only=False, notice="")]


def test_what_was_asked_before_the_close_is_done(thread: CollectionThread, tmp_path: Path) -> None:
    jobs = [Job(thread._worker, thread) for _ in range(2)]
    for job in jobs:
        thread.run(job, lambda collection: collection.import_deck(DECK))
    thread.close()
    thread.close()
    with Collection.open(tmp_path) as collection:
        assert collection.card("a") == DECK.cards[0]


def test_a_collection_that_cannot_be_opened_is_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    thread = CollectionThread(tmp_path)
    job = thread.job(thread)
    with Collection.open(tmp_path), qtbot.waitSignal(job.failed) as caught:
        thread.run(job, lambda collection: collection.has_decks())
    assert caught.args is not None
    assert isinstance(caught.args[0], Locked)
    assert isinstance(caught.args[0], CollectionError)
    with qtbot.waitSignal(job.succeeded):
        thread.run(job, lambda collection: collection.has_decks())
    thread.close()


def test_what_could_only_be_read_is_saved_once_it_can_be(qtbot: QtBot, tmp_path: Path) -> None:
    """The lock's place taken by a folder is a folder that cannot be written, for the superuser too."""
    lock = tmp_path / "collection.lock"
    with Collection.open(tmp_path) as collection:
        collection.import_deck(DECK)
    lock.unlink()
    lock.mkdir()
    thread = CollectionThread(tmp_path)
    opened: list[object] = []
    thread.opened.connect(opened.append)
    job = thread.job(thread)
    other = Deck("Other", (Card("b", "B?", "b"),))
    with qtbot.waitSignal(job.failed) as caught:
        thread.run(job, lambda collection: collection.import_deck(other))
    assert caught.args is not None
    assert isinstance(caught.args[0], NotSaved)
    lock.rmdir()
    with qtbot.waitSignal(job.succeeded):
        thread.run(job, lambda collection: collection.import_deck(other))
    thread.close()
    assert [part.read_only for part in opened if isinstance(part, Opened)] == [True, False]
    with Collection.open(tmp_path) as collection:
        assert collection.card("b") is not None


def test_a_backup_is_restored_between_requests(
    qtbot: QtBot, thread: CollectionThread, tmp_path: Path
) -> None:
    with Collection.open(tmp_path) as collection:
        collection.import_deck(DECK)
        backup = collection.back_up(datetime.now().astimezone())
        assert backup is not None
    opened: list[object] = []
    thread.opened.connect(opened.append)
    job, restoring = thread.job(thread), thread.job(thread)
    with qtbot.waitSignal(job.succeeded):
        thread.run(job, lambda collection: collection.import_deck(Deck("B", (Card("b", "B?", "b"),))))
    with qtbot.waitSignal(restoring.succeeded) as caught:
        thread.restore(restoring, backup.path)
    assert caught.args is not None
    assert caught.args[0].backup == backup.path
    assert caught.args[0].kept.exists()
    with qtbot.waitSignal(job.succeeded) as found:
        thread.run(job, lambda collection: collection.card("b"))
    assert found.args == [None]
    assert len(opened) == 2


def test_the_backup_of_a_damaged_collection_is_offered_and_restored(
    qtbot: QtBot, thread: CollectionThread, tmp_path: Path
) -> None:
    with Collection.open(tmp_path) as collection:
        collection.import_deck(DECK)
        backup = collection.back_up(datetime.now().astimezone())
    assert backup is not None
    (tmp_path / "collection.sqlite3").write_bytes(b"no database" * 1000)
    opened: list[object] = []
    thread.opened.connect(opened.append)
    job = thread.job(thread)
    with qtbot.waitSignal(job.succeeded):
        thread.run(job, lambda collection: collection.has_decks())
    (offer,) = opened
    assert isinstance(offer, Opened)
    assert (offer.saving, offer.restorable) == (True, backup)
    assert "damaged" in offer.notice
    with qtbot.waitSignal(job.succeeded):
        thread.restore(job, backup.path)
    with qtbot.waitSignal(job.succeeded) as found:
        thread.run(job, lambda collection: collection.card("a"))
    assert found.args == [DECK.cards[0]]


def test_a_backup_that_is_damaged_leaves_the_collection_open(
    qtbot: QtBot, thread: CollectionThread, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.sqlite3"
    bad.write_bytes(b"no database" * 100)
    job = thread.job(thread)
    with qtbot.waitSignal(job.failed):
        thread.restore(job, bad)
    with qtbot.waitSignal(job.succeeded):
        thread.run(job, lambda collection: collection.import_deck(DECK))


def test_a_long_work_says_how_far_it_is_and_is_broken_off(qtbot: QtBot, thread: CollectionThread) -> None:
    job = thread.job(thread)

    def endless(_collection: Collection, watch: Watch) -> None:
        while True:
            watch(1, 2, "halfway")

    with qtbot.waitSignal(job.progressed) as told:
        thread.work(job, endless)
    assert told.args == [Progress(1, 2, "halfway")]
    with qtbot.waitSignal(job.ended):
        job.cancel()
    with qtbot.waitSignal(job.succeeded) as found:  # the thread is free again
        thread.work(job, lambda _collection, watch: watch(2, 2))
    assert found.args == [None]
