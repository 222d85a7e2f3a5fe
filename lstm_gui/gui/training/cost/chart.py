"""Time against size, on axes of powers: what was measured as points, the present plan marked."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.strokes import draw_curve, draw_dot
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_text, width
from lstm_gui.gui.training.cost.words import seconds_words
from lstm_gui.gui.training.decades import Decades, decades_of, height
from lstm_gui.gui.training.free_place import crossings
from lstm_gui.gui.training.picture import Picture

Points = Sequence[tuple[float, float]]  # (size, seconds), the smallest first


class CostChart(Picture):
    """Seconds of an update against units, or against length."""

    least = QSize(220, 180)

    def __init__(
        self, title: str, across: str, role: str, style: Style, parent: QWidget | None = None
    ) -> None:
        """`role` is the palette's, by which the two pictures differ in colour and line."""
        super().__init__(style, parent)
        self._title, self._across, self._role = title, across, role
        self._sizes: tuple[float, ...] = (1.0, 2.0)
        self._points: tuple[tuple[float, float], ...] = ()
        self._here: tuple[float, float] | None = None
        self._decades = Decades(-4, 0)
        self.setAccessibleName(title)

    def show_points(
        self, sizes: Sequence[float], points: Points, here: tuple[float, float] | None, decades: Decades
    ) -> None:
        """Show points over an axis that holds all `sizes`; both pictures have the same axis of time."""
        self._sizes = tuple(sorted({*sizes, *([here[0]] if here else [])}))
        self._points, self._here, self._decades = tuple(points), here, decades
        told = [f"{size:g}: {seconds_words(seconds)}" for size, seconds in points]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the card."""
        style, card = self._style, self.rect().toRectF()
        hints = (self.tr("both axes in powers; points: measured"), self.tr("points: measured"))
        paint_card(painter, card, style, self._title, hints)
        if not self._points:
            self._paint_nothing(painter, card)
            return
        left = style.margin + style.px(52)
        box = card.adjusted(left, style.header + style.px(12), -style.margin - style.px(14), -style.px(42))
        self._paint_axes(painter, box)
        self._paint_points(painter, box)

    # Inside

    def _x(self, box: QRectF, size: float) -> float:
        first, last = math.log(self._sizes[0]), math.log(self._sizes[-1])
        return box.left() + box.width() * (math.log(size) - first) / (last - first)

    def _y(self, box: QRectF, seconds: float) -> float:
        return height(box, float(self._decades.share(np.array([seconds]))[0]))

    def _paint_nothing(self, painter: QPainter, card: QRectF) -> None:
        words = self.tr("Measure runs a few updates of each size, in a process of its own.")
        self.paint_words(painter, card, words)

    def _paint_axes(self, painter: QPainter, box: QRectF) -> None:
        style, font = self._style, self._style.font(SMALL)
        for power in self._decades.powers:
            self.paint_level(painter, box, self._y(box, 10.0**power), seconds_words(10.0**power))
        free = -math.inf
        for size in self._sizes:
            x, words = self._x(box, size), f"{size:g}"
            half = width(font, words) / 2
            if x - half > free:
                self.paint_mark(painter, box, x, words)
                free = x + half + style.px(8)
        self.paint_across(painter, box, self._across)

    def _paint_points(self, painter: QPainter, box: QRectF) -> None:
        style, role = self._style, self._style.palette.role(self._role)
        places = np.array([(self._x(box, size), self._y(box, seconds)) for size, seconds in self._points])
        draw_curve(painter, places, role.pen(style.px(1.6)))
        for x, y in places.tolist():
            draw_dot(painter, QPointF(x, y), style.px(3.4), role.graphic, style.px(1.4), role.graphic)
        if self._here is None:
            return
        x, y = self._x(box, self._here[0]), self._y(box, self._here[1])
        where, panel = QPointF(x, y), style.palette.panel
        draw_dot(painter, where, style.px(6.5), style.palette.text, style.px(2), panel)
        words = self.tr("your plan: {time}").format(time=seconds_words(self._here[1]))
        font = style.font(SMALL, bold=True)
        wide, high, aside, dot = width(font, words), style.px(16), style.px(11), style.px(4)
        labels = [
            QRectF(left, top, wide, high)
            for top in (y - style.px(25), y + style.px(9))
            for left in (x + aside, x - aside - wide, x - wide / 2)
            if box.left() <= left and left + wide <= box.right() + style.px(10) and top + high < box.bottom()
        ]
        label = min(
            labels,
            key=lambda one: crossings(one.adjusted(-dot, -dot, dot, dot), [places]),
            default=QRectF(x, y, wide, high),
        )
        painter.fillRect(label.adjusted(-2, 0, 2, 0), panel)
        put_text(painter, label.left(), label.bottom() - style.px(4), words, font, style.palette.text)


def time_axis(points: Points) -> Decades:
    """The axis that holds all of these times."""
    return decades_of([seconds for _, seconds in points])
