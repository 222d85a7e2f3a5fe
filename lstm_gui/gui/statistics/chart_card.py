"""A card that shows one chart; arrows and the pointer tell each of its values."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.plots import PlotStack
from lstm_gui.gui.simulator.strokes import is_page
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import Align, put_text, shortened
from lstm_gui.gui.statistics.chart import Chart
from lstm_gui.gui.statistics.chart_paint import (
    axes_of,
    paint_axes,
    paint_nothing,
    paint_values,
    place_at,
    spot_of,
)

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_LEAST = QSize(330, 210)  # px at 100 %


class ChartCard(Canvas):
    """Shows a Chart, or in words what will stand there."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.chart: Chart | None = None
        self._title, self._nothing = "", ""
        self.looked_at: int | None = None  # the place whose value is told
        self._plot = PlotStack([self._draw], self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Point at a value, or press ← and →, to read it"))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing drawn."""
        return self.chart is None or self.chart.is_empty

    def show_chart(self, chart: Chart, title: str, nothing: str) -> None:
        """Show this, and `nothing` in words where there is nothing to draw."""
        self.chart, self._title, self._nothing = chart, title, nothing
        self.looked_at = None
        self.setAccessibleName(title)
        told = (words for words, value in zip(chart.told, chart.values, strict=True) if value)
        self.setAccessibleDescription(nothing if chart.is_empty else "; ".join(told)[:2000])
        self._arrange()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for axes with their names."""
        return _LEAST * self.style_now.zoom

    def room_of(self, place: int) -> QRectF:
        """Where a value stands."""
        assert self.chart is not None
        return spot_of(self.chart, self._axes(), place)

    # Drawing

    def still_key(self) -> object:
        return self.chart, self._title

    def paint_still(self, painter: QPainter) -> None:
        card = self.rect().toRectF()
        paint_card(painter, card, self.style_now, self._title)
        if self.chart is None:
            return
        if self.chart.is_empty:
            paint_nothing(painter, card, self._nothing, self.style_now)
        else:
            paint_axes(painter, self.chart, self._axes(), self.style_now)

    def paint_living(self, painter: QPainter) -> None:
        chart, style = self.chart, self.style_now
        if self.looked_at is not None and chart is not None and not is_page(painter):
            painter.setPen(QPen(style.palette.accent, style.px(1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.room_of(self.looked_at))
            words = shortened(chart.told[self.looked_at], style.font(SMALL), self.width() - 2 * style.margin)
            bottom = self.height() - style.margin * 0.6
            put_text(painter, style.margin, bottom, words, style.font(SMALL), style.palette.text, Align.LEFT)
        if self.hasFocus() and not is_page(painter):
            radius = style.px(8)
            painter.setPen(QPen(style.palette.accent, style.px(1.6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)

    def _draw(self, painter: QPainter, axes: Axes) -> None:
        if self.chart is not None and not self.chart.is_empty:
            paint_values(painter, self.chart, axes, self.style_now)

    def _axes(self) -> Axes:
        assert self.chart is not None
        return axes_of(self.chart, self.rect().toRectF(), self.style_now)

    def _arrange(self) -> None:
        self._plot.setGeometry(self.rect())
        shown = self.chart is not None and not self.chart.is_empty
        self._plot.set_axes([self._axes() if shown else None])
        self._plot.repaint_curves()
        self.update()

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """The tooltip tells the value under the pointer."""
        if (
            isinstance(event, QHelpEvent)
            and event.type() is QEvent.Type.ToolTip
            and self.looked_at is not None
        ):
            assert self.chart is not None
            QToolTip.showText(event.globalPos(), self.chart.told[self.looked_at], self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.chart is not None and not self.chart.is_empty:
            self._look_at(place_at(self.chart, self._axes(), event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._look_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from value to value."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or self.chart is None or self.chart.is_empty:
            super().keyPressEvent(event)
            return
        last = len(self.chart.values) - 1
        before = (-1 if move > 0 else last + 1) if self.looked_at is None else self.looked_at
        self._look_at(max(0, min(last, before + move)))
        if self.looked_at is not None:
            announce(self, self.chart.told[self.looked_at])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._look_at(None)
        self.update()

    def _look_at(self, place: int | None) -> None:
        if place != self.looked_at:
            self.looked_at = place
            self.update()
