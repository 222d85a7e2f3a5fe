"""Painting leaks no reference and drops none: a release of PySide6 that does ends in an abort."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QPainter

from lstm_gui.gui.simulator.operating_layout import operating_layout
from lstm_gui.gui.simulator.operating_paint import paint_living_operating
from lstm_gui.gui.simulator.transport import TransportBar
from tests.gui.simulator.frames import STYLE, frame_of

REPAINTS = 10_000
STRAY = 100  # what the interpreter itself may hold more or fewer of meanwhile

pytestmark = pytest.mark.usefixtures("qapp")


def test_references_of_none_stay_flat_over_repaints(
    show: Callable[[TransportBar, tuple[int, int]], TransportBar],
) -> None:
    bar = show(TransportBar(STYLE), (600, 46))
    slider = bar.slider
    slider.repaint()
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        slider.repaint()
    assert abs(sys.getrefcount(None) - before) < STRAY


def test_references_of_none_stay_flat_over_drawing() -> None:
    frame = frame_of()
    image = QImage(330, 400, QImage.Format.Format_RGB32)
    places = operating_layout(image.rect().toRectF(), STYLE)
    painter = QPainter(image)
    paint_living_operating(painter, places, frame.operating, 5, STYLE, None)
    before = sys.getrefcount(None)
    for _ in range(REPAINTS // 20):
        paint_living_operating(painter, places, frame.operating, 5, STYLE, None)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < STRAY
