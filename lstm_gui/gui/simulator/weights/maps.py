"""The weights of a cell of several units or inputs, as heat maps whose every number can be moved."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.chip_row import Chip
from lstm_gui.gui.simulator.knobs.drag_speed import DRAG_STARTS, drag_speed, is_click
from lstm_gui.gui.simulator.quantity_view import QuantityView, address
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.gui.simulator.weights.maps_canvas import WeightMapsCanvas
from lstm_gui.gui.simulator.weights.maps_layout import sizes_of, walked
from lstm_gui.simulator.frame import WeightsPart
from lstm_gui.simulator.quantity import Quantity

translate = QCoreApplication.translate


class WeightMaps(WeightMapsCanvas):
    """The maps that can be used. Signals: those of QuantityView."""

    def __init__(self, part: WeightsPart, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(part, style, parent)
        self.blocks.chosen.connect(self._choose_block)
        self.pass_on(self.knob)
        self.knob.walked.connect(self._walk)
        self.knobs = {"": self.knob}
        self.setMouseTracking(True)
        self.show_part(part)

    def tells(self, view: QuantityView) -> None:
        """Tell what a person does as that view's own."""
        self.edit_began.connect(view.edit_began)
        self.edited.connect(view.edited)
        self.edit_ended.connect(view.edit_ended)
        self.reset_requested.connect(view.reset_requested)
        self.pointed_at.connect(view.pointed_at)
        self.picked.connect(view.picked)

    def controls(self) -> list[QWidget]:
        """What the keyboard comes to, in order."""
        return [self.blocks, self.knob]

    # What is shown

    def show_part(self, part: WeightsPart) -> None:
        """Show the weights of all units, the row of one of them marked."""
        before, self.part = self.part, part
        if part.kind != before.kind:
            self._take(looks_of(part.kind))
        if (part.kind, sizes_of(part)) != (before.kind, sizes_of(before)):
            self._layout = None
        self.pictures.take(part.arrays)
        if part.unit != before.unit and not self.knob.hasFocus():
            self.current = replace(self.current, unit=part.unit)
        self._show_blocks()
        self._hovered = self._held_within(self._hovered) if self._hovered is not None else None
        self.current = self._held_within(self.current)
        self._show_number()
        self.update()

    # Pointing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        quantity = self._at(event.position())
        if quantity is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.current = quantity
        self.knob.setFocus(Qt.FocusReason.MouseFocusReason)
        self._show_number()
        self._held = event.position(), self.knob.shown

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            self._hover(self._at(event.position()))
            return
        start, value = self._held
        up = start.y() - event.position().y()
        if self.knob.editing or abs(up) >= DRAG_STARTS:
            self.knob.begin()
            self.knob.setValue(value + up * drag_speed(self.knob.limits, event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is None or event.button() != Qt.MouseButton.LeftButton:
            return
        (start, _), self._held = self._held, None
        if self.knob.editing:
            self.knob.end()
        elif is_click(start, event.position()):
            self.picked.emit(self.current)
        self._hover(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        quantity = self._at(event.position())
        if quantity is not None and event.button() == Qt.MouseButton.LeftButton:
            self.reset_requested.emit(quantity)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _at(self, where: QPointF) -> Quantity | None:
        quantity = self.layout_now.at(where)
        return None if quantity is None else replace(quantity, backward=self._backward)

    def _hover(self, quantity: Quantity | None) -> None:
        if quantity == self._hovered:
            return
        self._hovered = quantity
        self.setCursor(Qt.CursorShape.SizeVerCursor if quantity else Qt.CursorShape.ArrowCursor)
        if not self.knob.typing:
            self._show_number()
        self.pointed_at.emit(quantity or (self.current if self.knob.hasFocus() else None))
        self.update()

    # The field

    def _show_number(self) -> None:
        quantity = replace(self._shown(), backward=self._backward)
        if quantity != self.knob.quantity or self.knob.role != self.looks.roles[quantity.name]:
            address(self.knob, quantity, self.part.kind)
            self.knob.setAccessibleName(self._words(quantity))
            self.knob.setToolTip(f"{self._words(quantity)}\n{maps_tip()}")
        numbers = self.pictures.numbers(quantity.name)
        self.knob.show_value(float(numbers[quantity.unit, quantity.source]))

    def _walk(self, across: int, down: int) -> None:
        self._hovered = None
        here = self._held_within(self.current)
        if here.name not in [place.name for place in self.layout_now.places]:
            here = replace(here, name=self.layout_now.places[0].name, source=0)
        self.current = walked(self.layout_now, here, across, down)
        self._show_number()
        self.pointed_at.emit(self.current)
        self.update()

    # The blocks

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self._show_blocks()

    def _take(self, looks: CellLooks) -> None:
        """Show the weights of another kind of cell."""
        self.looks, self._layout = looks, None
        self._hovered, self._held = None, None
        if self.block not in looks.ordered_blocks:
            self.block = looks.ordered_blocks[0]

    def _show_blocks(self) -> None:
        roles, graph = self.style_now.palette, self.looks.graph
        chips = [
            Chip(block, translated(graph.block(block).words), ink=roles.role(graph.block(block).role).ink)
            for block in self.looks.ordered_blocks
        ]
        changed = [chip.text for chip in chips] != [chip.text for chip in self.blocks.chips]
        self.blocks.show_chips(chips, self.looks.ordered_blocks.index(self.block))
        if changed or self._layout is None:
            self._place()

    def _choose_block(self, place: int) -> None:
        self.block, self._layout = self.looks.ordered_blocks[place], None
        array = self.looks.graph.parameter[self.current.name].array
        wanted = f"{array}_{self.block}"
        self.current = self._held_within(replace(self.current, name=wanted))
        self._place()
        self._show_number()

    def _held_within(self, quantity: Quantity) -> Quantity:
        """The number there, or the nearest that the cell has and that is shown."""
        graph = self.looks.graph
        name = quantity.name
        if name not in graph.parameter or self.layout_now.place_of(name) is None:
            name = self.layout_now.places[0].name
        rows = self.part.arrays[name]
        unit, column = min(quantity.unit, len(rows) - 1), min(quantity.source, len(rows[0]) - 1)
        return Quantity(name, unit=unit, source=column, backward=self._backward)


def maps_tip() -> str:
    """What can be done with a number of a map."""
    return translate(
        "WeightMaps",
        "Drag up or down (Shift for fine), or type. Arrows go from cell to cell, "
        "Shift+arrows and PgUp/PgDn move the number. Double-click resets.",
    )
