"""Who gets a key: the editor, the focused control, or the panel used last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSlider, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.actions.table import TABLE
from lstm_gui.gui.undo import Place
from lstm_gui.gui.window.keys import keeps, meaning
from tests.gui.conftest import Lab

PLAIN = Qt.KeyboardModifier.NoModifier


def test_space_means_what_the_panel_used_last_means() -> None:
    found = {place: meaning("Space", place) for place in Place}
    assert {place: row.id for place, row in found.items() if row} == {
        Place.REVIEW: "reveal",
        Place.SIMULATOR: "play",
        Place.TRAINING: "train_play",
    }


def test_a_rating_belongs_to_the_cards_alone() -> None:
    assert meaning("4", Place.SIMULATOR) is None
    row = meaning("4", Place.REVIEW)
    assert row is not None
    assert row.argument == 4


def test_every_plain_key_means_something_somewhere() -> None:
    for row in TABLE:
        for key in row.plain_keys:
            assert any(meaning(key, place) is row for place in Place), (row.id, key)


@pytest.mark.parametrize(
    ("kind", "key", "kept"),
    [
        (QLineEdit, Qt.Key.Key_S, True),
        (QLineEdit, Qt.Key.Key_Space, True),
        (QTextEdit, Qt.Key.Key_1, True),
        (QLineEdit, Qt.Key.Key_F5, False),
        (QPushButton, Qt.Key.Key_Space, True),
        (QPushButton, Qt.Key.Key_S, False),
        (QSlider, Qt.Key.Key_Left, True),
        (QSlider, Qt.Key.Key_Space, False),
        (QComboBox, Qt.Key.Key_Down, True),
        (QComboBox, Qt.Key.Key_S, False),
        (QWidget, Qt.Key.Key_Space, False),
    ],
)
def test_a_focused_control_keeps_what_it_needs(
    qtbot: QtBot, kind: type[QWidget], key: Qt.Key, kept: bool
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    assert keeps(widget, key, PLAIN) is kept
    assert not keeps(widget, key, Qt.KeyboardModifier.ControlModifier)
    assert not keeps(None, key, PLAIN)


def test_a_plain_key_counts_where_the_window_itself_has_the_keyboard(lab: Lab) -> None:
    window = lab.window
    window.setFocus()
    assert window.focusWidget() is window
    assert not window.review.panel.answer_shown
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert window.review.panel.answer_shown
