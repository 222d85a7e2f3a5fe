"""The equations stand with their numbers, and the keyboard walks them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.equations.equations import EquationsView
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE, frame_of


@pytest.fixture
def view(show: Show) -> EquationsView:
    """The equations of "remember" at step 5."""
    made = show(EquationsView(STYLE), (320, 300))
    made.show_part(frame_of().equations)
    return made


def test_the_keyboard_walks_the_rows_and_says_them(view: EquationsView) -> None:
    pointed: list[object] = []
    view.setFocus()
    view.pointed_at.connect(pointed.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert pointed == [Quantity(name, 5) for name in ("i", "g", "h", "c")]
    assert view.accessibleDescription().startswith("c = ")


def test_pointing_at_a_row(view: EquationsView, qtbot: QtBot) -> None:
    QTest.mouseMove(view, QPoint(100, 10))
    with qtbot.waitSignal(view.pointed_at) as pointed:
        QTest.mouseMove(view, QPoint(100, 60))
    assert pointed.args == [Quantity("f", 5)]


@pytest.mark.parametrize("size", [(200, 150), (320, 300), (600, 700)])
def test_every_size_is_painted(view: EquationsView, size: tuple[int, int]) -> None:
    view.resize(*size)
    assert not view.grab().isNull()
