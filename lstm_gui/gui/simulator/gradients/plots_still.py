"""Paints what stands still in the plots of the gradients: frames, axes, names, and numbers of steps."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.gradients.plots_layout import COLUMNS, GradientsLayout
from lstm_gui.gui.simulator.gradients.plots_marks import WHOLE, ink_of, number_boxes, pen_of
from lstm_gui.gui.simulator.gradients.powers import power_text
from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.text import Align, put_text, shortened, width

translate = QCoreApplication.translate

NORMAL, LEAST = -37.93, -44.85  # powers of ten of the least normal and the least number of float32
_TICKS = ((6, 1), (12, 2), (24, 4), (40, 8))  # up to so many powers, one tick in so many


def paint_still_gradients(painter: QPainter, place: GradientsLayout, style: Style) -> None:
    """Draw the frames, the axes with their powers of ten, the names, and the numbers of the steps."""
    for (row, column), frame in place.frames.items():
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.setBrush(style.well)
        painter.drawRoundedRect(frame, style.px(6), style.px(6))
        axes = place.axes[row, column]
        _beyond_float32(painter, axes, frame, style)
        _ticks(painter, axes, frame, style, labelled=column == 0)
        _zero_lane(painter, axes, frame, place.lane, style, labelled=column == 0)
    for row, head in place.heads.items():
        _head(painter, row, head, style)
    for column in range(COLUMNS):
        _step_numbers(painter, place, column, style)


def _ticks(painter: QPainter, axes: Axes, frame: QRectF, style: Style, *, labelled: bool) -> None:
    low, high = int(axes.low), int(axes.high)
    every = next((every for span, every in _TICKS if high - low <= span), 16)
    apart = axes.box.height() / max(1, high - low)
    while apart * every < style.px(13) and every < high - low:  # a card may have no room at all
        every *= 2
    font = style.font(TINY)
    for power in range(low, high + 1):
        if power % every:
            continue
        y = axes.y(power)
        painter.setPen(QPen(style.faint if power == 0 else style.palette.border, style.px(1)))
        painter.drawLine(QPointF(frame.left() + 1, y), QPointF(frame.right() - 1, y))
        if labelled:
            x, ink = frame.left() - style.px(6), style.palette.muted
            put_text(painter, x, y + style.px(3.5), power_text(power), font, ink, Align.RIGHT)


def _beyond_float32(painter: QPainter, axes: Axes, frame: QRectF, style: Style) -> None:
    """A shade where numbers lose their digits before they are zero."""
    if axes.low > NORMAL:
        return
    top, bottom = axes.y(NORMAL), axes.y(LEAST)
    shade = QRectF(frame.left() + 1, top, frame.width() - 2, bottom - top)
    painter.fillRect(shade, mixed(style.well, style.palette.muted, 0.16))
    words = shortened(translate("Gradients", "float32 ends"), style.font(TINY), frame.width() - style.px(8))
    if shade.height() > style.px(11):
        baseline = shade.center().y() + style.px(3.5)
        put_text(painter, shade.left() + style.px(5), baseline, words, style.font(TINY), style.palette.muted)


def _zero_lane(
    painter: QPainter, axes: Axes, frame: QRectF, lane: float, style: Style, *, labelled: bool
) -> None:
    """The place of exact zeros, which no axis of powers can hold."""
    y = axes.box.bottom() + style.px(2)
    pen = QPen(style.faint, style.px(1), Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(frame.left() + 1, y), QPointF(frame.right() - 1, y))
    if labelled:
        baseline, ink = y + lane / 2 + style.px(4), style.palette.muted
        put_text(painter, frame.left() - style.px(6), baseline, "0", style.font(TINY), ink, Align.RIGHT)


def _head(painter: QPainter, row: str, head: QRectF, style: Style) -> None:
    """The name of a row at the left, and its curves' names at the right, each with a piece of its line."""
    baseline = head.bottom() - style.px(6)
    names = row_names()
    legend = (
        (("c", "∂L/∂c"), ("h", "∂L/∂h"))
        if row == "gradients"
        else tuple(zip((WHOLE, "f"), path_names(), strict=True))
    )
    x, font = head.right(), style.font(SMALL)
    for role_name, words in legend:
        x -= width(font, words)
        put_text(painter, x, baseline, words, font, ink_of(role_name, style))
        x -= style.px(6)
        painter.setPen(pen_of(role_name, style))
        y = baseline - style.px(4)
        painter.drawLine(QPointF(x - style.px(24), y), QPointF(x, y))
        x -= style.px(24 + 14)
    title = next((words for words in names[row] if width(font, words) <= x - head.left()), "")
    put_text(painter, head.left(), baseline, title, style.font(SMALL), style.palette.muted)


def _step_numbers(painter: QPainter, place: GradientsLayout, column: int, style: Style) -> None:
    font, ink = style.font(TINY), style.palette.muted
    for step, box in number_boxes(place, column, style):
        put_text(painter, box.center().x(), box.bottom(), str(step), font, ink, Align.CENTRE)


def row_names() -> dict[str, tuple[str, ...]]:
    """What the rows are called, the longest name first."""
    return {
        "gradients": (
            translate("Gradients", "the gradient that reaches step s"),
            translate("Gradients", "gradient"),
        ),
        "paths": (
            translate("Gradients", "how much of a change at s arrives at t"),
            translate("Gradients", "from s to t"),
        ),
    }


def path_names() -> tuple[str, str]:
    """What the curves of the lower row are called: by all paths, and by the direct one."""
    return translate("Gradients", "by all paths: the whole Jacobian"), translate(
        "Gradients", "kept alone: ∏ f, ∏ z"
    )
