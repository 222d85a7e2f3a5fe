"""The graded cards by topic, by kind and by search; one is opened by a click or by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.graded.browser import ChallengeBrowser
from lstm_gui.gui.graded.challenge_list import listed
from lstm_gui.gui.palette import palette
from lstm_gui.lessons.challenge import Challenge
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge
from tests.gui.conftest import Lab

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def browser(qtbot: QtBot) -> ChallengeBrowser:
    made = ChallengeBrowser(listed(), palette("light"), 100)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def test_all_are_listed_and_narrowed(browser: ChallengeBrowser) -> None:
    model = browser.cards.model()
    assert browser.count.text() == f"{len(challenge_names())} cards"
    browser.kinds.setCurrentIndex(2)
    built = [name for name in challenge_names() if isinstance(load_challenge(name), Challenge)]
    assert model.rowCount() == len(built)
    QTest.keyClicks(browser.search, "latch")
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Build: Build a latch"]
    QTest.keyClicks(browser.search, " zebra")
    assert browser.count.text() == "No card has these words"
    browser.search.clear()
    browser.kinds.setCurrentIndex(0)
    topic = browser.topics.model().index(4, 0)
    QTest.mouseClick(browser.topics.viewport(), LEFT, pos=browser.topics.visualRect(topic).center())
    assert model.rowCount() == 5
    browser.set_palette(palette("dark"))


def test_a_click_opens_one(browser: ChallengeBrowser, qtbot: QtBot) -> None:
    where = browser.cards.visualRect(browser.cards.model().index(1, 0)).center()
    with qtbot.waitSignal(browser.wanted) as wanted:
        QTest.mouseClick(browser.cards.viewport(), LEFT, pos=where)
    assert wanted.args == ["compute-write"]


def test_from_the_menu_to_the_question(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    window.actions_by_id["browse_challenges"].trigger()
    dialog = window.findChild(ChallengeBrowser)
    assert dialog is not None
    qtbot.waitActive(dialog)
    QTest.keyClicks(dialog.search, "half-life")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    QTest.keyClick(dialog.cards, Qt.Key.Key_Return)
    run = window.graded.run
    assert run is not None
    assert run.card.asked.concept == "half-life"


def test_a_name_that_does_not_ship_is_refused(lab: Lab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lab.window.errors.told):
        lab.window.graded.begin_named("nothing")
    assert lab.window.graded.run is None
