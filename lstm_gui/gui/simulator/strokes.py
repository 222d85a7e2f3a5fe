"""Lines and dots drawn many at a time, the fast way.

Measured with Qt's software painter, 64 points, antialiased, width 2: drawPolyline 0.9 ms, with dashes 0.6 ms;
the same as separate straight pieces with flat ends 0.06 ms. So on screen a curve is cut into its pieces, or
into its dashes; on a page it stays one line. To make a QLineF takes 0.45 µs, to move one 0.15 µs: they are
kept.
"""

import math
from collections import deque
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QPixmap

from lstm_gui.gui.simulator.axes import Places
from lstm_gui.gui.simulator.page_painter import PagePainter

_OVERLAP = 0.22  # of the width: pieces reach over their ends, so that no notch shows where they meet

_lines: list[QLineF] = []  # moved to where they are drawn


def draw_curve(painter: QPainter, places: Places, pen: QPen) -> None:
    """Draw a polyline through places; the pen's dashes count in pen widths, as Qt's do."""
    if len(places) < 2:
        return
    if is_page(painter):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([QPointF(x, y) for x, y in places.tolist()])
        return
    width = pen.widthF()
    pattern = [dash * width for dash in pen.dashPattern()]
    plain = QPen(pen.color(), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    painter.setPen(plain)
    painter.drawLines(_dashes(places, pattern) if pattern else _pieces(places, width * _OVERLAP))


def is_page(painter: QPainter) -> bool:
    """Whether the painter draws a page, which keeps its lines, and not the screen."""
    return isinstance(painter, PagePainter) or painter.paintEngine().type() != QPaintEngine.Type.Raster


def _pieces(places: Places, over: float) -> list[QLineF]:
    start, end = places[:-1], places[1:]
    along = end - start
    lengths = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    along *= (over / lengths)[:, None]
    return _moved(*(start - along).T, *(end + along).T)


def _dashes(places: Places, pattern: Sequence[float]) -> list[QLineF]:
    """The drawn pieces of a line through points, for a pattern of dash, gap, dash, gap … in pixels.

    The line is cut at its corners and wherever a dash or a gap begins; each piece is one or the other.
    """
    x, y = places.T
    corners = np.zeros(len(x))
    np.hypot(x[1:] - x[:-1], y[1:] - y[:-1]).cumsum(out=corners[1:])
    period, ends = sum(pattern), np.cumsum(pattern)
    turns = np.arange(math.ceil(corners[-1] / period) + 1) * period
    changes = (turns[:, None] + ends).ravel()
    cuts = np.sort(np.concatenate((corners, changes[changes < corners[-1]])))
    across, down = np.interp(cuts, corners, x), np.interp(cuts, corners, y)
    which = np.searchsorted(ends, (cuts[:-1] + cuts[1:]) / 2 % period)
    drawn = ((which % 2 == 0) & (cuts[1:] - cuts[:-1] > 1e-9)).nonzero()[0]
    return _moved(across[drawn], down[drawn], across[drawn + 1], down[drawn + 1])


def _moved(*ends: NDArray[np.float64]) -> list[QLineF]:
    """Lines between places: all x of the beginnings, all y, all x of the ends, all y. Until the next call."""
    count = len(ends[0])
    _lines.extend(QLineF() for _ in range(len(_lines), count))
    deque(map(QLineF.setLine, _lines, *(end.tolist() for end in ends)), maxlen=0)
    return _lines[:count]


def draw_dot(
    painter: QPainter, where: QPointF, radius: float, edge: QColor, width: float, ground: QColor
) -> None:
    """Draw a small circle."""
    draw_dots(painter, (where.toTuple(),), radius, edge, width, ground)


def draw_dots(
    painter: QPainter,
    places: Iterable[Sequence[float]],
    radius: float,
    edge: QColor,
    width: float,
    ground: QColor,
) -> None:
    """Draw small circles that look the same at places (across, down); on screen on whole pixels."""
    if is_page(painter):
        painter.setPen(QPen(edge, width))
        painter.setBrush(ground)
        for x, y in places:
            painter.drawEllipse(QPointF(x, y), radius, radius)
        return
    ratio = painter.device().devicePixelRatio()
    picture = _dot(round(radius, 2), edge.rgba(), round(width, 2), ground.rgba(), ratio)
    half = picture.width() / 2
    for x, y in places:
        left, top = round(x * ratio - half), round(y * ratio - half)
        painter.drawPixmap(QPointF(left / ratio, top / ratio), picture)


@lru_cache(maxsize=64)
def _dot(radius: float, edge: int, width: float, ground: int, ratio: float) -> QPixmap:
    side = math.ceil((2 * radius + width + 2) * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(edge), width))
    painter.setBrush(QColor.fromRgba(ground))
    middle = side / (2 * ratio)
    painter.drawEllipse(QPointF(middle, middle), radius, radius)
    painter.end()
    return picture
