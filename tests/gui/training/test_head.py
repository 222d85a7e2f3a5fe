"""The card on top of "Learn": it takes few lines, and the Tab key goes through it as one reads."""

from collections.abc import Iterator
from itertools import pairwise
from multiprocessing import Pipe

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.flow import Flow
from lstm_gui.gui.training.inside.room import InsideRoom
from lstm_gui.gui.training.learn import Column, LearnRoom
from lstm_gui.gui.training.session import Session
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import ENTRIES
from lstm_gui.training.tasks.usual import usual_plan

AT_1440 = 1035, 790  # pixels that are left for the room in a window of 1440 × 900


class Mute:
    """A process that says nothing."""

    def __init__(self) -> None:
        self.pipe, self._theirs = Pipe()

    def end(self, _patience: float = 0.0) -> None:
        self._theirs.close()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[LearnRoom]:
    made = LearnRoom(Session(usual_plan(TaskChoice("latch")), Mute), Style(palette("light")))
    qtbot.addWidget(made)
    made.resize(*AT_1440)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.session.end()
    made.session.deleteLater()


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES])
def test_losses_answers_and_probe_are_seen_at_once(room: LearnRoom, qtbot: QtBot, name: str) -> None:
    room.session.set_plan(usual_plan(TaskChoice(name)))
    qtbot.waitUntil(
        lambda: (
            room.session.plan.task.name == name and room.findChild(Column).verticalScrollBar().maximum() == 0
        )
    )
    for view in (room.losses, room.answers, room.probe):
        assert room.rect().contains(view.rect().translated(view.mapTo(room, view.rect().topLeft())))


def test_on_a_low_and_wide_screen_they_stand_in_one_row(room: LearnRoom, qtbot: QtBot) -> None:
    scroll = room.findChild(Column).verticalScrollBar()
    for zoom, size in ((1.75, (1900, 975)), (3.0, (3800, 2000))):  # a class, in full HD and in 4K
        room.set_style(Style(palette("dark"), zoom))
        room.resize(*size)
        qtbot.waitUntil(lambda: scroll.maximum() == 0)
        assert room.losses.y() == room.answers.y()
        assert (room.probe.y() == room.answers.y()) == (zoom < 3)
    room.set_style(Style(palette("dark"), 1.0))
    room.resize(*AT_1440)
    qtbot.waitUntil(lambda: scroll.maximum() == 0 and room.probe.y() > room.answers.y())
    room.resize(500, 500)
    qtbot.waitUntil(lambda: scroll.maximum() > 0 and room.answers.y() > room.losses.y())


def test_the_tab_key_goes_as_one_reads(room: LearnRoom) -> None:
    head = room.head
    head.tasks.setFocus()
    reached: list[QWidget] = [head.tasks]
    while len(reached) < 40 and reached[-1] is not room.losses:
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        reached.append(now)
    places = [widget.mapTo(room, widget.rect().center()) for widget in reached]
    rows = [round(place.y() / 16) for place in places]
    assert rows == sorted(rows)
    for one, other in pairwise(places):
        assert other.x() > one.x() or other.y() > one.y() + 8


def test_a_flow_begins_a_line_where_it_should_unless_that_takes_more_lines(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    flow = Flow(around)
    flow.setContentsMargins(0, 0, 0, 0)
    flow.apart = 0
    parts = [QWidget() for _ in range(5)]
    for part in parts:
        part.setFixedSize(100, 10)
        flow.addWidget(part)
    flow.second = parts[2]
    lines = {500: [0, 0, 0, 0, 0], 400: [0, 0, 10, 10, 10], 200: [0, 0, 10, 10, 20]}
    for wide, wanted in lines.items():
        around.resize(wide, 100)
        flow.setGeometry(around.rect())
        assert [part.y() for part in parts] == wanted
    flow.second = parts[1]
    around.resize(300, 100)
    flow.setGeometry(around.rect())
    assert [part.y() for part in parts] == [0, 0, 0, 10, 10]


def test_all_that_takes_the_keyboard_has_a_name_and_a_tip(room: LearnRoom, qtbot: QtBot) -> None:
    inside = InsideRoom(room.session, room.style_now)
    qtbot.addWidget(inside)
    inside.transport.show_session()
    room.head.fold.click()
    for around in (room, inside):
        for widget in around.findChildren(QWidget):
            own = widget.window() is around and not isinstance(widget, QLineEdit)
            if own and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName(), widget
                assert widget.toolTip(), widget.accessibleName()
