"""The room "Limits": a task is chosen and grown by hand and by key, and told for a screen reader."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.limits.desk import LimitsDesk
from lstm_gui.gui.training.limits.room import LimitsRoom
from lstm_gui.gui.training.limits.words import LIMITS, limit_words, size_words
from lstm_gui.gui.training.session import Session
from lstm_gui.training.crew import Crew
from lstm_gui.training.limits.growth import GROWTHS, SENTENCES, Limit
from tests.gui.training.limits.test_desk import SMALL
from tests.gui.training.process import InThread


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[LimitsRoom]:
    session = Session(SMALL, InThread)
    LimitsDesk(session, partial(Crew, hire=InThread, processes=1))
    made = LimitsRoom(session, Style(palette("light")))
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    yield made
    session.end()
    session.deleteLater()


def grown(room: LimitsRoom, scores: dict[int, float]) -> None:
    """Show runs as if they had ended with these scores."""
    room.desk.start()
    room.desk.stop()
    now = room.desk.growing
    assert now is not None
    runs = tuple(replace(run, score=scores[run.size], over=True) for run in now.runs)
    room.desk.growing = replace(now, runs=runs)
    room.desk.growing_changed.emit()


def test_every_sentence_of_a_limit_can_be_translated() -> None:
    assert {str(text) for text in LIMITS} == set(SENTENCES.values())
    assert all(size_words(growth.option) for growth in GROWTHS.values())


def test_where_it_gives_up_is_said_drawn_and_in_the_table(room: LimitsRoom) -> None:
    sizes = room.desk.growth.sizes
    before = room.chart.grab().toImage()
    grown(room, {size: 1.0 if size < 6 else 0.4 for size in sizes})
    assert room.said.head.text() == limit_words(Limit(4, 6), "facts in the list")
    assert room.chart.grab().toImage() != before
    assert "6: 0.40" in room.told()
    model = room.numbers.table.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [str(size) for size in sizes]
    assert model.index(3, 1).data() == "0.400"


def test_a_task_is_chosen_by_key(room: LimitsRoom) -> None:
    room.task.setFocus()
    QTest.keyClick(room.task, Qt.Key.Key_Down)
    assert room.desk.plan.task.name == room.task.currentData() == list(GROWTHS)[1]
    assert room.desk.entry.shows == room.said.head.text()


def test_the_button_starts_and_stops(qtbot: QtBot, room: LimitsRoom) -> None:
    assert room.go.text() == "Start"
    with qtbot.waitSignal(room.desk.running_changed):
        QTest.mouseClick(room.go, Qt.MouseButton.LeftButton)
    assert room.go.text() == "Stop"
    assert "% done" in room.said.text()
    QTest.keyClick(room.go, Qt.Key.Key_Space)
    assert not room.desk.running
    assert room.go.text() == "Start"


def test_it_is_drawn_in_other_colours_and_before_anything_ran(room: LimitsRoom) -> None:
    before = room.grab().toImage()
    room.set_style(Style(palette("dark"), 1.5))
    assert room.grab().toImage() != before


def test_it_scrolls_before_anything_is_squeezed(room: LimitsRoom) -> None:
    room.set_style(Style(palette("light"), 3.0))
    room.resize(900, 500)
    grown(room, dict.fromkeys(room.desk.growth.sizes, 1.0))
    room.grab()
    parts = (room.bar, room.said, room.chart, room.numbers)
    boxes = [part.geometry() for part in parts]
    assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
    assert room.chart.height() >= room.chart.minimumSizeHint().height()
    assert room.inner.height() > room.area.viewport().height()


def test_the_numbers_leave_the_window_once_there_are_some(room: LimitsRoom) -> None:
    assert not room.numbers.copy.isEnabled()
    grown(room, dict.fromkeys(room.desk.growth.sizes, 1.0))
    QTest.mouseClick(room.numbers.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("size\tmedian\tleast\tmost\n2\t1.0")
