"""Paints what lives in the plots of the gradients: curves, zeros, what is left in words, and the cursor."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes, Places
from lstm_gui.gui.simulator.gradients.plots_layout import ROWS, GradientsLayout
from lstm_gui.gui.simulator.gradients.plots_marks import WHOLE, number_boxes, pen_of
from lstm_gui.gui.simulator.gradients.words import NAMES, depth_words
from lstm_gui.gui.simulator.stop_sign import paint_stop
from lstm_gui.gui.simulator.strokes import draw_curve, draw_dots
from lstm_gui.gui.simulator.style import SMALL, TEXT, TINY, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_centred, put_text, shortened, width
from lstm_gui.simulator.gradients.frame import CellGradients, GradientCurves

translate = QCoreApplication.translate

_EYE = 1.5  # px


def paint_living_gradients(
    painter: QPainter, place: GradientsLayout, curves: GradientCurves, style: Style, looked_at: int
) -> None:
    """Draw the curves, what is left of them in words, the step looked at, and the cursor."""
    for column, cell in enumerate(curves.cells):
        upper, lower = (place.axes[row, column] for row in ROWS)
        frame = place.frames["gradients", column]
        _cut(painter, place, column, curves.start, style)
        _look_line(painter, place, column, looked_at, style)
        if cell.direct is not None:
            paint_gradient(painter, lower, cell.direct, "f", style, place.lane, 0.7)
        _sparse_curve(painter, lower, cell.jacobian, style)
        for n, (name, values) in enumerate(cell.states.items()):
            paint_gradient(painter, upper, values, name, style, place.lane, 0.3 + 0.4 * n)
        _label_states(painter, upper, cell, style)
        if cell.stop is not None:
            paint_stop(painter, upper, cell.stop.step, style)
        _name(painter, frame, cell, style)
        if cell.direct is None:
            words = translate("Gradients", "no direct path")
            box = place.frames["paths", column]
            put_text(
                painter, box.left() + style.px(8), box.top() + style.px(13), words, style.font(TINY),
                style.palette.muted,
            )  # fmt: skip
        _cursor(painter, place, column, curves.step, style)


def _name(painter: QPainter, frame: QRectF, cell: CellGradients, style: Style) -> None:
    baseline = frame.top() + style.px(15)
    name, font = NAMES[cell.kind], style.font(TEXT, bold=True)
    wide = put_text(painter, frame.left() + style.px(8), baseline, name, font, style.palette.text)
    room = frame.width() - wide - style.px(24)
    words = depth_words(cell)
    if width(style.font(SMALL), words) > room:
        words = shortened(depth_words(cell, short=True), style.font(SMALL), room)
    ink = style.palette.text if cell.stop else style.palette.muted
    put_text(painter, frame.right() - style.px(8), baseline, words, style.font(SMALL), ink, Align.RIGHT)


def paint_gradient(
    painter: QPainter,
    axes: Axes,
    values: Sequence[float],
    role_name: str,
    style: Style,
    lane: float,
    height: float,
) -> None:
    """A line where numbers are above zero, and a ring for each zero, `height` of the lane down."""
    numbers = np.asarray(values)
    with np.errstate(divide="ignore"):
        places = axes.places(np.log10(numbers))
    drawn = (numbers > 0) & np.isfinite(numbers)
    pen, apart = pen_of(role_name, style), axes.x(2) - axes.x(1)
    for first, stop in _stretches(drawn):
        if stop - first > 1:
            draw_curve(painter, _thinned(places[first:stop], apart), pen)
        else:
            draw_dots(painter, [places[first].tolist()], style.px(2), pen.color(), 1.0, pen.color())
    across = places[numbers == 0, 0]
    if len(across):
        every = max(1, math.ceil(style.px(4) / max(0.1, apart)))  # rings side by side
        y = axes.box.bottom() + style.px(2) + lane * height
        dots = [(x, y) for x in across[::every].tolist()]
        draw_dots(painter, dots, style.px(1.8), pen.color(), style.px(1.2), style.well)


def _thinned(places: Places, apart: float) -> Places:
    """A line whose points stand closer than the eye parts them, by fewer of them, the last among them."""
    every = math.ceil(_EYE / max(0.1, apart))
    return places if every == 1 else np.concatenate([places[:-1:every], places[-1:]])


def _stretches(drawn: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of True as (first, stop)."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], drawn.astype(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _sparse_curve(painter: QPainter, axes: Axes, points: Sequence[tuple[int, float]], style: Style) -> None:
    """The norms of the Jacobian, found at some steps, as far back as they are numbers above zero."""
    zeros = [(axes.x(step), axes.box.bottom() + style.px(8)) for step, value in points if value == 0]
    draw_dots(painter, zeros, style.px(1.8), style.palette.text, style.px(1.2), style.well)
    found = []
    for step, value in reversed(points):
        if not 0 < value < math.inf:
            break
        found.append((axes.x(step), axes.y(math.log10(value))))
    if len(found) > 1:
        draw_curve(painter, np.array(found), pen_of(WHOLE, style))


def _label_states(painter: QPainter, axes: Axes, cell: CellGradients, style: Style) -> None:
    """The letter of each curve at its early end, beside the line and where the other curve is not."""
    ends = []
    for name, values in () if cell.stop else cell.states.items():
        step = next((n for n, value in enumerate(values, 1) if 0 < value < math.inf), 0)
        later = step + math.ceil(style.px(14) / max(0.1, axes.x(2) - axes.x(1)))
        if step and later <= len(values):
            y, y_later = (axes.y(math.log10(values[at - 1] or 1.0)) for at in (step, later))
            ends.append((y, axes.x(step), y_later - y, name))
    for n, (y, x, fall, name) in enumerate(sorted(ends)):
        below = n == len(ends) - 1 and axes.box.bottom() - y > style.px(1) and fall < style.px(5)
        baseline = y + style.px(15 if below else -6)
        ink = style.palette.role(name).ink
        put_symbol(painter, style, x + style.px(8), baseline, (name, ""), 14, ink)


def _cut(painter: QPainter, place: GradientsLayout, column: int, start: int, style: Style) -> None:
    """The steps that truncation lets nothing through to."""
    if start <= 1:
        return
    axes, frame = place.axes["gradients", column], place.frames["gradients", column]
    box = QRectF(frame.left() + 1, axes.box.top(), axes.x(start - 0.5) - frame.left() - 1, 0)
    box.setBottom(frame.bottom() - 1)
    painter.fillRect(box, mixed(style.well, style.palette.muted, 0.14))
    painter.setPen(QPen(style.palette.muted, style.px(1.2), Qt.PenStyle.DashLine))
    painter.drawLine(box.topRight(), box.bottomRight())


def _look_line(painter: QPainter, place: GradientsLayout, column: int, step: int, style: Style) -> None:
    painter.setPen(QPen(style.faint, style.px(1.2), Qt.PenStyle.DotLine))
    for row in ROWS:
        axes, frame = place.axes[row, column], place.frames[row, column]
        x = axes.x(step)
        painter.drawLine(QPointF(x, axes.box.top()), QPointF(x, frame.bottom() - 1))


def _cursor(painter: QPainter, place: GradientsLayout, column: int, step: int, style: Style) -> None:
    accent = style.palette.accent
    upper, lower = (place.frames[row, column] for row in ROWS)
    x = place.axes["gradients", column].x(step)
    tag = QRectF(0, 0, style.px(44), style.px(17))
    tag.moveCenter(QPointF(x, lower.bottom() + style.px(12)))
    tag.moveRight(min(tag.right(), lower.right()))
    tag.moveLeft(max(tag.left(), lower.left()))
    painter.setPen(QPen(accent, style.px(1.5)))
    painter.drawLine(QPointF(x, place.axes["gradients", column].box.top()), QPointF(x, upper.bottom()))
    painter.drawLine(QPointF(x, place.axes["paths", column].box.top()), QPointF(x, tag.top()))
    around, air = tag.adjusted(-style.px(3), 0, style.px(3), 0), style.px(2)
    for _, box in number_boxes(place, column, style):  # each shows whole or not at all
        if box.intersects(around):
            painter.fillRect(box.adjusted(-air, -air, air, 2 * air), style.palette.panel)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
    ink = style.palette.window if style.palette.dark else style.palette.panel
    middle = tag.center()
    put_centred(painter, middle.x(), middle.y(), f"t = {step}", style.font(SMALL, bold=True), ink)
