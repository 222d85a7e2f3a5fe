"""The cell at the step shown: the diagram, with knobs for what the cell reads."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import LSTM
from lstm_gui.graph.states import STATES
from lstm_gui.gui.simulator.canvas import Canvas, paint_card, paint_frame, paint_glow
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.diagram.gate_drag import GateDrag
from lstm_gui.gui.simulator.diagram.head import DiagramHead, ring_note
from lstm_gui.gui.simulator.diagram.layout import DiagramLayout, diagram_layout
from lstm_gui.gui.simulator.diagram.matrix import entry_at, matrix_spot
from lstm_gui.gui.simulator.diagram.paint import paint_living_diagram, paint_still_diagram
from lstm_gui.gui.simulator.diagram.words import (
    diagram_hints,
    diagram_title,
    gate_tip,
    held_words,
    strip_words,
)
from lstm_gui.gui.simulator.knobs.drag_speed import is_click
from lstm_gui.gui.simulator.knobs.knob_face import ring_face
from lstm_gui.gui.simulator.knobs.release_button import ReleaseButton
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.quantity_view import address
from lstm_gui.gui.simulator.strip import caption_lead, caption_words, paint_strip
from lstm_gui.gui.simulator.style import TITLE, Style
from lstm_gui.gui.simulator.text import width
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.simulator.frame import CellPart, TransportPart
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.quantity import Quantity

FLASH_MS = 300
_WIDE_STEP = 188  # what stands beside the title does not move, and is clear of it, at whatever step


class DiagramView(Canvas):
    """Shows a CellPart.

    Signals: those of Canvas; and `pre_activation_edited(str, float)` with the gate and the z wanted, between
    edit_began and edit_ended with the gate's bias, as of OperatingView.
    """

    pre_activation_edited = Signal(str, float)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: CellPart | None = None
        self.looked_at = False  # whether it is the one of two whose weights are shown
        self._caption = self._lead = ""
        self._beside = 0.0  # what the fields beside the title fill
        self._pointed: str | None = None
        self._entry: Quantity | None = None  # the number of a matrix that is pointed at
        self._held: GateDrag | None = None
        self._pressed_at = QPointF()
        self._layout: DiagramLayout | None = None
        self._glow = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FLASH_MS)
        self._glow.valueChanged.connect(lambda _: self.update())
        self._looks = looks_of(LSTM)
        self._every_knob: dict[str, ValueKnob] = {}  # of all cells that were shown
        self._every_release: dict[str, ReleaseButton] = {}
        self.releases: dict[str, ReleaseButton] = {}
        self.head = DiagramHead(style, self)
        self.head.grown.connect(self._place)
        self._take(self._looks)

    # What is shown

    def show_part(self, part: CellPart) -> None:
        """Show the numbers of a step."""
        before, self.part = self.part, part
        other = before is None or (part.kind, part.direction) != (before.kind, before.direction)
        if other:
            self._take(looks_of(part.kind))
        self.head.show_part(part)
        for name, knob in self.knobs.items():
            quantity = part.address(name)
            if other or quantity != knob.quantity:
                address(knob, quantity, part.kind)
            knob.note = ring_note(name, part)
            knob.show_value(part.values[name], overridden=name in part.overridden)
        for name, button in self.releases.items():
            button.setVisible(name in part.overridden)
        self.update()

    def show_caption(self, part: TransportPart) -> None:
        """Show what the scene claims, or claimed before it was changed, while nothing is pointed at."""
        self._caption, self._lead = part.caption, caption_lead(part)
        self.setAccessibleDescription(caption_words(part))
        self.update()

    def flash(self) -> None:
        """Let the card's border light up and fade, once: what it shows is another scene."""
        self._glow.stop()
        self._glow.start()

    @property
    def direction(self) -> str:
        """The arrow of the direction it reads in, where there are two, else ""."""
        return self.part.direction if self.part is not None else ""

    @property
    def is_flashing(self) -> bool:
        """Whether the border is lit."""
        return self._glow.state() == QVariantAnimation.State.Running

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.head.set_style(style)
        self._place()

    def controls(self) -> list[QWidget]:
        """What the keyboard comes to, in order: sizes, each value, and what lets go of it."""
        found = self.head.controls()
        for name in self._looks.rings:
            found += [self.knobs[name], *([self.releases[name]] if name in self.releases else [])]
        return found

    # Drawing

    def still_key(self) -> object:
        return (self.part.step, self.part.kind, self.part.direction, *self.head.still_key) if self.part else 0

    def paint_still(self, painter: QPainter) -> None:
        step = self.part.step if self.part else 1
        paint_card(
            painter,
            self._card(),
            self.style_now,
            diagram_title(step, self._looks.graph.kind, self.direction),
            diagram_hints(),
            self._beside,
        )
        self.head.paint_words(painter)
        paint_still_diagram(painter, self._fitted(), self.style_now, self._looks)

    def paint_living(self, painter: QPainter) -> None:
        if self.part is None:
            return
        if self.is_flashing:
            paint_glow(painter, self._card(), self.style_now, float(self._glow.currentValue()))
        if self.looked_at:
            paint_frame(painter, self._card(), self.style_now)
        place = self._fitted()
        paint_living_diagram(painter, place, self.part, self.style_now, self.highlight)
        self.paint_foot(painter, place.strip)

    def strip_box(self) -> QRectF:
        """Where the caption stands."""
        return self._fitted().strip

    def paint_foot(self, painter: QPainter, strip: QRectF) -> None:
        """Write what the scene claims, or the equation of what is pointed at."""
        words = strip_words()
        paint_strip(painter, strip, self.style_now, self._caption, self.highlight, words, self._lead)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _card(self) -> QRectF:
        return self.rect().toRectF()

    def _fitted(self) -> DiagramLayout:
        if self._layout is None:
            below = self._card().adjusted(0, self.head.row_height, 0, 0)
            self._layout = diagram_layout(below, self.style_now, self._looks.graph.kind)
        return self._layout

    def _place(self) -> None:
        self._layout = None
        title = diagram_title(_WIDE_STEP, self._looks.graph.kind, self.direction)
        wide = width(self.style_now.font(TITLE), title)
        self._beside = self.head.place(self.style_now.margin + wide, self.width())
        place = self._fitted()
        drawn = self.style_now.scaled(place.unit / self.style_now.zoom)
        for name, knob in self.knobs.items():
            knob.setGeometry(place.ring_box(name).toAlignedRect())
            knob.set_style(drawn, 14)
        for name, button in self.releases.items():
            button.set_style(drawn)
            ring = place.rings[name]
            low = ring.y() + 29 * place.unit
            left = max(4.0, ring.x() - button.width() / 2)
            button.move(round(left), round(low))

    # Pointing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        gate = self._block_at(event.position())
        if gate and self.part is not None and event.button() == Qt.MouseButton.LeftButton:
            self._held = GateDrag(gate, event.position(), self.part.values[f"z_{gate}"])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            self._hover(event.position())
            return
        if self._held.starts(event.position()):
            self.edit_began.emit(self._bias_of(self._held.gate))
        if self._held.moving:
            z = self._held.wanted(event.position(), event.modifiers())
            self.pre_activation_edited.emit(self._held.gate, z)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.part is None:
            return
        held, self._held = self._held, None
        name = self._at(event.position())
        entry = entry_at(self._fitted(), self.part, event.position())
        if held is not None and held.moving:
            self.edit_ended.emit()
        elif entry is not None and is_click(self._pressed_at, event.position()):
            self.picked.emit(entry)
        elif name and is_click(self._pressed_at, event.position()):
            self.picked.emit(self.part.address(name))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        gate = self._block_at(event.position())
        if gate:
            self.reset_requested.emit(self._bias_of(gate))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def spot(self, quantity: Quantity) -> QRectF | None:
        """The box, ring or pill of a quantity at the step shown."""
        place, name = self._fitted(), quantity.name
        if self.part is not None and name in self.part.matrices:
            return matrix_spot(place, self.part, quantity)
        if self.part is None or quantity != self.part.address(name):
            return None
        ring = place.ring_box(name) if name in place.rings else None
        return ring or place.gates.get(name) or place.pills.get(name)

    def _hover(self, where: QPointF) -> None:
        """Point at what is drawn at a place: a number of a matrix, or what has a name of its own."""
        entry = entry_at(self._fitted(), self.part, where) if self.part is not None else None
        if entry is None:
            left, self._entry = self._entry is not None, None
            if left:
                self.pointed_at.emit(None)
            self._point(self._at(where))
        elif entry != self._entry:
            self._point(None)
            self._entry = entry
            self.pointed_at.emit(entry)

    def _point(self, name: str | None) -> None:
        if name == self._pointed or self.part is None:
            return
        self._pointed = name
        graph = self._looks.graph
        is_gate = graph.gate_of.get(graph.block_of(name or "")) == name
        self.setCursor(Qt.CursorShape.SizeVerCursor if is_gate else Qt.CursorShape.ArrowCursor)
        self.setToolTip(gate_tip(name, self._looks) if name and is_gate else "")
        self.pointed_at.emit(self.part.address(name) if name else None)

    def _bias_of(self, gate: str) -> Quantity:
        """The bias of a gate of the unit shown."""
        return self.part.address(f"b_{gate}") if self.part is not None else Quantity(f"b_{gate}")

    def _gate_at(self, where: QPointF) -> str:
        """The gate whose box is at a place, or ""."""
        return next((gate for gate, box in self._fitted().gates.items() if box.contains(where)), "")

    def _block_at(self, where: QPointF) -> str:
        """The gate at a place that has a bias of its own to be dragged, or ""."""
        block = self._looks.graph.block_of(self._gate_at(where))
        return block if f"z_{block}" in self._looks.graph.quantity else ""

    def _at(self, where: QPointF) -> str | None:
        """The name of the quantity drawn at a place, or None."""
        place = self._fitted()
        if gate := self._gate_at(where):
            return gate
        for stem, ends in zip(place.plan.stems, place.stems, strict=True):
            if _strip_between(*ends, 9 * place.unit).contains(where):
                return stem.tells
        for name in place.rings:
            if place.ring_box(name).contains(where):
                return name
        for name, pill in place.pills.items():
            if pill.contains(where):
                return name
        for name, places in place.wires.items():
            pairs = pairwise(places)
            if any(_strip_between(*pair, 6 * place.unit).contains(where) for pair in pairs):
                return place.plan.wires[name].tells or None
        return None

    # Controls

    def _take(self, looks: CellLooks) -> None:
        """Show another kind of cell: what it reads has a knob, and what it carries can be let go of."""
        self._looks, self._layout, self._held = looks, None, None
        knobs, releases = self.knobs, self.releases
        for name in looks.rings:
            if name not in self._every_knob:
                self._every_knob[name] = self._knob(name)
            self._every_knob[name].show()
        for name in looks.rings[1:]:
            if name not in self._every_release:
                self._every_release[name] = self._release_button(name)
        self.knobs = {name: self._every_knob[name] for name in looks.rings}
        self.releases = {name: self._every_release[name] for name in looks.rings[1:]}
        self.put_away(knobs[name] for name in knobs.keys() - self.knobs.keys())
        self.put_away(releases[name] for name in releases.keys() - self.releases.keys())
        self.setAccessibleName(self.tr("The {cell} cell").format(cell=translated(looks.graph.title)))
        self._place()

    def _knob(self, name: str) -> ValueKnob:
        quantity = Quantity(name, 1)
        knob = ValueKnob(quantity, limits(quantity), ring_face, self.style_now, self)
        address(knob, quantity, self._looks.graph.kind)
        self.pass_on(knob)
        return knob

    def _release_button(self, name: str) -> ReleaseButton:
        button = ReleaseButton(held_words(), self._looks.roles[name], self.style_now, self)
        state = translated(STATES[self._looks.graph.read_of[name]].words)
        button.setAccessibleName(self.tr("Let go of the {state}").format(state=state))
        button.setToolTip(self.tr("Let go: the step reads what the cell computed again (Delete)"))
        button.clicked.connect(lambda: self.release_requested.emit(self.knobs[name].quantity))
        button.hide()
        return button


def _strip_between(start: QPointF, end: QPointF, half: float) -> QRectF:
    return QRectF(start, end).normalized().adjusted(-half, -half, half, half)
