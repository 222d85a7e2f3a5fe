"""Stock buttons of dialogs look alike, on either ground, and none is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from lstm_gui.gui.export.form import press_button
from lstm_gui.gui.palette import Palette, palette
from lstm_gui.gui.stock_look import dress_progress
from lstm_gui.gui.theme import qt_palette
from lstm_gui.gui.window.close_box import close_box


@pytest.fixture(params=["light", "dark"])
def colours(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Palette]:
    """The palette of a theme, as the app has it meanwhile."""
    before, found = qapp.palette(), palette(request.param)
    qapp.setPalette(qt_palette(found))
    yield found
    qapp.setPalette(before)


def test_a_button_has_the_ground_of_the_panels_and_room_for_its_words(qtbot: QtBot, colours: Palette) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box, other = close_box(dialog, "Close (Esc)"), press_button("A word or two", "")
    box.setParent(dialog)
    other.setParent(dialog)
    for button in (box.button(QDialogButtonBox.StandardButton.Close), other):
        assert isinstance(button, QPushButton)
        button.resize(button.sizeHint())
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 24
        assert button.grab().toImage().pixelColor(8, button.height() // 2) == colours.panel


def test_a_bar_fills_in_the_accent(qtbot: QtBot, colours: Palette) -> None:
    bar = QProgressBar()
    qtbot.addWidget(bar)
    bar.setTextVisible(False)
    dress_progress(bar)
    bar.resize(200, bar.sizeHint().height())
    bar.setRange(0, 2)
    bar.setValue(1)
    seen, middle = bar.grab().toImage(), bar.height() // 2
    assert seen.pixelColor(50, middle) == colours.accent
    assert seen.pixelColor(150, middle) == colours.border
