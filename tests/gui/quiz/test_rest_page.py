"""The end of a session: what was learnt, when to come back, and a way to go on."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.outlook import Recap, Rest, TopicShare
from lstm_gui.gui.quiz.rest_page import RestPage
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import Bar

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def page(qtbot: QtBot) -> RestPage:
    made = RestPage()
    qtbot.addWidget(made)
    made.set_style(Style(palette("light")))
    made.resize(340, 700)
    made.show()
    return made


def test_what_was_learnt_by_topic(qtbot: QtBot, page: RestPage) -> None:
    topics = (TopicShare("Gates", 3, 3), TopicShare("", 2, 1))
    page.show_rest(Rest(TOMORROW, 0, True), Recap(5, 4, topics), NOW)
    labels = [label for label in page.findChildren(QLabel) if label not in (page.waiting, page.behind)]
    qtbot.waitUntil(lambda: all(label.isVisible() for label in labels))
    texts = [label.text() for label in labels]
    assert texts == [
        "Done for today", "5 cards reviewed · 80 % recalled", "Gates", "3 of 3", "Without a topic", "1 of 2",
        "The next card is due tomorrow.",
    ]  # fmt: skip
    assert [bar.share for bar in page.findChildren(Bar)] == [1.0, 0.5]


def test_topics_are_replaced_not_added(qtbot: QtBot, page: RestPage) -> None:
    for topic in ("Gates", "Memory"):
        page.show_rest(Rest(TOMORROW, 0, True), Recap(1, 1, (TopicShare(topic, 1, 1),)), NOW)
    qtbot.waitUntil(lambda: len(page.findChildren(Bar)) == 1)
    page.set_style(Style(palette("dark"), 200))


def test_reviews_that_wait_are_told_calmly_and_can_be_gone_on_with(qtbot: QtBot, page: RestPage) -> None:
    page.show_rest(Rest(TOMORROW, 0, True, later=180, days_behind=3), Recap(60, 50), NOW)
    assert page.title.text() == "Done for today"
    assert page.behind.text() == "180 more reviews wait: caught up in 3 days."
    assert page.go_on.text() == "Review 20 more cards"
    with qtbot.waitSignal(page.reviews_wanted) as caught:
        QTest.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    assert caught.args == [20]
    page.show_rest(Rest(TOMORROW, 0, True, later=1, days_behind=1), Recap(), NOW)
    assert page.title.text() == "Enough for today"
    assert page.behind.text() == "One more review waits: caught up tomorrow."
    assert page.go_on.text() == "Review one more card"
    page.show_rest(Rest(TOMORROW, 0, True, later=9), Recap(), NOW)
    assert page.behind.text() == "9 more reviews wait; the longest overdue come first."
    page.show_rest(Rest(TOMORROW, 0, True), Recap(), NOW)
    assert not page.behind.isVisible()
    assert not page.go_on.isVisible()


def test_more_new_cards_are_offered_a_few_at_a_time(qtbot: QtBot, page: RestPage) -> None:
    page.show_rest(Rest(TOMORROW, 24, True, 10), Recap(), NOW)
    assert page.more.text() == "Learn 5 new cards"
    assert page.more.toolTip() == "24 new cards wait; today's limit of 10 is used."
    assert page.waiting.text() == page.more.toolTip()
    assert page.waiting.isVisible()
    with qtbot.waitSignal(page.more_wanted) as caught:
        QTest.mouseClick(page.more, Qt.MouseButton.LeftButton)
    assert caught.args == [5]
    page.show_rest(Rest(TOMORROW, 1, True, 0), Recap(), NOW)
    assert page.more.text() == "Learn a new card"
    assert page.waiting.text() == "A new card waits; the limit is set to 0 a day."
    page.show_rest(Rest(TOMORROW, 1, True, 0, "A::B\u202e"), Recap(), NOW)
    assert page.waiting.text() == "A new card waits; the limit of “A::B” is set to 0 a day."
    page.show_rest(Rest(TOMORROW, 3, True, 2, "A"), Recap(), NOW)
    assert page.waiting.text() == "3 new cards wait; today's limit of 2 in “A” is used."
    page.show_rest(Rest(TOMORROW, 3, True, 0, None), Recap(), NOW)
    assert page.waiting.text() == "3 new cards wait; today's limits of their decks are used."
    page.show_rest(Rest(TOMORROW, 0, True), Recap(), NOW)
    assert not page.more.isVisible()
    assert not page.waiting.isVisible()


def test_without_cards_a_deck_is_asked_for(qtbot: QtBot, page: RestPage) -> None:
    page.show_rest(Rest(None, 0, False), Recap(), NOW)
    assert page.title.text() == "No cards yet"
    with qtbot.waitSignal(page.import_wanted):
        QTest.keyClick(page.bring, Qt.Key.Key_Return)
