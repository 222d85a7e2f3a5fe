"""Paints the small operations of the diagram: a product, a sum, a quotient, and what is left of 1."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.simulator.diagram.layout import NODE
from lstm_gui.gui.simulator.stamp import put_stamp
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.simulator.text import put_centred


def paint_sign(painter: QPainter, centre: QPointF, sign: str, drawn: Style) -> None:
    """Draw an operation in a circle."""
    half = (NODE + 1) * drawn.zoom
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    put_stamp(painter, box, drawn, ("node", sign), partial(_draw_sign, drawn, sign))


def _draw_sign(drawn: Style, sign: str, painter: QPainter, box: QRectF) -> None:
    centre, unit = box.center(), drawn.zoom
    painter.setPen(QPen(drawn.palette.text, 1.7 * unit))
    painter.setBrush(drawn.palette.panel)
    painter.drawEllipse(centre, NODE * unit, NODE * unit)
    if sign == "1 −":
        font = drawn.font(TEXT, bold=True)
        put_centred(painter, centre.x(), centre.y(), "1−", font, drawn.palette.text)
        return
    arm = (4.25 if sign == "×" else 5.0) * unit
    painter.setPen(QPen(drawn.palette.text, 2.1 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    level, upright = QPointF(arm, 0), QPointF(0, arm)
    strokes = {"+": (level, upright), "×": (level + upright, level - upright), "÷": (level,)}[sign]
    for stroke in strokes:
        painter.drawLine(centre - stroke, centre + stroke)
    if sign == "÷":
        for dot in (centre - upright, centre + upright):
            painter.drawPoint(dot)
