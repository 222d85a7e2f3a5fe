"""Sentences come, wait behind each other, and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.errors import Problem, Remedy
from lstm_gui.gui.palette import palette
from lstm_gui.gui.window.banner import KEPT, Banner


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner(palette("light"))
    qtbot.addWidget(made)
    return made


def test_the_newest_is_shown_and_the_one_before_waits(banner: Banner) -> None:
    assert banner.isHidden()
    banner.tell(Problem("first"))
    banner.tell(Problem("second", "report"))
    assert banner.sentence.text() == "second"
    assert not banner.copy.isHidden()
    banner.dismiss.click()
    assert banner.sentence.text() == "first"
    assert banner.copy.isHidden()
    banner.dismiss.click()
    assert banner.isHidden()


def test_the_same_sentence_is_shown_once_and_only_some_wait(banner: Banner) -> None:
    for number in (*range(20), 19):
        banner.tell(Problem(f"sentence {number}"))
    dismissed = 0
    while not banner.isHidden():
        banner.dismiss.click()
        dismissed += 1
    assert dismissed == KEPT


def test_what_is_no_longer_true_is_withdrawn(banner: Banner) -> None:
    banner.tell(Problem("the disk is full"))
    banner.withdraw("the disk is full")
    assert banner.isHidden()


def test_the_report_is_asked_for(banner: Banner, qtbot: QtBot) -> None:
    banner.tell(Problem("oh", "everything about it"))
    with qtbot.waitSignal(banner.report_wanted) as wanted:
        banner.copy.click()
    assert wanted.args == ["everything about it"]


def test_a_click_on_it_leaves_the_keys_where_they_are(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    field, banner, other = QLineEdit(), Banner(palette("light")), QLineEdit()
    for part in (banner, other, field):
        rows.addWidget(part)
    window.show()
    field.setFocus()
    banner.tell(Problem("it was damaged", remedy=Remedy("Restore", banner.clear)))
    QTest.mouseClick(banner.remedy, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    assert window.focusWidget() is field


def test_a_file_s_name_is_never_read_as_markup(banner: Banner) -> None:
    banner.tell(Problem("<b>bold</b> was refused"))
    assert banner.sentence.textFormat() is Qt.TextFormat.PlainText
    banner.set_palette(palette("dark"))
    assert banner.grab().width() > 0
