"""The sign where a curve leaves the numbers: nothing is drawn of it from there on."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.text import put_centred


def finite_steps(values: Sequence[float], *, backwards: bool = False) -> slice:
    """The places of a curve up to the first number that is not finite, in the order of its computing."""
    stops = np.flatnonzero(~np.isfinite(values))
    if not stops.size:
        return slice(0, len(values))
    return slice(int(stops[-1]) + 1, len(values)) if backwards else slice(0, int(stops[0]))


def paint_stop(painter: QPainter, axes: Axes, step: int, style: Style) -> None:
    """Mark the step, where it is in view."""
    if not axes.shows(step):
        return
    x, top = axes.x(step), axes.box.top()
    painter.setPen(QPen(style.palette.text, style.px(1.2), Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, top), QPointF(x, axes.box.bottom()))
    beside = style.px(12) * (1 if x < axes.box.left() + style.px(20) else -1)
    put_centred(painter, x + beside, top + style.px(8), "∞", style.font(16, bold=True), style.palette.text)
