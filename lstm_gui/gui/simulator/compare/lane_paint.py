"""Paints a lane: card and frames, which stand still, and curves, ghost and differences, which live."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.compare.lane_layout import LanePlace
from lstm_gui.gui.simulator.compare.words import difference_words
from lstm_gui.gui.simulator.style import SMALL, TINY, Style
from lstm_gui.gui.simulator.text import put_centred, put_text, shortened, width
from lstm_gui.gui.simulator.timeline.ghost import draw_in_view, paint_ghost
from lstm_gui.gui.simulator.timeline.paint import (
    paint_cursor,
    paint_curves,
    paint_ends,
    paint_still_timeline,
)
from lstm_gui.simulator.compare.frame import CompareLanes, LanePart

_LINE = 1.5
_NAMES = {"gates": "", "states": "", "difference": ""}  # the legends name the curves


def paint_still_lane(painter: QPainter, place: LanePlace, part: CompareLanes, n: int, style: Style) -> None:
    """Draw the card, the frames and the numbers of the steps, and in the first lane the pinned run.

    The axis of differences is as wide as these are, so its ends live.
    """
    lane = part.lanes[n]
    paint_card(painter, place.card, style)
    paint_still_timeline(painter, place.rows, style, _NAMES, looks_of(lane.kind), "difference")
    if place.empty is not None:
        _no_gates(painter, place.empty, style)
    if part.ghost is None or n:
        return
    for row in looks_of(part.ghost.kind).curves:
        if row in place.rows.axes:
            paint_ghost(painter, place.rows.axes[row], row, part.ghost, style)


def _no_gates(painter: QPainter, box: QRectF, style: Style) -> None:
    font = style.font(SMALL)
    words = shortened(QCoreApplication.translate("Compare", "it has no gates"), font, box.width())
    put_centred(painter, box.center().x(), box.center().y(), words, font, style.palette.muted)


def paint_living_lane(painter: QPainter, place: LanePlace, part: CompareLanes, n: int, style: Style) -> None:
    """Draw the curves of a lane, its differences and the cursor."""
    lane, axes = part.lanes[n], place.rows.axes
    for row in (row for row in looks_of(lane.kind).curves if row in axes):
        paint_curves(painter, axes[row], row, lane.run, style, None)
    if lane.difference is not None:
        paint_ends(painter, axes["difference"], place.rows.frames["difference"], style)
        _difference(painter, axes["difference"], lane, style)
    paint_cursor(painter, place.rows, part.step, style)
    if lane.difference is not None:
        _called(painter, place.rows.frames["difference"], n, style)


def _difference(painter: QPainter, axes: Axes, lane: LanePart, style: Style) -> None:
    looks = looks_of(lane.kind)
    for name, curve in (lane.difference or {}).items():
        role = style.palette.role(looks.roles[name])
        draw_in_view(painter, axes, axes.places(curve), role.pen(style.px(_LINE)))


def _called(painter: QPainter, frame: QRectF, n: int, style: Style) -> None:
    """What the row of differences is called, above it; the cursor gives way."""
    font = style.font(TINY)
    words = shortened(difference_words(n), font, frame.width())
    box = QRectF(frame.left(), frame.top() - style.px(13), width(font, words), style.px(11))
    painter.fillRect(box, style.palette.panel)
    put_text(painter, box.left(), frame.top() - style.px(4), words, font, style.palette.muted)
