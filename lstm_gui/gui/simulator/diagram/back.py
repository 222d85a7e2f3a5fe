"""The diagram of the cell that reads from the end: mirrored, for its time runs from right to left."""

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.diagram.layout import DiagramLayout
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.simulator.text import put_text, shortened
from lstm_gui.simulator.frame import CellPart
from lstm_gui.simulator.number_text import number_text

translate = QCoreApplication.translate


class BackwardDiagram(DiagramView):
    """Shows the CellPart of the cell that reads from the end; below it stands what both cells give."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        for box in (self.head.units, self.head.inputs):  # both cells have one size, chosen at the first
            box.hide()

    def show_part(self, part: CellPart | None) -> None:
        """Show the second cell; where a frame is due that takes it away, it stays as it is until then."""
        if part is not None:
            super().show_part(part)
            self.setAccessibleDescription(pair_words(part))

    def paint_foot(self, painter: QPainter, strip: QRectF) -> None:
        """Write the pair that the two cells give at the step."""
        if self.part is None:
            return
        style = self.style_now
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.drawLine(strip.topLeft(), strip.topRight())
        font = style.font(TEXT)
        text = shortened(pair_words(self.part), font, strip.width())
        put_text(painter, strip.left(), strip.center().y() + style.px(5), text, font, style.palette.muted)

    def _fitted(self) -> DiagramLayout:
        if self._layout is None:
            self._layout = flipped(super()._fitted(), self._card())
        return self._layout


def pair_words(part: CellPart) -> str:
    """What the two cells give at the step shown."""
    ahead, back = (number_text(h) for h in part.pair)
    told = translate("BackwardDiagram", "Output at t = {t}: (h→, h←) = ({ahead}, {back})")
    return told.format(t=part.step, ahead=ahead, back=back)


def flipped(place: DiagramLayout, card: QRectF) -> DiagramLayout:
    """A layout with left and right exchanged; what is written stays readable."""
    middle = card.center().x()
    return replace(place, **{one.name: _flipped(getattr(place, one.name), middle) for one in fields(place)})


def _flipped(value: Any, middle: float) -> Any:
    """Places and boxes on the other side, and those in tuples and tables; anything else as it is."""
    match value:
        case QPointF():
            return QPointF(2 * middle - value.x(), value.y())
        case QRectF():
            return QRectF(2 * middle - value.right(), value.y(), value.width(), value.height())
        case tuple():
            return tuple(_flipped(one, middle) for one in value)
        case dict():
            return {name: _flipped(one, middle) for name, one in value.items()}
    return value
