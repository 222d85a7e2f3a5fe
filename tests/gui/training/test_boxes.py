"""A box takes what is typed in it, and leaves undo and the wheel to what is around it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.training.boxes import CountBox, PlainBox, WordBox

Box = CountBox | PlainBox | WordBox
MakeBox = Callable[[type[Box]], Box]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def make_box(qtbot: QtBot) -> MakeBox:
    """A box in a window of its own, which counts in `undone` how often it was asked to take back."""

    def make(kind: type[Box]) -> Box:
        window = QWidget()
        window.setProperty("undone", 0)
        qtbot.addWidget(window)
        row, box = QHBoxLayout(window), kind(window)
        row.addWidget(box)
        if isinstance(box, QComboBox):
            box.addItems(["one", "two", "three"])
        else:
            box.setRange(0, 1000)
            box.setValue(1)
            box.setKeyboardTracking(False)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        shortcut = QShortcut(QKeySequence("Ctrl+Z"), window)
        shortcut.activated.connect(lambda: window.setProperty("undone", window.property("undone") + 1))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return box

    return make


def turn(box: Box) -> None:
    """The wheel, over the box."""
    place = QPointF(box.rect().center())
    event = QWheelEvent(
        place,
        box.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)


@pytest.mark.parametrize("kind", [CountBox, PlainBox])
def test_what_is_half_typed_is_the_boxs_and_what_stands_the_windows(
    make_box: MakeBox, kind: type[CountBox | PlainBox]
) -> None:
    box = make_box(kind)
    assert not isinstance(box, WordBox)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "25")
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert box.window().property("undone") == 0
    box.selectAll()
    QTest.keyClicks(box, "30")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 30
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert (box.window().property("undone"), box.value()) == (1, 30)


@pytest.mark.parametrize("kind", [CountBox, PlainBox, WordBox])
def test_the_wheel_turns_only_the_box_that_is_worked_in(make_box: MakeBox, kind: type[Box]) -> None:
    box = make_box(kind)
    box.clearFocus()

    def shown() -> str:
        return box.currentText() if isinstance(box, WordBox) else box.text()

    before = shown()
    if isinstance(box, WordBox):
        box.setCurrentIndex(1)
        before = shown()
    turn(box)
    assert shown() == before
    box.setFocus()
    turn(box)
    assert shown() != before
