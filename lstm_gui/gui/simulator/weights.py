"""The twelve weights and biases: a small table of knobs below the equations."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.knob_face import field_face
from lstm_gui.gui.simulator.quantity_view import QuantityView, address
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text
from lstm_gui.gui.simulator.value_knob import ValueKnob
from lstm_gui.simulator.frame import WeightsPart
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.quantity import Quantity

COLUMNS = ("f", "i", "g", "o")
LETTERS = ("W", "U", "b")
_ROW_WORDS = {"W": ("W", "x"), "U": ("U", "h"), "b": ("b", "")}
_SIDE = 44.0  # room for the names of the rows, in pixels at 100 %


class WeightsView(QuantityView):
    """Shows a WeightsPart on the ground of its card. Signals: those of QuantityView."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(weights_title())
        self.knobs = {
            f"{letter}_{gate}": self._knob(f"{letter}_{gate}") for letter in LETTERS for gate in COLUMNS
        }

    def show_part(self, part: WeightsPart) -> None:
        """Show the weights and biases."""
        for name, knob in self.knobs.items():
            knob.show_value(part.values[name])

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_weights_frame(painter, self.rect().toRectF(), self.style_now)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for name, box in weight_boxes(self.rect().toRectF(), self.style_now).items():
            self.knobs[name].setGeometry(box.toAlignedRect())
            self.knobs[name].set_style(self.style_now, SMALL)

    def _knob(self, name: str) -> ValueKnob:
        quantity = Quantity(name)
        knob = ValueKnob(quantity, limits(quantity), field_face, self.style_now, self)
        knob.plus = True
        address(knob, quantity)
        self.pass_on(knob)
        return knob


def _head_and_row(style: Style) -> tuple[float, float]:
    return (style.px(20), style.px(22)) if style.dense else (style.px(24), style.px(25))


def weights_height(style: Style) -> float:
    """How high the table stands, in pixels."""
    head, row = _head_and_row(style)
    return head + len(LETTERS) * row + style.px(2)


def weight_boxes(room: QRectF, style: Style) -> dict[str, QRectF]:
    """Where each weight's field stands."""
    side, (head, row) = style.px(_SIDE), _head_and_row(style)
    wide = (room.width() - side) / len(COLUMNS)
    inset = style.px(3)
    return {
        f"{letter}_{gate}": QRectF(
            room.left() + side + column * wide + inset,
            room.top() + head + n * row + style.px(1),
            wide - 2 * inset + (inset if column == len(COLUMNS) - 1 else 0),
            row - style.px(2),
        )
        for n, letter in enumerate(LETTERS)
        for column, gate in enumerate(COLUMNS)
    }


def paint_weights_frame(painter: QPainter, room: QRectF, style: Style) -> None:
    """Draw the ground, the heads of the columns and the names of the rows."""
    painter.fillRect(room, style.palette.panel)
    painter.setPen(QPen(style.palette.border, style.px(1)))
    painter.drawLine(room.topLeft(), room.topRight())
    boxes = weight_boxes(room, style)
    baseline = room.top() + 0.75 * _head_and_row(style)[0]
    put_text(painter, room.left(), baseline, weights_title(), style.font(SMALL), style.palette.muted)
    for gate in COLUMNS:
        ink = style.palette.role(gate).ink
        put_symbol(
            painter, style, boxes[f"W_{gate}"].center().x(), baseline, (gate, ""), 15, ink, Align.CENTRE
        )
    for letter in LETTERS:
        y = boxes[f"{letter}_f"].center().y() + style.px(4)
        letters = _ROW_WORDS[letter]
        wide = put_symbol(painter, style, room.left(), y, (letters[0], ""), 13, style.palette.muted)
        put_symbol(
            painter, style, room.left() + wide + style.px(3), y, (letters[1], ""), 13, style.palette.muted
        )


def weights_title() -> str:
    """What the table is called."""
    return QCoreApplication.translate("WeightsView", "Weights")
