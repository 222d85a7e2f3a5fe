"""Marks of changes in a chart of losses: a line for each, and beside it, where there is room, its words."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lstm_gui.gui.simulator.style import TINY, Style
from lstm_gui.gui.simulator.text import put_text, shortened, width
from lstm_gui.gui.training.change_words import mark_words
from lstm_gui.gui.training.loss_axes import LossAxes
from lstm_gui.gui.training.views.plot_paint import Crossings
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.history import Mark

_HIGH, _AIR = 13.0, 4.0  # pixels at 100 %, of a line of words, and beside it
_LEAST = 46.0  # in which words are begun
_WORTH = 90.0  # for which the last mark has its words at its left, where there is less at its right
_FOOT = 2.0  # pixels below the lowest words


def paint_mark_lines(painter: QPainter, axes: LossAxes, marks: Sequence[Mark], style: Style) -> None:
    """A dashed line at each change."""
    painter.setPen(QPen(style.palette.muted, style.px(1), Qt.PenStyle.DashLine))
    for mark in marks:
        x = axes.x(mark.step)
        painter.drawLine(QPointF(x, axes.box.top()), QPointF(x, axes.box.bottom()))


def paint_mark_words(
    painter: QPainter,
    axes: LossAxes,
    marks: Sequence[Mark],
    curves: Sequence[FloatArray],
    taken: QRectF,
    style: Style,
) -> None:
    """The words of each mark that has room up to the next one, clear of the curves and of what is taken."""
    font, lines = style.font(TINY), Crossings(curves, axes.box.left(), axes.box.right())
    for mark, (left, right) in zip(marks, rooms(axes, marks, style.zoom), strict=True):
        if right - left < style.px(_LEAST):
            continue
        text = shortened(mark_words(mark), font, right - left)
        wide = width(font, text)
        left = right - wide if right < axes.x(mark.step) else left
        box = clear_height(axes.box, QRectF(left, 0, wide, style.px(_HIGH)), lines, taken)
        ground = QColor(style.well)
        ground.setAlphaF(0.86)
        painter.fillRect(box, ground)
        put_text(painter, left, box.bottom() - style.px(3.5), text, font, style.palette.text)


def rooms(axes: LossAxes, marks: Sequence[Mark], zoom: float) -> list[tuple[float, float]]:
    """From where to where the words of each mark may stand: up to the next, or at the left of the last."""
    if not marks:
        return []
    air, xs = _AIR * zoom, [axes.x(mark.step) for mark in marks]
    found = [(x + air, after - air) for x, after in zip(xs, [*xs[1:], axes.box.right()], strict=True)]
    if found[-1][1] - found[-1][0] < _WORTH * zoom:
        before = xs[-2] if len(xs) > 1 else axes.box.left()
        at_left = before + air, xs[-1] - air
        if at_left[1] - at_left[0] > found[-1][1] - found[-1][0]:
            found[-1] = at_left
            if len(found) > 1:
                found[-2] = (xs[-2] + air, xs[-2] + air)  # its place is taken
    return found


def clear_height(box: QRectF, words: QRectF, lines: Crossings, taken: QRectF) -> QRectF:
    """The lowest place for words that nothing passes through, or that where the least does."""
    found: list[tuple[int, int, QRectF]] = []
    high = words.height()
    for n in range(max(1, int((box.height() - _FOOT) // high))):
        place = words.translated(0, box.bottom() - _FOOT - high * (n + 1))
        over = lines.over(place, 1.0) + int(np.ceil(place.intersected(taken).width()))
        if not over:
            return place
        found.append((over, n, place))
    return min(found, key=lambda one: one[:2])[2]
