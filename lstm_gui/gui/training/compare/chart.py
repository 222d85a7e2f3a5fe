"""The picture of a comparison: for each setting the median of its runs as a line, in the band of all."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.strokes import draw_curve
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_text, shortened, width
from lstm_gui.gui.training.baseline_words import BASELINE_ROLE, baseline_title
from lstm_gui.gui.training.compare.looks import pen_at, role_at
from lstm_gui.gui.training.decades import Decades, decades_of, height, power_words
from lstm_gui.gui.training.free_place import crossings
from lstm_gui.gui.training.picture import Picture
from lstm_gui.gui.training.run_words import step_words
from lstm_gui.training.comparison.spread import Band
from lstm_gui.training.task import Baseline

_BAND, _GROUND = 44, 200  # of 255, how opaque a band is, and the ground of a name
_NAMES = 0.22  # of the width, for names at the ends of lines


@dataclass(frozen=True, eq=False)
class Drawn:
    """A setting as it is drawn: its place decides how."""

    place: int
    name: str
    band: Band


@dataclass(frozen=True, slots=True)
class _Name:
    """A name where it stands, by its left end and the line it is written on, in pixels."""

    left: float
    low: float
    text: str
    place: int


class CompareChart(Picture):
    """Curves of validation loss over updates, on an axis of powers of ten, and the baseline with its name."""

    least = QSize(300, 210)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._drawn: tuple[Drawn, ...] = ()
        self._baselines: tuple[Baseline, ...] = ()
        self._steps = 1
        self._decades: Decades | None = None
        self.setAccessibleName(self.tr("Validation loss of each setting"))

    def show_bands(self, drawn: Sequence[Drawn], baselines: Sequence[Baseline], steps: int) -> None:
        """Show these; `steps` is where the axis of updates ends."""
        before = self._decades if steps == self._steps and drawn else None
        self._drawn, self._baselines, self._steps = tuple(drawn), tuple(baselines), steps
        values = [value for one in drawn for row in (one.band.low, one.band.high) for value in row.tolist()]
        self._decades = decades_of([*values, *(one.loss for one in baselines)], before)
        self.setAccessibleDescription(self._told())
        self.update()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the card."""
        card, style = self.rect().toRectF(), self._style
        hints = (
            self.tr("line: median of the seeds; band: from the least to the most"),
            self.tr("line: median; band: all seeds"),
        )
        paint_card(painter, card, style, self.tr("Validation loss"), hints)
        if not self._drawn or self._decades is None:
            self._paint_nothing(painter, card)
            return
        box = self._box(card)
        self._paint_axes(painter, box, self._decades)
        for one in self._drawn:
            self._paint_band(painter, box, self._decades, one)
        for one in self._drawn:
            self._paint_line(painter, box, self._decades, one)
        names = self._names_at_ends(box, self._decades, card)
        self._paint_baselines(painter, box, self._decades, names)
        self._paint_names(painter, names)

    # Inside

    def _box(self, card: QRectF) -> QRectF:
        style = self._style
        names = max(width(style.font(SMALL, bold=True), one.name) for one in self._drawn) + style.px(12)
        right = min(names, card.width() * _NAMES)
        left = style.margin + style.px(42)
        return card.adjusted(left, style.header + style.px(10), -style.margin - right, -style.px(40))

    def _paint_nothing(self, painter: QPainter, card: QRectF) -> None:
        words = self.tr(
            "Start runs every setting with every seed. Each becomes a line in the band of its seeds, "
            "beside the baseline there is to beat."
        )
        self.paint_words(painter, card, words)

    def _paint_axes(self, painter: QPainter, box: QRectF, decades: Decades) -> None:
        every = -(-len(decades.powers) // max(2, int(box.height() / self._style.px(18))))
        for power in decades.powers[::every]:
            y = height(box, (power - decades.low) / (decades.high - decades.low))
            self.paint_level(painter, box, y, power_words(power))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = box.left() + share * box.width()
            self.paint_mark(painter, box, x, step_words(round(self._steps * share)))
        self.paint_across(painter, box, self.tr("updates"))

    def _places(
        self, box: QRectF, decades: Decades, band: Band, row: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """A row of a band in pixels (S, 2)."""
        x = box.left() + box.width() * np.minimum(1.0, band.steps / self._steps)
        return np.column_stack([x, box.bottom() - box.height() * decades.share(row)])

    def _paint_band(self, painter: QPainter, box: QRectF, decades: Decades, one: Drawn) -> None:
        low = self._places(box, decades, one.band, one.band.low).tolist()
        high = self._places(box, decades, one.band, one.band.high).tolist()
        colour = QColor(role_at(self._style.palette, one.place).graphic)
        colour.setAlpha(_BAND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in (*low, *reversed(high))]))

    def _paint_line(self, painter: QPainter, box: QRectF, decades: Decades, one: Drawn) -> None:
        pen = pen_at(self._style.palette, one.place, self._style.px(2.0))
        draw_curve(painter, self._places(box, decades, one.band, one.band.median), pen)

    def _paint_baselines(
        self, painter: QPainter, box: QRectF, decades: Decades, names: Sequence[_Name]
    ) -> None:
        """Each a line with its name on it, beside each other where curves and names leave most room."""
        style, font = self._style, self._style.font(SMALL)
        role = style.palette.role(BASELINE_ROLE)
        words = [self._baseline_words(baseline) for baseline in self._baselines]
        whole = sum(width(font, one) + style.px(14) for one in words)
        heights = [height(box, float(decades.share(np.array([one.loss]))[0])) for one in self._baselines]
        left, below = self._free_place(box, decades, names, whole, heights)
        for one, y in zip(words, heights, strict=True):
            painter.setPen(QPen(role.graphic, style.px(1.8)))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            fitting = shortened(one, font, max(style.px(40), box.right() - left))
            low = y + (style.px(13) if below or y - box.top() < style.px(16) else -style.px(5))
            self._ground(painter, left, low, width(font, fitting))
            left += put_text(painter, left, low, fitting, font, role.ink) + style.px(14)

    def _baseline_words(self, baseline: Baseline) -> str:
        known = baseline_title(baseline.name) if baseline is self._baselines[0] else ""
        words = self.tr("baseline: {name}, {loss}") if known else self.tr("baseline: {loss}")
        return words.format(name=known, loss=f"{baseline.loss:.3g}")

    def _free_place(
        self,
        box: QRectF,
        decades: Decades,
        names: Sequence[_Name],
        whole: float,
        heights: Sequence[float],
    ) -> tuple[float, bool]:
        """Where names of baselines begin, and whether they stand below their lines."""
        high, font = self._style.px(16), self._style.font(SMALL, bold=True)
        curves = [self._places(box, decades, one.band, one.band.median) for one in self._drawn]
        taken = [QRectF(one.left, one.low - high, width(font, one.text), high) for one in names]

        def crossed(place: tuple[float, bool]) -> int:
            left, below = place
            labels = (QRectF(left, y if below else y - high, whole, high) for y in heights)
            return sum(crossings(label, curves, taken) for label in labels)

        near = box.left() + self._style.px(6)
        lefts = (near, max(near, box.right() - whole))
        roomy = min(box.bottom() - max(heights, default=0.0), high) == high
        return min(((left, below) for left in lefts for below in (False, True)[: 1 + roomy]), key=crossed)

    def _ground(self, painter: QPainter, left: float, baseline: float, wide: float) -> None:
        """The ground of a name, so that lines below it do not cross it out."""
        ground, high = QColor(self._style.palette.panel), self._style.px(12)
        ground.setAlpha(_GROUND)
        painter.fillRect(QRectF(left - 2, baseline - high + 2, wide + 4, high), ground)

    def _names_at_ends(self, box: QRectF, decades: Decades, card: QRectF) -> list[_Name]:
        """Each name at the end of its line, moved apart where they would stand on each other."""
        style, font = self._style, self._style.font(SMALL, bold=True)
        apart = min(style.px(15), box.height() / len(self._drawn))
        ends = []
        for one in self._drawn:
            ends.append((*self._places(box, decades, one.band, one.band.median)[-1].tolist(), one))
        ends.sort(key=lambda end: end[1])
        lows = _spread_out([y + style.px(4) for _, y, _ in ends], apart, box.bottom())
        lefts = [x + style.px(6) for x, _, _ in ends]
        return [
            _Name(left, low, shortened(one.name, font, card.right() - style.px(8) - left), one.place)
            for left, low, (_, _, one) in zip(lefts, lows, ends, strict=True)
        ]

    def _paint_names(self, painter: QPainter, names: Sequence[_Name]) -> None:
        style, font = self._style, self._style.font(SMALL, bold=True)
        for one in names:
            self._ground(painter, one.left, one.low, width(font, one.text))
            put_text(painter, one.left, one.low, one.text, font, role_at(style.palette, one.place).ink)

    def _told(self) -> str:
        """The ends of the lines, for a screen reader."""
        said = [
            self.tr("{name}: median {median}, from {low} to {high}").format(
                name=one.name,
                median=f"{one.band.median[-1]:.3g}",
                low=f"{one.band.low[-1]:.3g}",
                high=f"{one.band.high[-1]:.3g}",
            )
            for one in self._drawn
        ]
        return "; ".join(said)


def _spread_out(places: Sequence[float], apart: float, last: float) -> list[float]:
    """Places from top to bottom, none nearer to the one above than `apart` and none below `last`."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + apart) if found else place)
    for number in range(len(found) - 1, -1, -1):
        found[number] = min(found[number], last - apart * (len(found) - 1 - number))
    return found
