"""The head of the panel: its numbers stay in sight, at any size, whatever the deck is called."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.header import Header, Standing
from lstm_gui.gui.quiz.style import Style

LONG = "Hochschule: recurrent networks (LSTM and GRU), second part"


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    made = Header()
    qtbot.addWidget(made)
    made.resize(344, 70)
    made.set_room(344)
    made.set_style(Style(palette("light")))
    made.show()
    return made


def show(header: Header, deck: str, zoom: int, width: int) -> None:
    header.set_style(Style(palette("light"), zoom))
    header.set_room(width)
    header.resize(width, header.sizeHint().height())
    header.show_standing(Standing(deck, 4, 10, 2, 0.64))
    QApplication.processEvents()
    header.resize(width, header.sizeHint().height())
    QApplication.processEvents()


@pytest.mark.parametrize("zoom", [100, 150, 200, 300])
@pytest.mark.parametrize("deck", ["", "LSTM fundamentals", LONG])
@pytest.mark.parametrize("width", [290, 344, 700])
def test_mastery_and_counts_are_in_sight_and_whole(header: Header, deck: str, zoom: int, width: int) -> None:
    show(header, deck, zoom, width)
    (counts,) = [label for label in (header.counts, header.counts_below) if label.isVisible()]
    assert header.mastery.isVisible()
    for label in (header.mastery, counts):
        assert label.width() >= label.sizeHint().width()
        assert label.geometry().right() <= width
    assert not header.mastery.geometry().intersects(counts.geometry())


def test_mastery_stays_when_the_numbers_are_shown_again(header: Header) -> None:
    show(header, LONG, 100, 344)
    place = header.mastery.geometry()
    header.show_standing(Standing(LONG, 4, 10, 3, 0.64))
    QApplication.processEvents()
    assert header.mastery.isVisible()
    assert header.mastery.geometry() == place


def test_a_name_that_is_cut_is_whole_in_the_tooltip(header: Header) -> None:
    show(header, LONG, 100, 344)
    assert header.deck.toolTip().splitlines() == [LONG, "Choose another deck"]
    show(header, "Short", 100, 344)
    assert header.deck.toolTip() == "Choose another deck"


def test_there_is_a_third_row_only_where_two_have_no_room(header: Header) -> None:
    show(header, LONG, 100, 344)
    assert header.mastery.y() == header.place.y()
    show(header, LONG, 300, 344)
    assert header.mastery.y() > header.place.y()
    show(header, "Short", 100, 344)
    assert header.mastery.y() == header.place.y()
