"""The weights and biases: a small table of knobs below the equations, twelve of them for an LSTM."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.knobs.knob_face import field_face
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.quantity_view import QuantityView, address
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text
from lstm_gui.gui.simulator.weights.maps_layout import Sizes, maps_height, sizes_of
from lstm_gui.simulator.frame import Highlight, WeightsPart
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.quantity import Quantity

if TYPE_CHECKING:  # made when there are several units or inputs
    from lstm_gui.gui.simulator.weights.maps import WeightMaps

_ROW_WORDS = {"W": ("W", "x"), "U": ("U", "h"), "b": ("b", ""), "p": ("p", "c"), "bu": ("bu", "")}
_ROW_WORDS |= {f"G{gate}": ("G", gate) for gate in "ifo"}
_FEWEST = 3  # a column is no wider than where there are three
_SIDE = 44.0  # room for the names of the rows, in pixels at 100 %


class WeightsView(QuantityView):
    """Shows a WeightsPart on the ground of its card.

    Signals: those of QuantityView, and `grown()` when another cell needs another height.
    """

    grown = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(weights_title())
        self._looks = looks_of(LSTM)
        self._every_knob: dict[str, ValueKnob] = {}  # of all cells that were shown
        self.sizes = Sizes(1, 1)
        self.maps: WeightMaps | None = None
        self._take(self._looks)

    @property
    def looks(self) -> CellLooks:
        """How the cell that is shown is shown."""
        return self._looks

    def show_part(self, part: WeightsPart) -> None:
        """Show the weights and biases: a field each, or heat maps where there are several units or inputs."""
        sizes, kind = sizes_of(part), part.kind
        other = (kind, sizes) != (self._looks.graph.kind, self.sizes)
        if other:
            self.sizes = sizes
            self._take(looks_of(kind))
        if not sizes.are_one:
            self._show_maps(part)
        if other:
            self.grown.emit()
        for name, knob in self.knobs.items():
            knob.show_value(part.values[name])

    def show_highlight(self, highlight: Highlight | None) -> None:
        super().show_highlight(highlight)
        if self.maps is not None:
            self.maps.show_highlight(highlight)

    def spot(self, quantity: Quantity) -> QRectF | None:
        return super().spot(quantity) if self.sizes.are_one or self.maps is None else self.maps.spot(quantity)

    def height_within(self, width: float, most: float) -> float:
        """How high the weights stand in a card's width, in pixels: a table's height, or at most `most`."""
        if self.sizes.are_one:
            return weights_height(self.style_now, self._looks.graph.kind)
        return min(most, maps_height(self.style_now, self._looks, self.sizes, width))

    def controls(self) -> list[QWidget]:
        """What the keyboard comes to, in order."""
        return [*self.knobs.values(), *(self.maps.controls() if self.maps is not None else ())]

    def _show_maps(self, part: WeightsPart) -> None:
        """Show the heat maps, which are made when they are first needed."""
        if self.maps is None:
            from lstm_gui.gui.simulator.weights.maps import WeightMaps

            self.maps = WeightMaps(part, self.style_now, self)
            self.maps.tells(self)
            self.maps.set_style(self.style_now)
            self.maps.setGeometry(self.rect())
            for one, next_one in pairwise((self.parentWidget() or self, *self.maps.controls())):
                QWidget.setTabOrder(one, next_one)
        self.maps.show_part(part)
        self.maps.show()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        if self.maps is not None:
            self.maps.set_style(style)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on_page(painter)
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint what stands around the knobs."""
        if self.sizes.are_one:
            paint_weights_frame(painter, self.rect().toRectF(), self.style_now, self._looks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self.maps is not None:
            self.maps.setGeometry(self.rect())
        boxes = weight_boxes(self.rect().toRectF(), self.style_now, self._looks)
        for name, knob in self.knobs.items():
            knob.setGeometry(boxes[name].toAlignedRect())
            knob.set_style(self.style_now, SMALL)

    def _take(self, looks: CellLooks) -> None:
        """Show the weights of another kind of cell; whoever holds the table makes room for its rows."""
        self._looks = looks
        for knob in self.knobs.values():
            knob.hide()
        names = [name for name, _, _ in _cells(looks)] if self.sizes.are_one else []
        if self.maps is not None:
            self.maps.hide()
        for name in names:
            if name not in self._every_knob:
                self._every_knob[name] = self._knob(name)
            address(self._every_knob[name], Quantity(name), looks.graph.kind)
            self._every_knob[name].show()
        self.knobs = {name: self._every_knob[name] for name in names}
        self._place()
        self.update()

    def _knob(self, name: str) -> ValueKnob:
        quantity = Quantity(name)
        knob = ValueKnob(quantity, limits(quantity), field_face, self.style_now, self)
        knob.plus = True
        self.pass_on(knob)
        return knob


def _head_and_row(style: Style) -> tuple[float, float]:
    return (style.px(20), style.px(22)) if style.dense else (style.px(24), style.px(25))


def _cells(looks: CellLooks) -> Iterator[tuple[str, int, int]]:
    """The arrays in the order of reading, each with its row and its column."""
    for row, array in enumerate(looks.arrays):
        for column, block in enumerate(looks.ordered_blocks):
            if f"{array}_{block}" in looks.graph.parameter:
                yield f"{array}_{block}", row, column


def weights_height(style: Style, kind: Kind = LSTM) -> float:
    """How high the table stands, in pixels."""
    head, row = _head_and_row(style)
    return head + len(looks_of(kind).arrays) * row + style.px(2)


def weight_boxes(room: QRectF, style: Style, looks: CellLooks) -> dict[str, QRectF]:
    """Where each weight's field stands."""
    side, (head, high) = style.px(_SIDE), _head_and_row(style)
    wide = (room.width() - side) / max(_FEWEST, len(looks.ordered_blocks))
    inset, last = style.px(3), len(looks.ordered_blocks) - 1
    return {
        name: QRectF(
            room.left() + side + column * wide + inset,
            room.top() + head + row * high + style.px(1),
            wide - 2 * inset + (inset if column == last >= _FEWEST - 1 else 0),
            high - style.px(2),
        )
        for name, row, column in _cells(looks)
    }


def paint_weights_frame(painter: QPainter, room: QRectF, style: Style, looks: CellLooks) -> None:
    """Draw the ground, the heads of the columns and the names of the rows."""
    painter.fillRect(room, style.palette.panel)
    painter.setPen(QPen(style.palette.border, style.px(1)))
    painter.drawLine(room.topLeft(), room.topRight())
    boxes = weight_boxes(room, style, looks)
    baseline = room.top() + 0.75 * _head_and_row(style)[0]
    put_text(painter, room.left(), baseline, weights_title(), style.font(SMALL), style.palette.muted)
    for block in looks.ordered_blocks:
        ink, x = style.palette.role(looks.graph.block(block).role).ink, boxes[f"W_{block}"].center().x()
        put_symbol(painter, style, x, baseline, (block, ""), 15, ink, Align.CENTRE)
    rows = {row: boxes[name].center().y() for name, row, _ in _cells(looks)}
    for row, array in enumerate(looks.arrays):
        _row_name(painter, room.left(), rows[row] + style.px(4), _ROW_WORDS[array], style)


def _row_name(painter: QPainter, x: float, y: float, words: tuple[str, str], style: Style) -> None:
    for word in words:
        x += put_symbol(painter, style, x, y, (word, ""), 13, style.palette.muted) + style.px(3)


def weights_title() -> str:
    """What the table is called."""
    return QCoreApplication.translate("WeightsView", "Weights")
