"""Paints a run that was pinned, pale behind the present one."""

from PySide6.QtGui import QPainter

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.strokes import draw_curve
from lstm_gui.gui.simulator.style import Style, mixed
from lstm_gui.simulator.frame import TimelinePart

_LINE = 1.4
_PALE = 0.55  # how much of the ground is mixed in


def paint_ghost(painter: QPainter, axes: Axes, row: str, ghost: TimelinePart, style: Style) -> None:
    """Draw the curves of a row of a pinned run: each in its own line, thinner and paler."""
    looks = looks_of(ghost.kind)
    if len(ghost.curves["x"]) < 2:
        return
    painter.save()
    painter.setClipRect(axes.box.adjusted(0, -style.px(2), 0, style.px(2)))
    for name in looks.curves.get(row, ()):
        role = style.palette.role(looks.roles[name])
        pen = role.pen(style.px(_LINE))
        pen.setColor(mixed(role.graphic, style.well, _PALE))
        draw_curve(painter, axes.places(ghost.curves[name])[axes.beside], pen)
    painter.restore()
