"""The input that all lanes read: the rows of x of the timeline, on a card of their own."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.timeline.layout import RANGE_BAR, TimelineLayout, timeline_layout
from lstm_gui.gui.simulator.timeline.paint import paint_cursor
from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.simulator.frame import TimelinePart

_ROW, _DENSE_ROW, _FOOT = 56.0, 44.0, 27.0  # of one input, and of the numbers below; pixels at 100 %
_MORE = 0.6  # of a row, for each further one
_ROOMY = 900.0  # a height at which the timeline leaves out no row


class InputRow(TimelineView):
    """The timeline without the curves of the cell.

    Signals: those of TimelineView; `view_changed(int, int)`, with the first and the last step in view;
    `rows_changed()`, when there are other inputs to show.
    """

    view_changed = Signal(int, int)
    rows_changed = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        self._shown_view = (1, 1)
        super().__init__(style, parent)
        self.setAccessibleName(QCoreApplication.translate("Compare", "The input of all cells"))

    @property
    def view(self) -> tuple[int, int]:
        """The first and the last step in view."""
        return self.time_view.first, self.time_view.last

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._place.frames) if self._place else 1

    def show_part(self, part: TimelinePart) -> None:
        super().show_part(part)
        if not self.tools.units.isHidden():
            self.tools.set_units(1)  # there are no curves here that heat maps could take the place of
            self._place_tools()

    def _arrange(self) -> None:
        before, rows = self._shown_view, self.rows
        super()._arrange()
        self._shown_view = self.view
        if self._shown_view != before:
            self.view_changed.emit(*self._shown_view)
        if self.rows != rows:
            self.rows_changed.emit()

    def _laid_out(self) -> TimelineLayout:
        """The rows of inputs of the timeline, moved and stretched over the whole card."""
        card = QRectF(0, 0, self.width(), self.style_now.px(_ROOMY))  # so that every input has its row
        whole = timeline_layout(card, self.style_now, *self._placed_for)
        curves = {*self.looks.curves, *whole.maps} - {"inputs"}
        names = [name for name in whole.frames if name not in curves]
        top, last = whole.highest.top(), whole.frames[names[-1]].bottom()
        bottom = max(top + 20.0, self.height() - self._below())
        stretch = (bottom - top) / (last - top)

        def moved(box: QRectF) -> QRectF:
            return QRectF(box.left(), top + (box.top() - top) * stretch, box.width(), box.height() * stretch)

        return replace(
            whole,
            frames={name: moved(whole.frames[name]) for name in names},
            axes={name: replace(whole.axes[name], box=moved(whole.axes[name].box)) for name in names},
            plots=QRectF(
                whole.plots.left(), top, whole.plots.width(), self.height() - top - self.style_now.px(3)
            ),
        )

    def _below(self) -> float:
        """The room for the numbers of the steps, and the bar of those in view."""
        return self.style_now.px(_FOOT + (RANGE_BAR if self.extent.bar else 0.0))

    def _draw_x(self, painter: QPainter, axes: Axes) -> None:
        super()._draw_x(painter, axes)
        if self.part is not None and self._place is not None:
            paint_cursor(painter, self._place, self.part.step, self.style_now)


def input_height(style: Style, rows: int = 1) -> float:
    """How high the card of the input stands, in pixels."""
    each = style.px(_DENSE_ROW if style.dense else _ROW)
    return style.header + each * (1 + _MORE * (rows - 1)) + style.px(_FOOT)
