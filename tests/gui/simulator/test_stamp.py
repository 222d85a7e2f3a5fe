"""A kept picture looks as the drawing does, and is drawn once."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from lstm_gui.gui.simulator.stamp import put_stamp
from tests.gui.simulator.frames import STYLE

pytestmark = pytest.mark.usefixtures("qapp")


def test_it_is_drawn_once_and_put_twice() -> None:
    drawn: list[QRectF] = []

    def draw(painter: QPainter, box: QRectF) -> None:
        drawn.append(box)
        painter.fillRect(box, Qt.GlobalColor.red)

    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for left in (5.0, 35.0):
        put_stamp(painter, QRectF(left, 5, 20, 20), STYLE, "test", draw)
    painter.end()
    assert len(drawn) == 1
    for left in (5, 35):
        assert image.pixelColor(left, 5) == Qt.GlobalColor.red
        assert image.pixelColor(left + 19, 24) == Qt.GlobalColor.red
        assert image.pixelColor(left + 20, 24) == Qt.GlobalColor.white


def test_another_size_is_another_picture() -> None:
    drawn: list[float] = []
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for wide in (10.0, 12.0, 10.0):
        put_stamp(painter, QRectF(0, 0, wide, 9), STYLE, "sizes", lambda _, box: drawn.append(box.width()))
    painter.end()
    assert drawn == [10.0, 12.0]
