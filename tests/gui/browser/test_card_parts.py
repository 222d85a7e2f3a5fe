"""The parts of the window "Cards" in every width: none is squeezed, and the table is always there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.browser.columns import COLUMNS
from lstm_gui.gui.browser.window import CardWindow
from lstm_gui.settings import Settings
from tests.gui.browser.conftest import Open, settle

LEAST = {"shelves": 150, "table": 230, "preview": 240}  # px of the design


def parts(window: CardWindow) -> set[str]:
    """Which are seen; each has its room."""
    window.grab()  # lays it out
    seen = {name for name in LEAST if getattr(window, name).isVisible()}
    for name in seen:
        assert getattr(window, name).width() >= LEAST[name] * min(1, window.width() / 640), name
    return seen


@pytest.mark.parametrize("zoom", [100, 150, 300])
def test_what_has_no_room_gives_way_to_the_table(shown: Open, zoom: int) -> None:
    window = shown(Settings(zoom=zoom))
    scale = window.look.scale
    for wide, there in (
        (1240, {"shelves", "table", "preview"}),
        (1920, {"shelves", "table", "preview"}),
        (700, {"shelves", "table"}),
        (480, {"table"}),
    ):
        window.setMinimumSize(10, 10)
        window.resize(round(wide * scale), 760)
        assert parts(window) == there
    window.resize(round(760 * scale), 760)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_Space)
    assert parts(window) == {"table", "preview"}
    QTest.keyClick(window.table, Qt.Key.Key_Space)
    assert parts(window) == {"shelves", "table"}
    window.resize(round(1240 * scale), 760)
    assert parts(window) == {"shelves", "table"}  # it was sent away


def test_the_question_has_the_room_that_other_columns_leave(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    table = window.table
    for wide in (640, 1240, 1920, 2400):
        window.resize(wide, 760)
        settle(window, qtbot)
        whole = sum(table.columnWidth(number) for number in range(len(COLUMNS)))
        assert whole >= table.viewport().width()  # nothing is left empty beside the last column
        if wide >= 1920:
            assert whole == table.viewport().width()
            assert table.columnWidth(0) > 400
        assert table.columnWidth(0) >= min(300, table.viewport().width() * 0.6 - 1)
    table.setColumnWidth(0, 333)  # as a drag does
    window.resize(1800, 760)
    settle(window, qtbot)
    assert table.columnWidth(0) == 333
