"""Every room of the Train tab: all that Tab comes to in it says what it is."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.rooms import ROOMS
from lstm_gui.gui.training.session import Session
from tests.gui.test_accessibility import focusable
from tests.gui.training.process import InThread
from tests.gui.training.text.test_room import SMALL

MakeRoom = Callable[[str], Room]


@pytest.fixture
def make_room(qtbot: QtBot) -> Iterator[MakeRoom]:
    session, window = Session(SMALL, InThread), QWidget()
    qtbot.addWidget(window)

    def make(name: str) -> Room:
        room = ROOMS[name].make(session, Style(palette("light")), window)
        window.resize(1040, 820)
        room.resize(window.size())
        with qtbot.waitSignal(session.looked):
            window.show()
            session.prepare()
        return room

    yield make
    session.end()
    session.deleteLater()


def named(control: QWidget) -> bool:
    """Whether it has a name, if only its words, and a tip unless it is a text."""
    words = control.text() if isinstance(control, QAbstractButton) else ""
    tip = control.toolTip() or isinstance(control, QPlainTextEdit)
    return bool((control.accessibleName() or words) and tip)


@pytest.mark.parametrize("name", ROOMS)
def test_every_control_says_what_it_is(make_room: MakeRoom, name: str) -> None:
    window = make_room(name).window()
    reached = [
        one for one in focusable(window) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(reached) > 2
    assert [one for one in reached if not named(one)] == []
