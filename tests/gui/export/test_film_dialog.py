"""An animation shows what is looked at: heat maps of every unit where those are on screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import Lab

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen, of a dialog
def test_heat_maps_that_are_looked_at_are_recorded(lab: Lab) -> None:
    window = lab.window
    window.commands.change_units(2)
    window.simulator.timeline.show_all_units(True)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A, CTRL_SHIFT)
    dialog = window.pictures.film
    assert dialog is not None
    sheet = dialog.order.sheet()
    try:
        assert dialog.order.all_units
        assert sheet._panel.timeline.all_units
    finally:
        sheet.close()
        dialog.reject()
