"""The words at the baseline of a chart of losses, where no curve passes through them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lstm_gui.gui.simulator.style import SMALL, TINY, Style
from lstm_gui.gui.simulator.text import put_text, shortened, width
from lstm_gui.gui.training.baseline_words import BASELINE_ROLE, baseline_meanings, baseline_words
from lstm_gui.gui.training.loss_axes import LossAxes
from lstm_gui.gui.training.views.plot_paint import Crossings
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.task import Baseline

Places = FloatArray
"""The corners of a curve (N, 2), in pixels, from left to right."""

_HIGH = 31.0  # pixels at 100 %: two lines of words
_GAPS = (3.0, 14.0, 28.0, 44.0)  # between the line and its words
_EDGE, _AIR = 4.0, 3.0


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the words stand: at which end of the line, on which side of it, how far away."""

    right: bool
    below: bool
    gap: float


SLOTS = tuple(Slot(right, below, gap) for right in (True, False) for gap in _GAPS for below in (True, False))


def rect_of(slot: Slot, axes: LossAxes, y: float, wide: float, zoom: float) -> QRectF:
    """The place of words so wide at a line at a height."""
    box, edge, high, gap = axes.box, _EDGE * zoom, _HIGH * zoom, slot.gap * zoom
    left = box.right() - edge - wide if slot.right else box.left() + edge
    return QRectF(left, y + gap if slot.below else y - gap - high, wide, high)


def best_slot(
    axes: LossAxes, y: float, wide: float, curves: Sequence[Places], zoom: float, before: Slot | None
) -> Slot:
    """The first place that is free; the one before for as long as that is, so that no word jumps about."""
    ordered = SLOTS if before is None else (before, *SLOTS)
    lines, found = Crossings(curves, axes.box.left(), axes.box.right()), list[tuple[int, int]]()
    for place, slot in enumerate(ordered):
        rect = rect_of(slot, axes, y, wide, zoom)
        if rect.top() < axes.box.top() or rect.bottom() > axes.box.bottom():
            continue
        over = lines.over(rect, _AIR * zoom)
        if not over:
            return slot
        found.append((over, place))
    return ordered[min(found)[1]] if found else SLOTS[0]


class BaselineLabel:
    """Paints the words at a baseline, and remembers where they stood."""

    def __init__(self) -> None:
        self.slot: Slot | None = None

    def paint(
        self,
        painter: QPainter,
        axes: LossAxes,
        baseline: Baseline,
        curves: Sequence[Places],
        style: Style,
    ) -> QRectF:
        """Draw the line, what it is called, and what it means; where these words stand."""
        role, box, y = style.palette.role(BASELINE_ROLE), axes.box, axes.y(baseline.loss)
        painter.setPen(QPen(role.graphic, style.px(1.8)))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        bold, tiny, room = style.font(SMALL, bold=True), style.font(TINY), box.width() - style.px(20)
        name = shortened(baseline_words(baseline), bold, room)
        longest, shortest = baseline_meanings(baseline.name)
        meaning = longest if width(tiny, longest) <= room * 0.75 else shortened(shortest, tiny, room)
        wide = max(width(bold, name), width(tiny, meaning)) + style.px(8)
        self.slot = best_slot(axes, y, wide, curves, style.zoom, self.slot)
        rect = rect_of(self.slot, axes, y, wide, style.zoom)
        self._paint_ground(painter, rect, y, style)
        for words, font, down in ((name, bold, 13.0), (meaning, tiny, 26.0)):
            left = rect.left() + style.px(4)
            if self.slot.right:
                left = rect.right() - style.px(4) - width(font, words)
            put_text(painter, left, rect.top() + style.px(down), words, font, role.ink)
        return rect

    def _paint_ground(self, painter: QPainter, rect: QRectF, y: float, style: Style) -> None:
        """A curve that has to pass behind the words leaves them readable; a stroke leads to their line."""
        ground = QColor(style.well)
        ground.setAlphaF(0.86)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, style.px(4), style.px(4))
        assert self.slot is not None
        if self.slot.gap > _GAPS[0]:
            x = rect.right() - style.px(12) if self.slot.right else rect.left() + style.px(12)
            painter.setPen(QPen(style.palette.role(BASELINE_ROLE).graphic, style.px(1)))
            painter.drawLine(QPointF(x, y), QPointF(x, rect.top() if self.slot.below else rect.bottom()))
