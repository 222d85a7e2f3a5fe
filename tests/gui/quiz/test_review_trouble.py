"""A review session when something cannot be saved or read: nothing is lost, nothing hidden."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.operations.rate import Rated
from lstm_gui.gui.quiz import review as review_module
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Changed, CollectionError, NotSaved
from tests.gui.quiz.sitting import begin, logged

Key = Qt.Key


def test_when_it_cannot_be_saved_the_card_stays_and_can_be_tried_again(
    qtbot: QtBot,
    review: ReviewController,
    panel: ReviewPanel,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin(qtbot, review)
    first = panel.card
    assert first is not None
    full = [True]
    record = Collection.record

    def record_if_room(collection: Collection, event: ReviewEvent) -> None:
        if full[0]:
            raise NotSaved("The disk is full; free some space.")
        record(collection, event)

    monkeypatch.setattr(Collection, "record", record_if_room)
    QTest.keyClick(panel, Key.Key_Space)
    QTest.keyClick(panel, Key.Key_2)
    qtbot.waitUntil(panel.banner.isVisible)
    assert panel.banner.words.text() == "The disk is full; free some space."
    assert panel.card == first
    assert panel.answer_shown
    assert panel.work.ratings.isEnabled()
    QTest.mouseClick(panel.banner.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.banner.isVisible)  # still full
    full[0] = False
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.banner.retry, Qt.MouseButton.LeftButton)
    assert not panel.banner.isVisible()
    assert [(event.uid, event.rating) for event in logged(folder)] == [(first.uid, 2)]


def test_when_the_next_card_cannot_be_read_it_is_looked_for_again(
    qtbot: QtBot,
    review: ReviewController,
    panel: ReviewPanel,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin(qtbot, review)
    first = panel.card
    QTest.keyClick(panel, Key.Key_Space)
    with monkeypatch.context() as patch:

        def unreadable(*_arguments: object, **_options: object) -> None:
            raise CollectionError("The collection could not be read.")

        patch.setattr(Collection, "next_card", unreadable)
        QTest.keyClick(panel, Key.Key_4)
        qtbot.waitUntil(panel.banner.isVisible)
        QTest.keyClick(panel, Key.Key_4)  # the card is answered
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.banner.retry, Qt.MouseButton.LeftButton)
    assert panel.card != first
    assert not panel.answer_shown
    assert not panel.banner.isVisible()
    assert len(logged(folder)) == 1


def test_an_error_of_ours_is_not_swallowed(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, review)

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(review_module, "rate", broken)
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.captureExceptions() as caught:
        QTest.keyClick(panel, Key.Key_4)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert panel.answer_shown


def test_a_card_changed_elsewhere_is_looked_at_again(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, review)

    def changed(_collection: Collection, _event: ReviewEvent, _deck: str) -> Rated:
        raise Changed("This card has changed since it was shown.")

    monkeypatch.setattr(review_module, "rate", changed)
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_4)
    assert panel.banner.isVisible()
    assert not panel.banner.retry.isVisible()
    assert not panel.answer_shown


def test_the_answer_of_a_card_that_was_not_asked_is_never_shown(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, review)
    panel.reveal()

    def fails(*_arguments: object) -> None:
        raise CollectionError("The disk is gone.")

    with monkeypatch.context() as broken:
        broken.setattr(review_module, "look_at", fails)
        review.refresh()  # the card is to keep its place, its answer shown
        qtbot.waitUntil(panel.banner.isVisible)
    with qtbot.waitSignal(review.card_shown):
        review.learn_more(1)
    assert not panel.answer_shown
