"""What the heat maps of the weights show: pictures, names, what is lit, and the number in the field."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.chip_row import ChipRow
from lstm_gui.gui.simulator.quantity_view import QuantityView
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_text, width
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.gui.simulator.weights.map_knob import MapKnob
from lstm_gui.gui.simulator.weights.map_pictures import MapPictures
from lstm_gui.gui.simulator.weights.maps_layout import MapPlace, MapsLayout, Sizes, maps_layout, sizes_of
from lstm_gui.gui.simulator.weights.maps_paint import (
    are_read,
    lit_on,
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


class WeightMapsCanvas(QuantityView):
    """Draws a WeightsPart. Signals: those of QuantityView."""

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
        self.knob = MapKnob(self.current, style, self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def sizes(self) -> Sizes:
        """How many units and inputs there are."""
        return sizes_of(self.part)

    @property
    def _backward(self) -> bool:
        """Whether the weights are of the cell that reads from the end."""
        return self.part.direction == BACK

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
            self._paint_map(painter, place)
        taken = width(style.font(SMALL), maps_title())
        if not layout.all_blocks:
            taken = self.blocks.geometry().right()
        room = layout.head.adjusted(taken + style.px(8), 0, 0, 0)
        paint_legend(painter, room, self.part.limit, self.looks.roles[self._shown().name], style)
        self._paint_readout(painter, layout)

    def _paint_map(self, painter: QPainter, place: MapPlace) -> None:
        """Draw a map with what is lit on it; one that has no part in what is pointed at steps back."""
        style, highlight, role = self.style_now, self.highlight, self.looks.roles[place.name]
        lit = lit_on(place, highlight, backward=self._backward) if highlight is not None else set()
        dimmed = highlight is not None and not lit
        image = self.pictures.image(place.name, self.part.limit, role, style, dimmed=dimmed)
        dashes = [] if dimmed else self.pictures.dashes(place, style)
        paint_map(painter, place, image, dashes, style, self.part.unit)
        if are_read(place, style):
            paint_numbers(painter, place, self.pictures.numbers(place.name), image, style)
        if highlight is not None:
            paint_marks(painter, place, lit, highlight, style, style.palette.role(role).graphic)

    def _paint_readout(self, painter: QPainter, layout: MapsLayout) -> None:
        quantity, style = self._shown(), self.style_now
        room = layout.foot.adjusted(style.px(_FIELD + 8), 0, 0, 0)
        ink = style.palette.role(self.looks.roles[quantity.name]).ink
        paint_readout(painter, room, self.readouts(quantity), ink, style)

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

    # What is told

    def _shown(self) -> Quantity:
        """The number in the field: what is pointed at, else where the keyboard is."""
        pointed = self._held is None and not self.knob.typing
        return self._hovered if self._hovered is not None and pointed else self.current

    def readouts(self, quantity: Quantity) -> list[str]:
        """What a number is called, in full and ever more briefly; the last is "U of f, unit 2 → unit 1"."""
        given = self.looks.graph.parameter[quantity.name]
        brief = translate("WeightsView", "{array} of {block}").format(array=given.array, block=given.block)
        numbered = place_of(quantity, self.looks.graph, self._both_sizes, translate=translated)
        named = ", ".join(part for part in (brief, self._place_words(quantity)) if part)
        return [self._words(quantity), named, ", ".join(part for part in (brief, numbered) if part)]

    @property
    def _both_sizes(self) -> tuple[int, int]:
        return self.sizes.units, self.sizes.inputs

    def _place_words(self, quantity: Quantity) -> str:
        return place_of(quantity, self.looks.graph, self._both_sizes, self.part.names, translated)

    def _words(self, quantity: Quantity) -> str:
        """What a number is called: "forget gate recurrent weight, unit 2 → unit 1"."""
        called = translated(self.looks.graph.words(quantity.name))
        return ", ".join(part for part in (called, self._place_words(quantity)) if part)


def _lit(highlight: Highlight | None) -> tuple[object, ...]:
    """What of a highlight shows on the maps."""
    return () if highlight is None else (highlight.focus, highlight.causes, highlight.effects)


def maps_title() -> str:
    """What the maps are called."""
    return translate("WeightsView", "Weights")
