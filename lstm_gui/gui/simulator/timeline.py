"""The run through time: the input as dots to drag, gates and states as curves, and a cursor of time."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.length_box import LengthBox
from lstm_gui.gui.simulator.plots import PlotStack
from lstm_gui.gui.simulator.quantity_view import address
from lstm_gui.gui.simulator.step_knob import StepKnob
from lstm_gui.gui.simulator.style import SMALL, TITLE, Style
from lstm_gui.gui.simulator.text import width
from lstm_gui.gui.simulator.timeline_layout import ROWS, TimelineLayout, timeline_layout
from lstm_gui.gui.simulator.timeline_paint import (
    CURVES,
    paint_cursor,
    paint_curves,
    paint_still_timeline,
    paint_x,
)
from lstm_gui.simulator.frame import Highlight, TimelinePart
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.quantity import Quantity

_GRASP = 11.0  # how near a dot or a curve the pointer must be, in pixels at 100 %


class TimelineView(Canvas):
    """Shows a TimelinePart. Signals: those of Canvas, `step_chosen(int)` and `length_chosen(int)`."""

    step_chosen = Signal(int)
    length_chosen = Signal(int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: TimelinePart | None = None
        self._place: TimelineLayout | None = None
        self._held: tuple[Quantity, Axes, float] | None = None  # the dot dragged, on which axis, its reach
        self._scrubbing = False
        self._pointed: Quantity | None = None
        self.setAccessibleName(self.tr("The run through time"))
        self.plots = PlotStack([self._draw_x, self._draw_gates, self._draw_states], self)
        self.knob = self._step_knob()
        self.length = LengthBox(style, self)
        self.length.valueChanged.connect(self.length_chosen)

    # What is shown

    def show_part(self, part: TimelinePart) -> None:
        """Show the curves and the cursor."""
        self.part = part
        if self._place is None or self._ranges() != self._placed_for:
            self._arrange()
        self.length.show_length(self._steps())
        self._show_knob(min(self.knob.quantity.step, self._steps()))
        self.plots.repaint_curves()

    def show_highlight(self, highlight: Highlight | None) -> None:
        """Light what is pointed at, its causes and its effects."""
        self.highlight = highlight
        self.plots.repaint_curves()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.knob.set_style(style, SMALL)
        self.length.set_style(style)
        self._arrange()

    # Drawing

    def still_key(self) -> object:
        return self._ranges()

    def paint_still(self, painter: QPainter) -> None:
        box, beside = self.rect().toRectF(), self.length.width() + self.style_now.px(12)
        paint_card(painter, box, self.style_now, timeline_title(), timeline_hints(), beside)
        if self._place is not None:
            paint_still_timeline(painter, self._place, self.style_now, row_names())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _steps(self) -> int:
        return len(self.part.curves["x"]) if self.part else 1

    def _ranges(self) -> tuple[int, float, float]:
        part = self.part
        return (self._steps(), part.x_limit, part.c_limit) if part else (1, 1.0, 1.0)

    def _arrange(self) -> None:
        self._placed_for = self._ranges()
        self._place = timeline_layout(self.rect().toRectF(), self.style_now, *self._placed_for)
        self.plots.setGeometry(self.rect())
        self.plots.set_axes([self._place.axes[row] for row in ROWS])
        self._show_knob(self.knob.quantity.step)
        px = self.style_now.px
        beside = self.style_now.margin + width(self.style_now.font(TITLE), timeline_title()) + px(12)
        self.length.move(round(beside), round((self.style_now.header - self.length.height()) / 2 + px(1)))
        self.update()

    def _draw_x(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None:
            focused = self.knob.quantity.step if self.knob.hasFocus() else 0
            paint_x(painter, axes, self.part, self.style_now, self.highlight, focused)

    def _draw_gates(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None:
            paint_curves(painter, axes, "gates", self.part, self.style_now, self.highlight)

    def _draw_states(self, painter: QPainter, axes: Axes) -> None:
        if self.part is not None and self._place is not None:
            paint_curves(painter, axes, "states", self.part, self.style_now, self.highlight)
            paint_cursor(painter, self._place, self.part.step, self.style_now)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.part is None or self._place is None:
            return
        found = self._at(event.position())
        if found is not None and found.name == "x":
            self._held = found, self._place.axes["x"], self._placed_for[1]
            self._show_knob(found.step)
            self.knob.setFocus(Qt.FocusReason.MouseFocusReason)
            self.edit_began.emit(found)
        elif self._place.plots.contains(event.position()):
            self._scrubbing = True
            self._scrub_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._drag_to(event.position().y(), *self._held)
        elif self._scrubbing:
            self._scrub_to(event.position())
        else:
            self._hover(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._scrubbing = False
        if self._held is not None:
            self._held = None
            self.edit_ended.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None and found.name == "x":
            self.reset_requested.emit(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _drag_to(self, y: float, dot: Quantity, axes: Axes, limit: float) -> None:
        """By the axis as it was taken hold of: it may grow meanwhile, and the value must not jump with it."""
        reach = limits(dot, limit)
        self.edited.emit(dot, reach.hold(round(axes.value(y), reach.decimals)))

    def _scrub_to(self, where: QPointF) -> None:
        if self._place is None or self.part is None:
            return
        step = self._place.axes["x"].step(where.x())
        if step != self.part.step:
            self.step_chosen.emit(step)

    def _hover(self, found: Quantity | None) -> None:
        if found == self._pointed:
            return
        self._pointed = found
        vertical = found is not None and found.name == "x"
        self.setCursor(Qt.CursorShape.SizeVerCursor if vertical else Qt.CursorShape.ArrowCursor)
        self.pointed_at.emit(found)

    def _at(self, where: QPointF) -> Quantity | None:
        """The point of a curve or the dot that the pointer is near, or None."""
        if self.part is None or self._place is None:
            return None
        for row in ROWS:
            if not self._place.frames[row].contains(where):
                continue
            axes = self._place.axes[row]
            step = axes.step(where.x())
            heights = {
                name: abs(axes.y(self.part.curves[name][step - 1]) - where.y())
                for name in CURVES.get(row, ("x",))
            }
            nearest = min(heights, key=lambda name: heights[name])
            near = heights[nearest] <= self.style_now.px(_GRASP)
            if near and abs(axes.x(step) - where.x()) <= self.style_now.px(_GRASP + 3):
                return Quantity(nearest, step)
        return None

    # The twin of the dots for keys and screen readers

    def _step_knob(self) -> StepKnob:
        quantity = Quantity("x", 1)
        knob = StepKnob(quantity, limits(quantity), self.style_now, self)
        self.pass_on(knob)
        knob.pointed_at.connect(lambda _: self.plots.repaint_curves())
        knob.walked.connect(self._walk)
        address(knob, quantity)
        return knob

    def _walk(self, way: int) -> None:
        self._show_knob(max(1, min(self._steps(), self.knob.quantity.step + way)))
        self.plots.repaint_curves()

    def _show_knob(self, step: int) -> None:
        if self.part is None or self._place is None:
            return
        step = min(step, self._steps())
        quantity, value = Quantity("x", step), self.part.curves["x"][step - 1]
        if quantity != self.knob.quantity:
            address(self.knob, quantity)
        self.knob.show_value(value)
        axes, px = self._place.axes["x"], self.style_now.px
        box = QRectF(0, 0, px(52), px(21))
        across = axes.x(step) + px(36) * (1 if axes.x(step) < axes.box.center().x() else -1)
        box.moveCenter(QPointF(across, axes.y(value)))
        self.knob.setGeometry(box.toAlignedRect())


def timeline_title() -> str:
    """The title of the card."""
    return QCoreApplication.translate("TimelineView", "Through time")


def timeline_hints() -> tuple[str, ...]:
    """What may stand beside the title, the longest first."""
    return (
        QCoreApplication.translate("TimelineView", "drag the dots to change the input · click to move t"),
        QCoreApplication.translate("TimelineView", "drag the dots · click to move t"),
    )


def row_names() -> dict[str, str]:
    """What the rows are called."""
    return {
        "x": QCoreApplication.translate("TimelineView", "x"),
        "gates": QCoreApplication.translate("TimelineView", "gates"),
        "states": QCoreApplication.translate("TimelineView", "c, h, g"),
    }
