"""Typing numbers: what they come to is said at every key, and nothing is read before one agrees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.simulator.inputs.number_dialog import NumberDialog
from lstm_gui.sequences.signals import noise


@pytest.fixture
def dialog(qtbot: QtBot) -> NumberDialog:
    made = NumberDialog([1.0, 0.0, -0.5], Style(palette("light")))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_begins_with_what_is_read_now(dialog: NumberDialog) -> None:
    assert dialog.text.toPlainText() == "1 0 -0.5"
    assert dialog.sentence.text() == "3 steps, from −0.50 to 1.00."
    assert dialog.agree.text() == "Read 3 steps"


def test_agreeing_at_once_changes_nothing(qtbot: QtBot) -> None:
    values = tuple(row[0] for row in noise(256, 3).inputs)
    made = NumberDialog(values, Style(palette("dark")))
    qtbot.addWidget(made)
    assert made.values == values


def test_each_key_says_what_would_be_read(dialog: NumberDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.text, "2")
    assert dialog.sentence.text() == "1 step: 2.00."
    QTest.keyClicks(dialog.text, " x")
    assert dialog.sentence.text() == "“x” in row 1, column 2 is no number; put a number there."
    assert not dialog.agree.isEnabled()
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    QTest.keyClick(dialog.text, Qt.Key.Key_Backspace)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.text, "3")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [(2.0, 3.0)]


def test_esc_leaves_everything(dialog: NumberDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name_and_a_tip(dialog: NumberDialog) -> None:
    for control in (dialog.text, dialog.leave, dialog.agree):
        assert control.accessibleName()
        assert control.toolTip()
