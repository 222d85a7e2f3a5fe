"""The button that lets go of a state: as wide as its words, pressed by mouse and keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.knobs.release_button import ReleaseButton
from tests.gui.simulator.frames import STYLE


@pytest.fixture
def button(show: Callable[[QWidget, tuple[int, int]], QWidget]) -> ReleaseButton:
    """The button of a held cell state."""
    made = ReleaseButton("held by hand", "c", STYLE)
    show(made, (100, 19))
    made.set_style(STYLE)
    return made


def test_it_is_as_wide_as_its_words_at_any_zoom(button: ReleaseButton) -> None:
    narrow = button.width()
    button.set_style(STYLE.scaled(2.0))
    assert button.width() == pytest.approx(2 * narrow, abs=12)
    longer = ReleaseButton("held by hand and foot", "c", STYLE, button)
    assert longer.sizeHint().width() > narrow


def test_a_click_and_space_press_it(button: ReleaseButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_the_keyboard_shows_where_it_is(button: ReleaseButton) -> None:
    button.clearFocus()
    before = button.grab().toImage()
    button.setFocus()
    assert button.hasFocus()
    assert button.grab().toImage() != before
