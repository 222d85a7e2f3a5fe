"""Taking ratings back in a review session."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.operations.undo import Undone
from lstm_gui.gui.quiz.outlook import Session
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.rating import Rating
from lstm_gui.store.collection import Collection
from tests.gui.quiz.conftest import Clock
from tests.gui.quiz.sitting import answer, begin, logged

Key = Qt.Key


def test_an_undo_pressed_while_saving_takes_that_rating_back(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    first = panel.card
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(review.changed, check_params_cb=lambda result: isinstance(result, Undone)):
        QTest.keyClick(panel, Key.Key_2)
        QTest.keyClick(panel, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(review.card_shown):
        pass
    assert panel.card == first
    assert logged(folder) == []


def test_undo_brings_the_card_back_with_its_answer(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path
) -> None:
    begin(qtbot, review)
    first = panel.card
    answer(qtbot, review, panel)
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.work.undo, Qt.MouseButton.LeftButton)
    assert panel.card == first
    assert panel.answer_shown
    assert not panel.work.undo.isEnabled()
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_3)
    assert [event.rating for event in logged(folder)] == [Rating.PARTLY]


def test_undo_after_a_restart_shows_the_question(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel, folder: Path, clock: Clock
) -> None:
    with Collection.open(folder) as collection:
        queued = collection.next_card(None, clock(), 3)
        assert queued is not None
        session = Session()
        collection.record(session.scheduler.review(queued.memory, Rating.WELL, clock())[1])
    begin(qtbot, review)
    with qtbot.waitSignal(review.card_shown):
        panel.undo()
    assert panel.card == queued.card
    assert not panel.answer_shown


def test_the_last_rating_of_the_day_can_be_taken_back_from_the_end(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    for _ in range(3):
        answer(qtbot, review, panel)
    with qtbot.waitSignal(review.card_shown):
        QTest.mouseClick(panel.rest.undo, Qt.MouseButton.LeftButton)
    assert panel.card is not None
    assert panel.header.place.text() == "card 3 of 3 today"


def test_undo_with_nothing_to_take_back_does_nothing(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    first = panel.card
    with qtbot.waitSignal(review.changed) as caught:
        QTest.keyClick(panel, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [Undone(None)]
    assert panel.card == first
    QTest.keyClick(panel, Key.Key_Space)
    assert panel.answer_shown


def test_a_card_on_screen_is_not_taken_away_when_another_falls_due(
    qtbot: QtBot, review: ReviewController, panel: ReviewPanel
) -> None:
    begin(qtbot, review)
    for _ in range(3):
        answer(qtbot, review, panel)
    waiting = [timer for timer in review.findChildren(QTimer) if timer.objectName() == "look again"]
    assert waiting[0].isActive()
    with qtbot.waitSignal(review.card_shown):
        review.undo()
    assert panel.card is not None
    assert not waiting[0].isActive()
