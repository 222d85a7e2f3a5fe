"""What lies between the extremes of a curve is filled, of few places and of many."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from lstm_gui.gui.training.envelope import FEW, paint_envelope

WIDE, HIGH, LOW = 400, 60, 40


@pytest.mark.parametrize("count", [1, 2, FEW - 1, FEW, WIDE])
def test_all_between_is_filled_evenly_and_nothing_beside(qapp: object, count: int) -> None:
    assert qapp
    image = QImage(WIDE, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    xs = np.linspace(0, WIDE, count)
    faint = QColor("black")
    faint.setAlphaF(0.5)
    paint_envelope(painter, xs, np.full(count, float(LOW)), np.full(count, float(HIGH)), faint)
    assert painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
    inside = {image.pixelColor(x, 50).red() for x in range(2, WIDE - 2)}
    assert inside == ({255} if count == 1 else {inside.copy().pop()})
    assert (max(inside) < 200) == (count > 1)
    assert {image.pixelColor(x, y).red() for x in range(WIDE) for y in (LOW - 3, HIGH + 3)} == {255}


def test_a_curve_of_single_places_is_joined(qapp: object) -> None:
    assert qapp
    image = QImage(WIDE, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    ys = np.where(np.arange(FEW) % 2, float(HIGH), float(LOW))
    paint_envelope(painter, np.linspace(0, WIDE, FEW), ys, ys, QColor("black"))
    painter.end()
    middle = (HIGH + LOW) // 2
    assert [image.pixelColor(x, middle).red() for x in range(6, WIDE - 6)] == [0] * (WIDE - 12)
