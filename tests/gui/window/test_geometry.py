"""Where a window stood is found again, and damage to it stops nothing."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.window.geometry import geometry_of, restored


def test_a_window_stands_as_the_last_one_did(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    first.resize(321, 234)
    assert restored(second, geometry_of(first))
    assert second.size() == QSize(321, 234)


@pytest.mark.parametrize("text", ["", "no base64!", "QUJD", "ä"])
def test_what_was_damaged_restores_nothing(qtbot: QtBot, text: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(100, 80)
    assert not restored(window, text)
    assert window.size() == QSize(100, 80)
