"""Curves cut into pieces look as Qt draws them whole."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lstm_gui.gui.simulator.axes import Places
from lstm_gui.gui.simulator.strokes import _dashes, draw_curve, draw_dot

pytestmark = pytest.mark.usefixtures("qapp")

PLACES = st.lists(st.tuples(st.floats(0, 500), st.floats(0, 200)), min_size=2, max_size=20).map(np.array)
PATTERNS = st.sampled_from([(6.0, 3.0), (2.0, 3.0), (6.0, 3.0, 2.0, 3.0)])


def length(points: Places) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(points))


@given(PLACES, PATTERNS)
def test_dashes_cover_their_share_of_the_line(points: Places, pattern: tuple[float, ...]) -> None:
    whole, period = length(points), sum(pattern)
    drawn = sum(piece.length() for piece in _dashes(points, pattern))
    wanted = whole * sum(pattern[::2]) / period
    assert abs(drawn - wanted) <= period


@given(PLACES, PATTERNS)
def test_no_dash_is_longer_than_the_pattern_says(points: Places, pattern: tuple[float, ...]) -> None:
    assert all(piece.length() <= max(pattern[::2]) + 1e-6 for piece in _dashes(points, pattern))


@pytest.mark.parametrize("dashes", [(), (6.0, 3.0), (2.0, 3.0), (6.0, 3.0, 2.0, 3.0)])
def test_a_curve_looks_as_qt_draws_it(dashes: tuple[float, ...]) -> None:
    places = np.array([(10 + 9 * n, 50 + 35 * math.sin(n / 3)) for n in range(30)])
    pen = QPen(QColor("#970A12"), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern([dash / 2.0 for dash in dashes])
    pictures = []
    for whole in (True, False):
        image = QImage(300, 100, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if whole:
            painter.setPen(pen)
            painter.drawPolyline([QPointF(x, y) for x, y in places.tolist()])
        else:
            draw_curve(painter, places, pen)
        painter.end()
        pictures.append(image)
    away = sum(
        abs(pictures[0].pixelColor(x, y).lightness() - pictures[1].pixelColor(x, y).lightness())
        for x in range(300)
        for y in range(100)
    )
    assert away / (300 * 100) < 1.5  # of 255


def test_a_dot_stands_where_it_should() -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_dot(painter, QPointF(20, 20), 6.0, QColor("red"), 2.0, QColor("blue"))
    painter.end()
    assert image.pixelColor(20, 20) == QColor("blue")
    assert image.pixelColor(14, 20).red() > image.pixelColor(14, 20).blue()
    assert image.pixelColor(32, 20) == QColor("white")
