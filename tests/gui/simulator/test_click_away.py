"""A press elsewhere is noticed between watch and rest, one on the editor is not."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.click_away import ClickAway

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """A window to click on."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(200, 100)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_only_a_press_elsewhere_counts_and_only_once(ground: QWidget) -> None:
    editor = QLineEdit(ground)
    editor.setGeometry(100, 50, 60, 20)
    editor.show()
    left: list[str] = []
    away = ClickAway(editor, lambda: left.append("left"))
    QTest.mouseClick(ground, LEFT, pos=QPoint(2, 2))
    away.watch()
    QTest.mouseClick(editor, LEFT)
    assert left == []
    QTest.mouseClick(ground, LEFT, pos=QPoint(2, 2))
    QTest.mouseClick(ground, LEFT, pos=QPoint(2, 2))
    assert left == ["left"]
    away.watch()
    away.rest()
    QTest.mouseClick(ground, LEFT, pos=QPoint(2, 2))
    assert left == ["left"]
