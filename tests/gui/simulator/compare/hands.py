"""What a hand does in the tab that compares."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from lstm_gui.gui.simulator.compare.page import ComparePage

LEFT = Qt.MouseButton.LeftButton


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, LEFT)


def place_of(page: ComparePage, lane: int, step: int) -> QPoint:
    """Where a step stands in the lowest row of a lane."""
    rows = page.lanes._places[lane].rows
    axes = rows.axes[rows.lowest]
    return QPoint(round(axes.x(step)), round(axes.box.center().y()))


def drag(widget: QWidget, up: int) -> None:
    """Drag a knob upwards."""
    middle = widget.rect().center()
    QTest.mousePress(widget, LEFT, pos=middle)
    for part in (0.4, 0.7, 1.0):
        QTest.mouseMove(widget, middle - QPoint(0, round(part * up)))
    QTest.mouseRelease(widget, LEFT, pos=middle - QPoint(0, up))
