"""Time by cell: a bar for each that was measured at the plan's size, the quickest on top."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.compare.words import kind_title
from lstm_gui.gui.simulator.style import SMALL, Style, mixed
from lstm_gui.gui.simulator.text import put_text, width
from lstm_gui.gui.training.cost.words import seconds_words
from lstm_gui.gui.training.picture import Picture
from lstm_gui.training.cost.measure import Cost

_TALLEST, _GAP = 30.0, 8.0  # px at 100 %, of a bar and between two


class CellsChart(Picture):
    """Seconds of an update of each cell; the axis begins at 0."""

    least = QSize(220, 180)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._costs: tuple[Cost, ...] = ()
        self._here: Kind | None = None
        self.setAccessibleName(self.tr("Time an update, by cell"))

    def show_cells(self, costs: Sequence[Cost], here: Kind | None) -> None:
        """Show these in their order; the cell of the plan is marked."""
        self._costs, self._here = tuple(costs), here
        told = [f"{kind_title(cost.kind)}: {seconds_words(cost.seconds)}" for cost in costs]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the card."""
        style, card = self._style, self.rect().toRectF()
        hints = (self.tr("of your plan’s size; your cell in bold"), self.tr("your cell in bold"))
        paint_card(painter, card, style, self.accessibleName(), hints)
        if not self._costs:
            self.paint_words(painter, card, self.tr("Other cells of the same size will stand here."))
            return
        names = [kind_title(cost.kind) for cost in self._costs]
        bold = style.font(SMALL, bold=True)
        left = style.margin + max(width(bold, name) for name in names) + style.px(10)
        right = (
            style.margin + max(width(bold, seconds_words(cost.seconds)) for cost in self._costs) + style.px(8)
        )
        box = card.adjusted(left, style.header + style.px(6), -right, -style.px(10))
        row = min(style.px(_TALLEST + _GAP), box.height() / len(self._costs))
        for place, (name, cost) in enumerate(zip(names, self._costs, strict=True)):
            self._paint_bar(painter, box, box.top() + place * row, row, name, cost)

    def _paint_bar(
        self, painter: QPainter, box: QRectF, top: float, row: float, name: str, cost: Cost
    ) -> None:
        style, here = self._style, cost.kind == self._here
        high, ink = row - min(style.px(_GAP), row / 4), style.palette.text
        share = cost.seconds / max(one.seconds for one in self._costs)
        bar = QRectF(box.left(), top, max(1.0, share * box.width()), high)
        accent = style.palette.accent
        painter.fillRect(bar, accent if here else mixed(style.palette.panel, accent, 0.45))
        font, base = style.font(SMALL, bold=here), top + high / 2 + style.px(4)
        put_text(painter, self._style.margin, base, name, font, ink)
        put_text(painter, bar.right() + style.px(6), base, seconds_words(cost.seconds), font, ink)
