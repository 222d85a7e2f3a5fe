"""Paints a wire: its width and its strength of colour carry the magnitude, a hollow core the minus sign."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from lstm_gui.gui.simulator.style import Style, mixed

_THIN, _THICK = 1.5, 5.0  # a wire that carries 0, and what 1 adds to it, in the drawing's pixels
_HOLLOW = 4.4  # a wire that carries a negative number is at least so wide
_WALL = 1.4  # how thick the walls of a hollow wire are


def paint_wire(
    painter: QPainter, places: tuple[QPointF, ...], value: float, colour: QColor, unit: float, style: Style
) -> None:
    """Draw a wire of level and upright pieces; `unit` pixels to one of the drawing."""
    size = min(abs(value), 1.0)
    wide = (_THIN + _THICK * size) * unit
    if value < 0:
        wide = max(wide, _HOLLOW * unit)
    shade = mixed(style.faint, colour, 0.25 + 0.75 * size)
    _pieces(painter, places, wide, shade)
    if value < 0:
        _pieces(painter, places, wide - 2 * _WALL * unit, mixed(style.palette.panel, shade, 0.22))


def _pieces(painter: QPainter, places: tuple[QPointF, ...], wide: float, colour: QColor) -> None:
    """Rectangles: filling one is far faster than stroking a line. Each covers its corners."""
    half = QPointF(wide / 2, wide / 2)
    last = len(places) - 2
    for n, (start, end) in enumerate(pairwise(places)):
        box = QRectF(start, end).normalized()
        level = box.width() > box.height()
        box.adjust(*(0, -half.y(), 0, half.y()) if level else (-half.x(), 0, half.x(), 0))
        for place, is_corner in ((start, n > 0), (end, n < last)):
            if is_corner:
                box |= QRectF(place - half, place + half)
        painter.fillRect(box, colour)
