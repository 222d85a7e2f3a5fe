"""The buttons beside the timeline's title take the room there is, and say what they do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.timeline.input_tools import InputTools
from tests.gui.simulator.frames import STYLE


@pytest.fixture
def tools(qtbot: QtBot) -> Iterator[InputTools]:
    ground = QWidget()
    qtbot.addWidget(ground)
    made = InputTools(STYLE, ground)
    made.set_menu(QMenu(ground))
    made.set_seeded(True)
    made.lay_out(STYLE, 1000)
    ground.show()
    yield made
    ground.close()


def test_words_give_way_before_the_buttons_do(tools: InputTools) -> None:
    whole = tools.lay_out(STYLE, 1000)
    narrower = [tools.lay_out(STYLE, room) for room in (whole - 1, 120, 10)]
    assert [whole, *narrower] == sorted([whole, *narrower], reverse=True)
    assert tools.lay_out(STYLE, whole - 1) <= whole - 1
    assert all(button.width() >= 20 for button in tools.buttons)


def test_each_says_what_it_does_and_is_pressed_by_space(tools: InputTools, qtbot: QtBot) -> None:
    for button in tools.buttons:
        assert button.accessibleName()
        assert button.toolTip()
    tools.pencil.setFocus()
    with qtbot.waitSignal(tools.drawing_changed) as drawing:
        QTest.keyClick(tools.pencil, Qt.Key.Key_Space)
    assert drawing.args == [True]
    with qtbot.waitSignal(tools.seed_requested):
        QTest.keyClick(tools.seed, Qt.Key.Key_Space)


def test_without_a_menu_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    alone = InputTools(STYLE, ground)
    ground.show()
    assert not alone.choose.isVisible()
    alone.choose.click()
    assert not alone.seed.isVisible()
