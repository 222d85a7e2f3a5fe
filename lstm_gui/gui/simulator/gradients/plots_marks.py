"""What the plots of the gradients draw alike, still and living: inks, pens, and where steps are numbered."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from lstm_gui.gui.simulator.gradients.plots_layout import GradientsLayout
from lstm_gui.gui.simulator.style import TINY, Style
from lstm_gui.gui.simulator.text import width

_LINE = 1.9
WHOLE = "text"  # in place of a role, for the whole Jacobian


def ink_of(role_name: str, style: Style) -> QColor:
    """The colour of a name."""
    return style.palette.text if role_name == WHOLE else style.palette.role(role_name).ink


def pen_of(role_name: str, style: Style) -> QPen:
    """The pen of a curve."""
    if role_name == WHOLE:
        pen = QPen(style.palette.text, style.px(1.4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.0, 2.0])
        return pen
    return style.palette.role(role_name).pen(style.px(_LINE))


def number_boxes(place: GradientsLayout, column: int, style: Style) -> list[tuple[int, QRectF]]:
    """Which steps are numbered, and where the numbers stand."""
    axes, frame, font = place.axes["paths", column], place.frames["paths", column], style.font(TINY)
    apart = axes.x(2) - axes.x(1)
    every = next(n for n in (1, 2, 4, 8, 16, 32, 64, 128, 256) if apart * n >= style.px(26) or n == 256)
    found = []
    for step in (1, *range(max(2, every), axes.steps + 1, every)):
        wide, high = width(font, str(step)), style.px(11)
        baseline = frame.bottom() + style.px(16)
        found.append((step, QRectF(axes.x(step) - wide / 2, baseline - high, wide, high)))
    return found
