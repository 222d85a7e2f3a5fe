"""The gap between two cards is the handle, and shows a grip when the pointer is on it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.simulator.splitter import CardSplitter
from tests.gui.simulator.frames import STYLE


@pytest.fixture
def splitter(show: Callable[[QWidget, tuple[int, int]], QWidget]) -> CardSplitter:
    """Two cards side by side."""
    made = CardSplitter(Qt.Orientation.Horizontal, STYLE)
    for _ in range(2):
        made.addWidget(QWidget())
    made.set_style(STYLE)
    show(made, (300, 120))
    return made


def test_the_gap_grows_with_the_zoom_and_shrinks_where_room_is_low(splitter: CardSplitter) -> None:
    usual = splitter.handleWidth()
    splitter.set_style(STYLE.scaled(2.0))
    assert splitter.handleWidth() == 2 * usual


def test_no_card_can_be_pushed_out_of_sight(splitter: CardSplitter) -> None:
    for n in range(2):
        card = splitter.widget(n)
        assert card is not None
        card.setMinimumWidth(80)
    splitter.setSizes([0, 300])
    assert splitter.sizes()[0] >= 80


def test_a_grip_shows_under_the_pointer(splitter: CardSplitter) -> None:
    handle = splitter.handle(1)
    accent = STYLE.palette.accent.rgb()
    middle = handle.rect().center()
    assert handle.grab().toImage().pixel(middle) == STYLE.palette.window.rgb()
    place = QPointF(middle)
    QApplication.sendEvent(handle, QEnterEvent(place, place, QPointF(handle.mapToGlobal(middle))))
    assert handle.grab().toImage().pixel(middle) == accent
    QApplication.sendEvent(handle, QEvent(QEvent.Type.Leave))
    assert handle.grab().toImage().pixel(middle) != accent
