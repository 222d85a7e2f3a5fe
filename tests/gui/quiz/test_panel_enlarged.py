"""The panel at its largest: the question in sight, words whole, every rating reached without scrolling."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from lstm_gui.gui.quiz.header import Standing
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.prose import Prose
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.rating import Rating

INTERVALS = {rating: Interval(days=int(rating) * 30) for rating in Rating}
CARD = Card(
    "a", "What is backpropagation through time?", "Ordinary backpropagation.",
    "Introduction to backpropagation through time", "", "Introductions matter.", (), "remember",
)  # fmt: skip


@pytest.fixture
def enlarged(panel: ReviewPanel) -> ReviewPanel:
    """A question at 300 %, as the window of 1440 × 900 has it."""
    panel.set_zoom(300)
    panel.resize(356, 830)
    panel.show_standing(Standing("LSTM fundamentals", 4, 10, 2, 0.64))
    panel.show_card(CARD, INTERVALS)
    QApplication.processEvents()
    return panel


def scrolls(panel: ReviewPanel) -> bool:
    """Whether the panel as a whole, not the card in it, has to be scrolled."""
    outer = panel.findChild(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(outer, QScrollArea)
    return outer.verticalScrollBar().maximum() > 0


def lines(prose: Prose) -> list[str]:
    """The lines in which a text is drawn."""
    prose.grab()
    document = prose.findChild(QTextDocument)
    assert isinstance(document, QTextDocument)
    text, layout = document.begin().text(), document.begin().layout()
    found = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()] for line in found]


def test_the_question_has_the_room_until_the_answer_comes(enlarged: ReviewPanel) -> None:
    assert not enlarged.work.ratings.isVisible()
    assert not enlarged.work.keys.isVisible()
    assert not scrolls(enlarged)
    assert enlarged.work.card.height() > 400
    QTest.keyClick(enlarged, Qt.Key.Key_Space)
    assert enlarged.work.ratings.isVisible()
    enlarged.show_card(CARD, INTERVALS)
    assert not enlarged.work.ratings.isVisible()


def test_every_rating_is_reached_without_scrolling(enlarged: ReviewPanel) -> None:
    enlarged.reveal()
    QApplication.processEvents()
    assert not scrolls(enlarged)
    for button in enlarged.work.ratings.buttons.values():
        place = QRect(button.mapTo(enlarged, QPoint(0, 0)), button.size())
        assert enlarged.rect().contains(place)


def test_no_word_is_broken(enlarged: ReviewPanel) -> None:
    enlarged.reveal()
    QApplication.processEvents()
    card = enlarged.work.card
    for prose in (card.question, card.answer, card.why):
        broken = [line for line in lines(prose)[:-1] if not line.endswith(" ")]
        assert broken == []
        assert len(lines(prose)) > 1


def test_where_there_is_room_nothing_is_smaller_and_nothing_waits(panel: ReviewPanel) -> None:
    panel.set_zoom(300)
    panel.resize(1000, 830)
    panel.show_card(CARD, INTERVALS)
    QApplication.processEvents()
    assert panel.work.ratings.isVisible()
    assert not panel.work.cramped
    assert len(lines(panel.work.card.question)) == 2


@pytest.mark.parametrize("zoom", [150, 175, 200])
def test_in_a_low_panel_the_question_has_the_room_of_the_ratings(panel: ReviewPanel, zoom: int) -> None:
    panel.show_standing(Standing("LSTM fundamentals", 4, 10, 2, 0.64))
    panel.set_zoom(zoom)
    panel.resize(380, 544)
    panel.show_card(CARD, INTERVALS)
    QApplication.processEvents()
    card = panel.work.card
    assert not panel.work.ratings.isVisible()
    assert card.scrolled.viewport().height() >= 3 * card.question.fontMetrics().lineSpacing()
    panel.reveal()
    QApplication.processEvents()
    assert panel.work.ratings.isVisible()
    assert not panel.work.ratings.compact
    assert card.scrolled.viewport().height() >= 3 * card.answer.fontMetrics().lineSpacing()


@pytest.mark.parametrize("revealed", [False, True])
@pytest.mark.parametrize("zoom", range(150, 301, 25))
def test_the_panel_comes_to_rest_at_every_width(panel: ReviewPanel, zoom: int, revealed: bool) -> None:
    """Ratings that go make room, and must not come back into it for ever."""
    panel.show_standing(Standing("LSTM fundamentals", 4, 10, 2, 0.64))
    panel.set_zoom(zoom)
    panel.show_card(CARD, INTERVALS, revealed=revealed)
    for width in range(300, 640, 4):
        panel.resize(width, 830)
        QApplication.processEvents()
        assert panel.work.ratings.isVisible() == (revealed or not panel.work.cramped)
