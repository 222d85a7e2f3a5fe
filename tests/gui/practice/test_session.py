"""A round whose answers cannot be saved at first, and one of cards that are not there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.practice.dialog import PracticeDialog
from lstm_gui.quiz.practice.question import Mode
from lstm_gui.store import log
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import NotSaved
from tests.gui.practice.conftest import Begin, practised

LATER = datetime(2026, 3, 4, tzinfo=UTC)


def test_answers_that_could_not_be_saved_are_saved_with_the_next_or_by_retry(
    qtbot: QtBot,
    dialog: PracticeDialog,
    begin: Begin,
    collection: CollectionThread,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin(Mode.CHOICE, 3)

    def full(*_: object) -> None:
        raise NotSaved("Nothing was saved: the disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(log, "append", full)
        with qtbot.waitSignal(dialog.session.trouble):
            dialog.round.choice.buttons[0].click()
        assert dialog.banner.words.text() == "Nothing was saved: the disk is full."
        dialog.round.go.click()
        with qtbot.waitSignal(dialog.session.trouble):
            dialog.round.choice.buttons[0].click()
    with qtbot.waitSignal(dialog.session.all_saved):
        dialog.banner.retry.click()
    assert not dialog.banner.isVisible()
    assert len(practised(collection, folder)) == 2


def test_a_card_that_is_gone_meanwhile_loses_nothing_else(
    qtbot: QtBot, dialog: PracticeDialog, begin: Begin, collection: CollectionThread, folder: Path
) -> None:
    begin(Mode.MATCHING, 2)
    gone = dialog.round.matching.questions[0].text_of_card
    job = collection.job(dialog)

    def delete(opened: Collection) -> None:
        uid = next(card.uid for card in opened.cards("LSTM fundamentals") if card.front == gone)
        opened.edits.delete([uid], LATER)

    with qtbot.waitSignal(job.succeeded):
        collection.run(job, delete)
    board = dialog.round.matching
    for answer in range(2):
        board.give(answer)
    dialog.round.go.click()
    assert len(practised(collection, folder)) == 1


def test_nothing_to_practise_is_said(qtbot: QtBot, dialog: PracticeDialog) -> None:
    dialog.show_decks(["No such deck"], "No such deck")
    qtbot.waitUntil(lambda: not dialog.setup.start.isEnabled())
    assert dialog.setup._all_topics.text() == "0 cards of all topics; tick some to narrow them."
    with qtbot.waitSignal(dialog.session.nothing_there):
        dialog.setup.start_wanted.emit(dialog.setup.wish)
    assert dialog.banner.words.text() == "There is no card of that to practise."
