"""The picture of growing sizes: a dot for each seed, a line through the middle ones, and where it ends."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import Align, put_text
from lstm_gui.gui.training.decades import height
from lstm_gui.gui.training.picture import Picture
from lstm_gui.training.limits.growth import HOLDS, Limit, Size

_DOT = 3.5  # px
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


class LimitsChart(Picture):
    """The score over the size, on an axis from 0 to 1 that never changes."""

    least = QSize(300, 170)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._sizes: tuple[int, ...] = ()
        self._results: tuple[Size, ...] = ()
        self._limit = Limit(None, None)
        self._across, self._up = "", ""
        self.setAccessibleName(self.tr("Score at each size"))

    def show_sizes(
        self, sizes: Sequence[int], results: Sequence[Size], limit: Limit, across: str, up: str
    ) -> None:
        """Show these of all sizes that will be tried; `across` and `up` are the names of the axes."""
        self._sizes, self._results, self._limit = tuple(sizes), tuple(results), limit
        self._across, self._up = across, up
        self.setAccessibleDescription(self._told())
        self.update()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the card."""
        card, style = self.rect().toRectF(), self._style
        hints = (
            self.tr("a dot for each seed; the line goes through the middle ones"),
            self.tr("dots: seeds"),
        )
        paint_card(painter, card, style, self._up, hints)
        box = card.adjusted(
            style.margin + style.px(34),
            style.header + style.px(12),
            -style.margin - style.px(20),
            -style.px(42),
        )
        if not self._results:
            self._paint_nothing(painter, box)
            return
        self._paint_axes(painter, box)
        self._paint_threshold(painter, box)
        self._paint_results(painter, box)

    # Inside

    def _place(self, box: QRectF, size: int, share: float) -> QPointF:
        x = box.left() + box.width() * (self._sizes.index(size) + 0.5) / len(self._sizes)
        return QPointF(x, box.bottom() - share * box.height())

    def _paint_axes(self, painter: QPainter, box: QRectF) -> None:
        every = 1 if box.height() > len(_SHARES) * self._style.px(18) else 2
        for share in _SHARES[::every]:
            self.paint_level(painter, box, height(box, share), f"{share:g}")
        for size in self._sizes:
            self.paint_mark(painter, box, self._place(box, size, 0.0).x(), str(size))
        self.paint_across(painter, box, self._across)

    def _paint_threshold(self, painter: QPainter, box: QRectF) -> None:
        style = self._style
        y = box.bottom() - HOLDS * box.height()
        painter.setPen(QPen(style.palette.text, style.px(1.2), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        words = self.tr("below {share} it gives up").format(share=f"{HOLDS:g}")
        put_text(
            painter, box.left() + style.px(4), y + style.px(13), words, style.font(SMALL), style.palette.text
        )

    def _paint_results(self, painter: QPainter, box: QRectF) -> None:
        style = self._style
        role = style.palette.role("c")
        middle = QPolygonF([self._place(box, one.size, one.middle) for one in self._results])
        painter.setPen(role.pen(style.px(2.0)))
        painter.drawPolyline(middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(role.graphic)
        radius = style.px(_DOT)
        for one in self._results:
            for score in one.scores:
                painter.drawEllipse(self._place(box, one.size, score), radius, radius)
        if self._limit.fails is not None:
            self._paint_end(painter, box, self._limit.fails)

    def _paint_end(self, painter: QPainter, box: QRectF, fails: int) -> None:
        """The size at which it gives up, with its words at the foot."""
        style = self._style
        x = self._place(box, fails, 0.0).x()
        painter.setPen(QPen(style.palette.text, style.px(1.2), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        left = x < box.center().x()
        words = self.tr("gives up at {size}").format(size=fails)
        beside = x + style.px(6) if left else x - style.px(6)
        side = Align.LEFT if left else Align.RIGHT
        font = style.font(SMALL, bold=True)
        put_text(painter, beside, box.bottom() - style.px(8), words, font, style.palette.text, side)

    def _paint_nothing(self, painter: QPainter, box: QRectF) -> None:
        words = self.tr("Start trains the same cell at every size, three times each.")
        self.paint_words(painter, box, words)

    def _told(self) -> str:
        """The middle scores, for a screen reader."""
        said = (
            self.tr("{size}: {middle}").format(size=one.size, middle=f"{one.middle:.2f}")
            for one in self._results
        )
        return "; ".join(said)
