"""The length of the sequence: one click and a number, and the keyboard is free again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.knobs.bubble import Bubble
from lstm_gui.gui.simulator.knobs.length_box import LengthBox
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE

LEFT = Qt.MouseButton.LeftButton
LEAVING = ("Return", "Enter", "Escape", "elsewhere")


@pytest.fixture
def ground(show: Show) -> QWidget:
    """The card that the box stands on."""
    return show(QWidget(), (200, 120))


@pytest.fixture
def box(ground: QWidget) -> LengthBox:
    """A box that shows 12 steps."""
    made = LengthBox(STYLE, ground)
    made.move(20, 20)
    made.show_length(12)
    made.show()
    return made


def leave(box: LengthBox, how: str) -> None:
    if how == "elsewhere":
        QTest.mouseClick(box.window(), LEFT, pos=QPoint(2, 2))
    else:
        QTest.keyClick(box, getattr(Qt.Key, f"Key_{how}"))


@pytest.mark.parametrize("how", LEAVING)
def test_a_click_selects_all_so_that_a_number_replaces_it(box: LengthBox, how: str) -> None:
    told: list[int] = []
    box.valueChanged.connect(told.append)
    QTest.mouseClick(box, LEFT)
    assert box.hasFocus()
    QTest.keyClicks(box, "20")
    assert told == []
    leave(box, how)
    assert told == ([] if how == "Escape" else [20])
    assert box.value() == (12 if how == "Escape" else 20)
    assert not box.hasFocus()


@pytest.mark.parametrize("how", LEAVING)
def test_the_keys_of_the_window_work_again(ground: QWidget, box: LengthBox, qtbot: QtBot, how: str) -> None:
    keys = {name: QShortcut(QKeySequence(name), ground) for name in ("R", "Ctrl+Z", "Right")}
    QTest.mouseClick(box, LEFT)
    leave(box, how)
    for key in keys.values():
        with qtbot.waitSignal(key.activated):
            QTest.keySequence(ground.windowHandle(), key.key())


def test_undo_is_the_window_s_until_something_is_typed(ground: QWidget, box: LengthBox, qtbot: QtBot) -> None:
    undo = QShortcut(QKeySequence("Ctrl+Z"), ground)
    QTest.mouseClick(box, LEFT)
    with qtbot.waitSignal(undo.activated):
        QTest.keySequence(ground.windowHandle(), undo.key())
    QTest.keyClicks(box, "20")
    with qtbot.assertNotEmitted(undo.activated):
        QTest.keySequence(ground.windowHandle(), undo.key())
    assert "20" not in box.text()
    leave(box, "Escape")


@pytest.mark.parametrize(("typed", "length"), [("999", 256), ("0", 1), ("-4", 1), ("1e9", 256)])
def test_a_length_out_of_range_becomes_the_limit_and_that_is_said(
    ground: QWidget, box: LengthBox, typed: str, length: int
) -> None:
    QTest.mouseClick(box, LEFT)
    QTest.keyClicks(box, typed)
    leave(box, "Return")
    assert box.value() == length
    said = ground.findChild(Bubble)
    assert said is not None
    assert said.words == "limits 1 … 256"
    said.hide_now()


@pytest.mark.parametrize("typed", ["many", "1 2", "-"])
def test_what_is_no_number_leaves_the_length_as_it_was(ground: QWidget, box: LengthBox, typed: str) -> None:
    QTest.mouseClick(box, LEFT)
    QTest.keyClicks(box, typed)
    leave(box, "Return")
    assert (box.value(), box.text()) == (12, "12 steps")
    assert ground.findChild(Bubble) is None


def test_arrows_step_while_the_keyboard_is_on_it(box: LengthBox) -> None:
    QTest.mouseClick(box, LEFT)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 13
