"""The run through time under a hand: dots are dragged, strokes drawn, time is scrubbed, zoomed and panned."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.knobs.drag_speed import is_click
from lstm_gui.gui.simulator.quantity_view import address
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.timeline.band_keys import BandKeys
from lstm_gui.gui.simulator.timeline.canvas import TimelineCanvas
from lstm_gui.gui.simulator.timeline.layout import map_quantity
from lstm_gui.gui.simulator.timeline.pointing import quantity_at, row_at, spot_of
from lstm_gui.gui.simulator.timeline.step_knob import StepKnob
from lstm_gui.gui.simulator.timeline.stroke import DRAWING_KEYS, Stroke
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.quantity import Quantity


class TimelineView(TimelineCanvas):
    """The timeline that can be used.

    Signals: those of TimelineCanvas, `step_chosen(int)`, `drawn(dict[int, float])` between `edit_began` and
    `edit_ended`, with the steps that a stroke passed and its heights, `drawing_changed(bool)`, and
    `looked_at(int, int, int)`: a step, a unit and an input whose numbers are wanted.
    """

    looked_at = Signal(int, int, int)
    step_chosen = Signal(int)
    drawn = Signal(object)
    drawing_changed = Signal(bool)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.drawing = False  # whether the mouse draws without a key held
        self._held: tuple[Quantity, Axes, float] | None = None  # the dot dragged, on which axis, its reach
        self._stroke: Stroke | None = None
        self._scrubbing = False
        self._pointed: Quantity | None = None
        self._pressed: tuple[QPointF, Quantity | None] = (QPointF(), None)  # where, and on what
        self.setAccessibleName(self.tr("The run through time"))
        self.tools.drawing_changed.connect(self.set_drawing)
        self.knob = self._step_knob()
        self.band_keys = BandKeys(self)
        self.band_keys.came.connect(self._come_to)
        self.band_keys.chosen.connect(self._choose)
        self.band_keys.hide()

    def controls(self) -> list[QWidget]:
        """What the Tab key comes to, in order."""
        return [self.length, *self.tools.buttons, self.knob, self.band_keys, self.bar]

    # What is shown

    def show_part(self, part: TimelinePart) -> None:
        super().show_part(part)
        self._show_knob(min(self.knob.quantity.step, self._steps()))

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.knob.set_style(style, SMALL)

    def set_drawing(self, on: bool) -> None:
        """Let the mouse draw over the dots, or drag them."""
        if on != self.drawing:
            self.drawing = on
            self.tools.pencil.setChecked(on)
            self.drawing_changed.emit(on)

    def _arrange(self) -> None:
        super()._arrange()
        self._show_knob(self.knob.quantity.step)
        self._place_keys()

    def _focused_step(self) -> int:
        return self.knob.quantity.step if self.knob.hasFocus() else 0

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if event.button() != Qt.MouseButton.LeftButton or self.part is None or self._place is None:
            return
        row, found = row_at(self._place, where), self._at(where)
        axes, on_map = self._place.axes.get(row), row in self._place.maps
        self._pressed = where, None if on_map else found
        if found is not None and on_map:
            self._scrubbing = True
            self._choose(found)
            return
        source = self._place.extent.input_rows.get(row, self.part.source)
        draws = self._draws(event)
        if source != self.part.source:
            self.looked_at.emit(self.part.step, self.part.unit, source)
        if axes is not None and draws:
            self._begin_stroke(where, axes, source)
        elif axes is not None and found is not None and found.name == "x":
            self._held = found, axes, self._placed_for[1]
            self._take_up(found)
        elif self._place.plots.contains(where):
            self._scrubbing = True
            self._scrub_to(where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stroke is not None:
            self.drawn.emit(self._stroke.to(event.position()))
        elif self._held is not None:
            self._drag_to(event.position().y(), *self._held)
        elif self._scrubbing:
            self._scrub_to(event.position())
        else:
            self._hover(self._at(event.position()), draws=self._draws(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._scrubbing = False
        pressed, drew = self._pressed, self._stroke is not None
        if self._held is not None or drew:
            self._held = self._stroke = None
            self.edit_ended.emit()
        if pressed[1] is not None and not drew and is_click(pressed[0], event.position()):
            self._pressed = QPointF(), None
            self.picked.emit(pressed[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if self._draws(event):
            self.mousePressEvent(event)
        elif found is not None and found.name == "x":
            self.reset_requested.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl time is zoomed, sideways or with Shift it is panned; else the wheel scrolls the page."""
        held, turn = event.modifiers(), event.angleDelta()
        if self._place is None or not self._place.plots.contains(event.position()):
            event.ignore()
        elif held & Qt.KeyboardModifier.ControlModifier and turn.y():
            self.zoom_time(turn.y(), self._place.axes["x"].step(event.position().x()))
        elif turn.x() or (held & Qt.KeyboardModifier.ShiftModifier and turn.y()):
            by = max(1, self.time_view.span // 8)
            self._look_at(self.time_view.moved(-by if (turn.x() or turn.y()) > 0 else by))
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _draws(self, event: QMouseEvent) -> bool:
        """Whether the mouse draws there: in a row of x, with the pencil or with a key held."""
        wanted = self.drawing or bool(event.modifiers() & DRAWING_KEYS)
        if not wanted or self._place is None:
            return False
        return row_at(self._place, event.position()) in self._place.extent.input_rows

    def _begin_stroke(self, where: QPointF, axes: Axes, source: int) -> None:
        self._stroke = Stroke(where, axes, self._placed_for[1])
        self._take_up(Quantity("x", self._stroke.first, source=source))
        self.drawn.emit(self._stroke.begin())

    def _take_up(self, dot: Quantity) -> None:
        """An edit of a dot begins, and the keyboard is where the mouse is."""
        self._show_knob(dot.step)
        self.knob.setFocus(Qt.FocusReason.MouseFocusReason)
        self.edit_began.emit(dot)

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

    def _hover(self, found: Quantity | None, *, draws: bool = False) -> None:
        vertical = found is not None and found.name == "x"
        shape = Qt.CursorShape.SizeVerCursor if vertical else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.CrossCursor if draws else shape)
        if found != self._pointed:
            self._pointed = found
            self.pointed_at.emit(found)

    def _at(self, where: QPointF) -> Quantity | None:
        """What the pointer is on or near, or None."""
        if self.part is None or self._place is None:
            return None
        return quantity_at(self._place, self.part, self.style_now, where)

    def spot(self, quantity: Quantity) -> QRectF | None:
        """Around the point of a curve, a dot, or a cell of a heat map, where its step is in view."""
        if self.part is None or self._place is None:
            return None
        return spot_of(self._place, self.part, self.style_now, quantity)

    # Heat maps

    def _choose(self, cell: Quantity) -> None:
        """Look at the step of a cell, and at its unit or its input."""
        if self.part is not None:
            unit, source = self.part.unit, self.part.source
            unit, source = (unit, cell.source) if cell.name == "x" else (cell.unit, source)
            if (cell.step, unit, source) != (self.part.step, self.part.unit, self.part.source):
                self.looked_at.emit(cell.step, unit, source)

    def _come_to(self, cell: object) -> None:
        """The keyboard is on another cell of the heat maps, or on none."""
        if isinstance(cell, Quantity) and self.part is not None and self.part.runs is not None:
            from lstm_gui.gui.simulator.timeline.bands import cell_words

            self._look_at(self.time_view.holding(cell.step))
            self.band_keys.say(cell_words(self.part, cell))
        self.pointed_at.emit(cell)

    def _place_keys(self) -> None:
        """The twin of the heat maps lies over them."""
        place = self._place
        if place is None or self.part is None or not place.maps:
            self.band_keys.hide()
            return
        rows = [(map_quantity(row), n) for row, count in place.maps.items() for n in range(count)]
        self.band_keys.show_rows(tuple(self.part.address(name, 1, n) for name, n in rows), self._steps())
        self.band_keys.setGeometry(place.plots.toRect())
        self.band_keys.show()

    # The twin of the dots for keys and screen readers

    def _step_knob(self) -> StepKnob:
        quantity = Quantity("x", 1)
        knob = StepKnob(quantity, limits(quantity), self.style_now, self)
        self.pass_on(knob)
        knob.pointed_at.connect(self._follow_knob)
        knob.walked.connect(self._walk)
        address(knob, quantity)
        return knob

    def _follow_knob(self) -> None:
        """The dot that the keyboard is on comes into view."""
        if self.knob.hasFocus() and self._stroke is None and self._held is None:
            self._look_at(self.time_view.holding(self.knob.quantity.step))
        self.plots.repaint_curves()

    def _walk(self, way: int) -> None:
        self._show_knob(max(1, min(self._steps(), self.knob.quantity.step + way)))
        self._follow_knob()

    def _show_knob(self, step: int) -> None:
        if self.part is None or self._place is None:
            return
        step = min(step, self._steps())
        quantity = Quantity("x", step, source=self.part.source)
        value = self.part.curves["x"][step - 1]
        if quantity != self.knob.quantity:
            address(self.knob, quantity)
        self.knob.show_value(value)
        axes, px = self._place.axes["x"], self.style_now.px
        box = QRectF(0, 0, px(52), px(21))
        across = axes.x(step) + px(36) * (1 if axes.x(step) < axes.box.center().x() else -1)
        box.moveCenter(QPointF(across, axes.y(value)))
        self.knob.setGeometry(box.toAlignedRect())
