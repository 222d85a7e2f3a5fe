"""Views stand on a page as they stand on the screen, without hints, buttons, the pointer and the keyboard."""

from collections import deque

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.mark import Mark
from lstm_gui.gui.simulator.page_painter import OnPage, PagePainter, painted_pieces
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller


@pytest.fixture
def panel(qtbot: QtBot) -> SimulatorPanel:
    """A panel on the screen with a scene."""
    made = SimulatorPanel()
    qtbot.addWidget(made)
    made.set_motion(False)
    controller = Controller(lambda show: show())
    made.connect_controller(controller)
    controller.open(load("remember"))
    made.resize(1100, 800)
    made.show()
    return made


def on_page(widget: QWidget) -> QImage:
    """The widget painted on a page."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(palette("light").window)
    painter = PagePainter(image)
    deque(painted_pieces(painter, widget), maxlen=0)
    painter.end()
    return image


def likeness(one: QImage, other: QImage) -> float:
    """Which share of the pixels of two pictures is about the same."""
    places = [(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    near = sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) < 40 for x, y in places
    )
    return near / len(places)


def test_the_page_looks_as_the_screen_does(panel: SimulatorPanel) -> None:
    seen, drawn = panel.page.grab().toImage(), on_page(panel.page)
    assert likeness(seen, drawn) > 0.985  # hints and buttons are few


def test_a_page_is_painted_in_pieces_and_the_painter_is_as_it_was_between_them(panel: SimulatorPanel) -> None:
    image = QImage(panel.page.size(), QImage.Format.Format_RGB32)
    painter = PagePainter(image)
    placed = [painter.transform().dx() for _ in painted_pieces(painter, panel.page)]
    painter.end()
    assert len(placed) > 10
    assert set(placed) == {0.0}


def test_neither_the_keyboard_nor_the_pointer_is_seen_on_a_page(panel: SimulatorPanel, qtbot: QtBot) -> None:
    knob = panel.weights.knobs["b_f"]
    plain = on_page(knob)
    panel.activateWindow()
    qtbot.waitActive(panel)
    knob.setFocus()
    knob.hovered = True
    assert knob.look().focused
    knob.set_mark(Mark.PLAIN)  # what is pointed at is lit on a page too
    assert on_page(knob) == plain


def test_a_page_has_no_hints_and_no_buttons(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    assert not isinstance(holder, OnPage)
    assert isinstance(Canvas(Style(palette("light")), holder), OnPage)
    pictures = []
    for kind, hints in ((PagePainter, ("drag it",)), (PagePainter, ()), (QPainter, ("drag it",))):
        image = QImage(300, 60, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = kind(image)
        paint_card(painter, image.rect().toRectF(), Style(palette("light")), "Title", hints)
        painter.end()
        pictures.append(image)
    assert pictures[0] == pictures[1]
    assert pictures[0] != pictures[2]


def test_what_is_hidden_is_left_out(panel: SimulatorPanel) -> None:
    whole = on_page(panel.page)
    panel.operating.hide()
    assert on_page(panel.page) != whole
