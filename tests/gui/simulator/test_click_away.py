"""A press elsewhere is noticed between watch and rest, one on the editor is not."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from lstm_gui.gui.simulator.click_away import ClickAway
from tests.gui.simulator.conftest import Show

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ground(show: Show) -> QWidget:
    """A window to click on."""
    return show(QWidget(), (200, 100))


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
