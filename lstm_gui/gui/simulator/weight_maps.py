"""The weights of a cell of several units or inputs, as heat maps whose every number can be moved."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.chip_row import Chip, ChipRow
from lstm_gui.gui.simulator.drag_speed import DRAG_STARTS, drag_speed, is_click
from lstm_gui.gui.simulator.map_knob import MapKnob
from lstm_gui.gui.simulator.map_pictures import MapPictures
from lstm_gui.gui.simulator.quantity_view import QuantityView, address
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_text, width
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.gui.simulator.weight_maps_layout import (
    MapsLayout,
    Sizes,
    maps_layout,
    sizes_of,
    walked,
)
from lstm_gui.gui.simulator.weight_maps_paint import (
    are_read,
    has_part,
    paint_cursor,
    paint_legend,
    paint_map,
    paint_marks,
    paint_names,
    paint_numbers,
    paint_readout,
)
from lstm_gui.simulator.direction import BACK
from lstm_gui.simulator.frame import Highlight, WeightsPart
from lstm_gui.simulator.places import place_of
from lstm_gui.simulator.quantity import Quantity

translate = QCoreApplication.translate

_FIELD = 54.0  # how wide the number's field is, in pixels at 100 %


class WeightMaps(QuantityView):
    """Shows a WeightsPart. Signals: those of QuantityView."""

    def __init__(self, part: WeightsPart, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part = part
        self.looks = looks_of(part.kind)
        self.block = self.looks.ordered_blocks[0]
        self.pictures = MapPictures()
        self._layout: MapsLayout | None = None
        self._hovered: Quantity | None = None
        self._held: tuple[QPointF, float] | None = None  # where a number was pressed, and what it was
        self.current = Quantity(f"W_{self.block}", unit=part.unit)  # where the keyboard is
        self.blocks = ChipRow(style, self)
        self.blocks.setAccessibleName(translate("WeightMaps", "Weights shown"))
        self.blocks.chosen.connect(self._choose_block)
        self.knob = MapKnob(self.current, style, self)
        self.pass_on(self.knob)
        self.knob.walked.connect(self._walk)
        self.knobs = {"": self.knob}
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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

    @property
    def sizes(self) -> Sizes:
        """How many units and inputs there are."""
        return sizes_of(self.part)

    @property
    def layout_now(self) -> MapsLayout:
        """Where the maps stand."""
        if self._layout is None:
            room = self.rect().toRectF()
            self._layout = maps_layout(room, self.style_now, self.looks, self.sizes, self.block)
        return self._layout

    def show_highlight(self, highlight: Highlight | None) -> None:
        before, self.highlight = self.highlight, highlight
        if _lit(before) != _lit(highlight):  # while a value is dragged, only the sentence is another
            self.update()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.blocks.set_style(style)
        self.knob.set_style(style, SMALL)
        self._place()

    def spot(self, quantity: Quantity) -> QRectF | None:
        place = self.layout_now.place_of(quantity.name)
        return None if place is None else place.cell(quantity.unit, quantity.source)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        cell = self.spot(self._shown())
        if cell is not None and (self._hovered is not None or self.knob.hasFocus()):
            paint_cursor(painter, cell, self.style_now, focused=self.knob.hasFocus())
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the maps as nobody points at them."""
        self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        style, layout, palette = self.style_now, self.layout_now, self.style_now.palette
        painter.fillRect(self.rect(), palette.panel)
        painter.setPen(QPen(palette.border, style.px(1)))
        painter.drawLine(QPointF(0, 0), QPointF(self.width(), 0))
        baseline = layout.head.center().y() + style.px(4)
        put_text(painter, 0, baseline, maps_title(), style.font(SMALL), palette.muted)
        paint_names(painter, layout, style, self.looks, self.part.unit)
        for place in layout.places:
            dimmed = not has_part(place, self.highlight)
            role = self.looks.roles[place.name]
            image = self.pictures.image(place.name, self.part.limit, role, style, dimmed=dimmed)
            dashes = [] if dimmed else self.pictures.dashes(place, style)
            paint_map(painter, place, image, dashes, style, self.part.unit)
            if are_read(place, style):
                paint_numbers(painter, place, self.pictures.numbers(place.name), image, style)
        paint_marks(painter, layout, self.highlight, style, self.looks)
        role = self.looks.roles[self._shown().name]
        taken = (
            self.blocks.geometry().right()
            if not layout.all_blocks
            else width(style.font(SMALL), maps_title())
        )
        room = layout.head.adjusted(taken + style.px(8), 0, 0, 0)
        paint_legend(painter, room, self.part.limit, role, style)
        self._paint_readout(painter, layout)

    def _paint_readout(self, painter: QPainter, layout: MapsLayout) -> None:
        quantity, style = self._shown(), self.style_now
        room = layout.foot.adjusted(style.px(_FIELD + 8), 0, 0, 0)
        ink = style.palette.role(self.looks.roles[quantity.name]).ink
        words = [self._words(quantity, name) for name in ("", quantity.name)]
        paint_readout(painter, room, words, ink, style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._layout = None
        style, layout = self.style_now, self.layout_now
        self.blocks.setVisible(not layout.all_blocks)
        after = width(style.font(SMALL), maps_title()) + style.px(10)
        self.blocks.take_room(style.px(22) * len(self.blocks.chips))
        self.blocks.move(round(after), round(layout.head.center().y() - self.blocks.height() / 2))
        field = QRectF(
            0, layout.foot.top() + style.px(3), style.px(_FIELD), layout.foot.height() - style.px(3)
        )
        self.knob.setGeometry(field.toAlignedRect())
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
        return None if quantity is None else replace(quantity, backward=self.part.direction == BACK)

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

    def _shown(self) -> Quantity:
        """The number in the field: what is pointed at, else where the keyboard is."""
        pointed = self._held is None and not self.knob.typing
        return self._hovered if self._hovered is not None and pointed else self.current

    def _show_number(self) -> None:
        quantity = replace(self._shown(), backward=self.part.direction == BACK)
        if quantity != self.knob.quantity or self.knob.role != self.looks.roles[quantity.name]:
            address(self.knob, quantity, self.part.kind)
            self.knob.setAccessibleName(self._words(quantity))
            self.knob.setToolTip(f"{self._words(quantity)}\n{maps_tip()}")
        numbers = self.pictures.numbers(quantity.name)
        self.knob.show_value(float(numbers[quantity.unit, quantity.source]))

    def _words(self, quantity: Quantity, name: str = "") -> str:
        """What a number is called, or `name`: "forget gate recurrent weight, unit 2 → unit 1"."""
        graph, sizes = self.looks.graph, (self.sizes.units, self.sizes.inputs)
        place = place_of(quantity, graph, sizes, self.part.names, translated)
        return ", ".join(part for part in (name or translated(graph.words(quantity.name)), place) if part)

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
        return Quantity(name, unit=unit, source=column, backward=self.part.direction == BACK)


def _lit(highlight: Highlight | None) -> tuple[object, ...]:
    """What of a highlight shows on the maps."""
    return () if highlight is None else (highlight.focus, highlight.causes, highlight.effects)


def maps_title() -> str:
    """What the maps are called."""
    return translate("WeightsView", "Weights")


def maps_tip() -> str:
    """What can be done with a number of a map."""
    return translate(
        "WeightMaps",
        "Drag up or down (Shift for fine), or type. Arrows go from cell to cell, "
        "Shift+arrows and PgUp/PgDn move the number. Double-click resets.",
    )
