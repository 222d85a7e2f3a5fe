"""Paints a lane: card and frames, which stand still, and curves, ghost and differences, which live."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.compare.lane_layout import LanePlace
from lstm_gui.gui.simulator.compare.words import difference_words
from lstm_gui.gui.simulator.strokes import draw_curve
from lstm_gui.gui.simulator.style import SMALL, TINY, Style
from lstm_gui.gui.simulator.text import put_centred, put_text, shortened
from lstm_gui.gui.simulator.timeline_ghost import paint_ghost
from lstm_gui.gui.simulator.timeline_paint import paint_cursor, paint_curves, paint_still_timeline
from lstm_gui.simulator.compare.frame import CompareLanes, LanePart

_LINE = 1.5
_NAMES = {"gates": "", "states": "", "difference": ""}  # the legends name the curves


def paint_still_lane(painter: QPainter, place: LanePlace, lane: LanePart, style: Style) -> None:
    """Draw the card, the frames and the numbers of the steps."""
    paint_card(painter, place.card, style)
    paint_still_timeline(painter, place.rows, style, _NAMES, looks_of(lane.kind))
    if place.empty is not None:
        _no_gates(painter, place.empty, style)


def _no_gates(painter: QPainter, box: QRectF, style: Style) -> None:
    font = style.font(SMALL)
    words = shortened(QCoreApplication.translate("Compare", "it has no gates"), font, box.width())
    put_centred(painter, box.center().x(), box.center().y(), words, font, style.palette.muted)


def paint_living_lane(painter: QPainter, place: LanePlace, part: CompareLanes, n: int, style: Style) -> None:
    """Draw the curves of a lane, behind those of the first the run that is pinned, and the cursor."""
    lane, axes = part.lanes[n], place.rows.axes
    for row in looks_of(lane.kind).curves:
        if n == 0 and part.ghost is not None:
            paint_ghost(painter, axes[row], row, part.ghost, style)
        paint_curves(painter, axes[row], row, lane.run, style, None)
    if lane.difference is not None:
        frame = place.rows.frames["difference"]
        _difference(painter, axes["difference"], frame, lane, n, style)
    paint_cursor(painter, place.rows, part.step, style)


def _difference(painter: QPainter, axes: Axes, frame: QRectF, lane: LanePart, n: int, style: Style) -> None:
    looks = looks_of(lane.kind)
    for name, curve in (lane.difference or {}).items():
        role = style.palette.role(looks.roles[name])
        if len(curve) > 1:
            draw_curve(painter, axes.places(curve), role.pen(style.px(_LINE)))
    words = shortened(difference_words(n), style.font(TINY), frame.width() - style.px(12))
    put_text(painter, frame.left() + style.px(6), frame.top() + style.px(11), words, style.font(TINY),
             style.palette.muted)  # fmt: skip
