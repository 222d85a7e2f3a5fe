"""Paints what a task asks: hollow squares at the numbers that h is to be, or hollow tags with the symbols."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.style import TINY, Style
from lstm_gui.gui.simulator.text import Align, put_centred, put_text, width
from lstm_gui.gui.simulator.timeline.layout import TimelineLayout
from lstm_gui.simulator.made import Asked

_SIDE = 8.0  # of a square, in pixels at 100 %
_TAG = 13.0  # pixels high at 100 %


def paint_targets_in_x(
    painter: QPainter, place: TimelineLayout, asked: Sequence[Asked], style: Style
) -> None:
    """Draw what is asked at the foot of the row of x: symbols, and numbers where h has no curve."""
    if place.extent.units == 1:
        asked = [one for one in asked if one.value is None]
    axes = place.axes["x"]
    shown = [one for one in asked if axes.shows(one.step)]
    if not shown:
        return
    font, frame = style.font(TINY), place.frames["x"]
    wide = max(width(font, one.text) for one in shown) + style.px(6)
    fits = wide <= axes.apart or len(shown) == 1
    high = style.px(_TAG)
    middle = frame.bottom() - high / 2 - style.px(1)
    _pen(painter, style)
    for one in shown:
        where = QPointF(axes.x(one.step), middle)
        if not fits:
            _square(painter, where, min(style.px(_SIDE) * 0.7, axes.apart * 0.8))
            continue
        box = QRectF(0, 0, max(high, width(font, one.text) + style.px(6)), high)
        box.moveCenter(where)
        painter.setBrush(style.palette.panel)
        painter.drawRoundedRect(box, style.px(3), style.px(3))
        put_centred(painter, where.x(), where.y(), one.text, font, style.palette.text)
        _pen(painter, style)
    _legend(painter, QPointF(frame.right() - style.px(8), middle), style)


def paint_targets_of_h(
    painter: QPainter, place: TimelineLayout, asked: Sequence[Asked], style: Style
) -> None:
    """Draw the numbers that are asked as squares on the axis of h."""
    axes = place.axes["states"]
    shown = [one for one in asked if one.value is not None and axes.shows(one.step)]
    if not shown:
        return
    side = max(3.0, min(style.px(_SIDE), 0.7 * axes.apart))
    _pen(painter, style)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for one in shown:
        _square(painter, _point(axes, one), side)
    frame = place.frames["states"]
    _legend(painter, QPointF(frame.right() - style.px(8), frame.bottom() - style.px(8)), style)


def target_words() -> str:
    """What the squares are, in the legend."""
    return QCoreApplication.translate("TimelineView", "target")


def _point(axes: Axes, one: Asked) -> QPointF:
    return axes.point(one.step, one.value or 0.0)


def _pen(painter: QPainter, style: Style) -> None:
    painter.setPen(QPen(style.palette.text, style.px(1.2)))


def _square(painter: QPainter, middle: QPointF, side: float) -> None:
    painter.drawRect(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))


def _legend(painter: QPainter, right: QPointF, style: Style) -> None:
    """A square and what it is, ending at a place."""
    font, words = style.font(TINY), target_words()
    put_text(painter, right.x(), right.y() + style.px(3.5), words, font, style.palette.muted, Align.RIGHT)
    _pen(painter, style)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    beside = right.x() - width(font, words) - style.px(7)
    _square(painter, QPointF(beside, right.y()), style.px(6))
