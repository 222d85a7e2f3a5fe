"""What a network does now is looked at while a room that shows it is seen, and only then."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.main_window import MainWindow
from lstm_gui.gui.training.onlookers import Onlookers
from lstm_gui.settings import Settings
from lstm_gui.training.messages import Watch
from tests.gui.conftest import LabMaker


def test_it_is_told_when_the_first_sees_and_when_the_last_does_no_more(qtbot: QtBot) -> None:
    told: list[object] = []
    onlookers, one, other = Onlookers(told.append), QWidget(), QWidget()
    for widget in (one, other):
        qtbot.addWidget(widget)
    assert onlookers.watch  # nobody knows yet
    for room, seen in ((one, True), (other, True), (one, False), (one, False), (other, False), (one, True)):
        onlookers.tell(room, seen=seen)
    assert told == [Watch(watched=False), Watch(watched=True)]


def watched(window: MainWindow) -> bool:
    return window.training.session.onlookers.watch


def test_a_run_that_goes_on_behind_another_tab_is_not_looked_at(make_lab: LabMaker, qtbot: QtBot) -> None:
    window = make_lab(Settings(tab="train")).window
    session = window.training.session
    qtbot.waitUntil(lambda: window.stage.page is not None)
    with qtbot.waitSignal(session.looked):
        session.start()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not watched(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert watched(window)
    with qtbot.waitSignal(session.looked):
        session.pause()
