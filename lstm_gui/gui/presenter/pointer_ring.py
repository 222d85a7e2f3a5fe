"""A pointer with a ring around it, so that a class sees where it is.

It is a cursor, not a widget: the system moves it, nothing is painted again, and a drag stays as fast as ever.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap, QPolygonF

SIDE = 64  # px; some systems show no larger cursor
RING = QColor("#F5A800")
_ARROW = ((0, 0), (0, 16), (4.2, 12.4), (7, 18.4), (9.6, 17.2), (6.8, 11.4), (12, 11))


def ring_cursor(ratio: float = 1.0) -> QCursor:
    """The pointer; `ratio` is the screen's device pixels a pixel."""
    pixmap = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(SIDE / 2, SIDE / 2)
    for width, ink in ((6.0, QColor(0, 0, 0, 90)), (4.0, RING)):
        painter.setPen(QPen(ink, width))
        painter.drawEllipse(middle, SIDE / 2 - 5, SIDE / 2 - 5)
    painter.setPen(QPen(Qt.GlobalColor.white, 1.2))
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in _ARROW]))
    painter.end()
    return QCursor(pixmap, SIDE // 2, SIDE // 2)
