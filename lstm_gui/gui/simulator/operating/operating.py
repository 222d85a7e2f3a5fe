"""The operating points: where each gate stands on its squashing curve, to be dragged along it."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.knobs.drag_speed import is_click
from lstm_gui.gui.simulator.knobs.knob_face import bare_face
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.operating.layout import CurvePlace, operating_layout
from lstm_gui.gui.simulator.operating.paint import paint_living_operating, paint_still_operating
from lstm_gui.gui.simulator.quantity_view import address
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.simulator.frame import OperatingPart
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.quantity import Quantity

_GRASP = 9.0  # how near the point the pointer must be to take hold of it, in pixels at 100 %
Z_REACH = Limits(-20.0, 20.0, 0.1, 2)


class OperatingView(Canvas):
    """Shows an OperatingPart.

    Signals: those of Canvas, the quantity of an edit being the gate's bias, which is what moves; and
    `pre_activation_edited(str, float)` with the gate and the z wanted, between edit_began and edit_ended.
    """

    pre_activation_edited = Signal(str, float)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: OperatingPart | None = None
        self._step = 1
        self._places: tuple[CurvePlace, ...] = ()
        self._held, self._pointed = "", ""
        self._pressed_at, self._resting = QPointF(), False  # resting: on a point, and not yet moved
        self.setAccessibleName(self.tr("Operating points of the gates"))
        self.setToolTip(self.tr("Drag a point along its curve: the gate's bias changes"))
        self._looks = looks_of(LSTM)
        self._every_knob: dict[str, ValueKnob] = {}  # of all cells that were shown
        self._take(self._looks)

    def show_part(self, part: OperatingPart) -> None:
        """Show where the gates stand."""
        before, self.part = self.part, part
        if before is None or part.kind != before.kind:
            self._take(looks_of(part.kind))
        elif (part.unit, part.direction) != (before.unit, before.direction):
            self._address_knobs()
        for gate, knob in self.knobs.items():
            knob.show_value(part.points[gate][0])
        self.update()

    def show_step(self, step: int) -> None:
        """Say which step the points belong to."""
        if step != self._step:
            self._step = step
            self._address_knobs()
            self.update()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self._place()

    # Drawing

    def still_key(self) -> object:
        return self._looks

    def paint_still(self, painter: QPainter) -> None:
        paint_card(painter, self.rect().toRectF(), self.style_now, operating_title(), operating_hints())
        paint_still_operating(painter, self._places, self.style_now, self._looks)

    def paint_living(self, painter: QPainter) -> None:
        if self.part is not None:
            paint_living_operating(
                painter, self._places, self.part, self._step, self.style_now, self.highlight, self._held
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._places = operating_layout(self.rect().toRectF(), self.style_now, self._looks.graph.kind)
        for place in self._places:
            knob = self.knobs[place.gate]
            knob.setGeometry(place.z_box.toAlignedRect())
            knob.set_style(self.style_now, SMALL)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._held, self._pressed_at = place.gate, event.position()
        self.knobs[place.gate].setFocus(Qt.FocusReason.MouseFocusReason)
        self.edit_began.emit(self._address(f"b_{place.gate}"))
        self._resting = self._point_box(place).contains(event.position())
        if not self._resting:
            self._drag_to(place, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._resting = self._resting and is_click(self._pressed_at, event.position())
            if not self._resting:
                self._drag_to(self._place_of(self._held), event.position())
            return
        place = self._at(event.position())
        self.setCursor(Qt.CursorShape.SizeHorCursor if place else Qt.CursorShape.ArrowCursor)
        self._point(place.gate if place else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            gate, self._held = self._held, ""
            self.edit_ended.emit()
            self.update()
            if self._resting:
                self.picked.emit(self._address(self._looks.graph.gate_of[gate]))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place is not None:
            self.reset_requested.emit(self._address(f"b_{place.gate}"))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point("")

    def _drag_to(self, place: CurvePlace, where: QPointF) -> None:
        self.pre_activation_edited.emit(place.gate, place.to_z(where.x()))

    def _point(self, gate: str) -> None:
        if gate != self._pointed:
            self._pointed = gate
            self.pointed_at.emit(self._address(f"z_{gate}") if gate else None)

    def spot(self, quantity: Quantity) -> QRectF | None:
        """The plot of a gate, for it and for its pre-activation."""
        gate = self._looks.graph.block_of(quantity.name)
        here = quantity.step == self._step and quantity == self._address(quantity.name)
        if gate not in self.knobs or not here:
            return None
        return self._place_of(gate).frame

    def _place_of(self, gate: str) -> CurvePlace:
        return next(place for place in self._places if place.gate == gate)

    def _point_box(self, place: CurvePlace) -> QRectF:
        """Around the point on its curve: a press there takes hold of it, and moves nothing yet."""
        box = QRectF(0, 0, 2 * self.style_now.px(_GRASP), 2 * self.style_now.px(_GRASP))
        if self.part is not None:
            box.moveCenter(place.to_pixel(*self.part.points[place.gate]))
        return box

    def _at(self, where: QPointF) -> CurvePlace | None:
        return next((place for place in self._places if place.frame.contains(where)), None)

    # The twin of a point for keys and screen readers

    def _take(self, looks: CellLooks) -> None:
        """Show the points of another kind of cell."""
        self._looks, self._held, self._pointed = looks, "", ""
        before = self.knobs
        for gate in looks.operating:
            if gate not in self._every_knob:
                self._every_knob[gate] = self._knob(gate)
            self._every_knob[gate].show()
        self.knobs = {gate: self._every_knob[gate] for gate in looks.operating}
        self.put_away(before[gate] for gate in before.keys() - self.knobs.keys())
        self._address_knobs()
        self._place()

    def _address_knobs(self) -> None:
        for gate, knob in self.knobs.items():
            address(knob, self._address(f"z_{gate}"), self._looks.graph.kind)

    def _address(self, name: str) -> Quantity:
        """The quantity that a name stands for: of the unit shown, at the step shown."""
        if self.part is None:
            return Quantity(name, 0 if name.startswith("b_") else self._step)
        return self.part.address(name, self._step)

    def _knob(self, gate: str) -> ValueKnob:
        quantity = Quantity(f"z_{gate}", self._step)
        knob = ValueKnob(quantity, Z_REACH, bare_face, self.style_now, self)
        knob.prefix_text = "z = "
        knob.edit_began.connect(lambda _: self.edit_began.emit(self._address(f"b_{gate}")))
        knob.edited.connect(lambda _, z: self.pre_activation_edited.emit(gate, z))
        knob.edit_ended.connect(self.edit_ended)
        knob.reset_requested.connect(lambda _: self.reset_requested.emit(self._address(f"b_{gate}")))
        knob.pointed_at.connect(self.pointed_at)
        knob.picked.connect(self.picked)
        return knob


def operating_title() -> str:
    """The title of the card."""
    return QCoreApplication.translate("OperatingView", "Operating points")


def operating_hints() -> tuple[str, ...]:
    """What may stand beside the title, the longest first."""
    return (
        QCoreApplication.translate("OperatingView", "drag along the curve = change bias"),
        QCoreApplication.translate("OperatingView", "drag = change bias"),
    )
