"""How sure one is: asked before the answer where that is wished for, and kept with the rating."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from tests.gui.conftest import Lab
from tests.gui.quiz.sitting import Key, answer, begin, logged


def test_what_was_said_stands_beside_the_answer_and_in_the_log(
    qtbot: QtBot,
    review: ReviewController,
    panel: ReviewPanel,
    collection: CollectionThread,
    folder: Path,
) -> None:
    panel.work.ask_confidence(True)
    begin(qtbot, review)
    bar = panel.work.confidence
    assert bar.isVisible()
    assert bar.asked.text() == "How sure are you? (1–5)"
    QTest.keyClick(panel, Key.Key_4)
    assert panel.answer_shown
    assert bar.asked.text() == "You were 80 % sure"
    assert not bar.buttons[0].isEnabled()
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_2)
    assert bar.asked.text() == "How sure are you? (1–5)"
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.asked.text() == "You were 80 % sure"  # the rating is taken back, not what was said
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_1)
    answer(qtbot, review, panel)  # Space reveals as ever
    QTest.mouseClick(bar.buttons[4], Qt.MouseButton.LeftButton)
    assert bar.asked.text() == "You were 100 % sure"
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, Key.Key_5)
    collection.close()
    assert [event.confidence for event in logged(folder)] == [80, None, 100]


def test_it_is_not_asked_unless_it_is_wished_for(lab: Lab) -> None:
    work, action = lab.window.review.panel.work, lab.window.actions_by_id["ask_confidence"]
    assert not work.confidence.isVisible()
    lab.window.review.panel.rate(4)
    assert not lab.window.review.panel.answer_shown
    action.trigger()
    assert work.confidence.isVisible()
    assert lab.window.live.now.ask_confidence
    QTest.keyClick(lab.window.review.panel, Key.Key_3)  # by the way that keys take in the window
    assert work.confidence.value == 60
    assert work.card.revealed
    action.trigger()
    assert not work.confidence.isVisible()
    assert not action.isChecked()
