"""Paints a run that was pinned, pale behind the present one."""

from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes, Places
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.strokes import draw_curve
from lstm_gui.gui.simulator.style import Style, mixed
from lstm_gui.simulator.frame import TimelinePart

_LINE = 1.4
_PALE, _PALER = 0.55, 0.42  # how much of the ground is mixed in, of a light one and of a dark one


def paint_ghost(painter: QPainter, axes: Axes, row: str, ghost: TimelinePart, style: Style) -> None:
    """Draw the curves of a row of a pinned run: each in its own line, thinner and paler."""
    looks = looks_of(ghost.kind)
    for name in looks.curves.get(row, ()):
        role = style.palette.role(looks.roles[name])
        pen = role.pen(style.px(_LINE))
        pen.setColor(mixed(role.graphic, style.well, _PALER if style.palette.dark else _PALE))
        draw_in_view(painter, axes, axes.places(ghost.curves[name]), pen)


def draw_in_view(painter: QPainter, axes: Axes, places: Places, pen: QPen) -> None:
    """Draw what is in view of a curve, up to where its lines leave the box."""
    painter.save()
    if not axes.is_whole or len(places) > axes.steps:
        painter.setClipRect(axes.box.adjusted(0, -pen.widthF(), 0, pen.widthF()))
    seen = places[axes.beside]
    if len(seen) > 1:
        draw_curve(painter, seen, pen)
    painter.restore()
