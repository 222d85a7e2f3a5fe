"""A matrix memory in the diagram: a row for each unit, a column for each number of a key."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.diagram.layout import DiagramLayout
from lstm_gui.gui.simulator.mark import Mark, inked, mark_of
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text
from lstm_gui.lessons.scene import Matrix
from lstm_gui.simulator.direction import BACK
from lstm_gui.simulator.frame import CellPart, Highlight
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity

_ROLE = "c"
_LEGEND = "C"  # beside this one stands the scale
_MARKED = (Mark.FOCUS, Mark.CAUSE, Mark.EFFECT)


def entry_box(box: QRectF, count: int, row: int, column: int) -> QRectF:
    """Where a number of a matrix of so many rows and columns stands."""
    wide, high = box.width() / count, box.height() / count
    return QRectF(box.left() + column * wide, box.top() + row * high, wide, high)


def entry_at(place: DiagramLayout, part: CellPart, where: QPointF) -> Quantity | None:
    """The number of a matrix at a place, or None."""
    for name, box in place.matrices.items():
        rows = part.matrices.get(name, ())
        if rows and box.contains(where):
            row, column = (
                min(len(rows) - 1, int(length / size * len(rows)))
                for length, size in (
                    (where.y() - box.top(), box.height()),
                    (where.x() - box.left(), box.width()),
                )
            )
            return Quantity(name, part.step, row, column, backward=part.direction == BACK)
    return None


def matrix_spot(place: DiagramLayout, part: CellPart, quantity: Quantity) -> QRectF | None:
    """The box of a number of a matrix at the step shown, or None."""
    rows = part.matrices.get(quantity.name)
    if not rows or quantity.step != part.step or quantity.name not in place.matrices:
        return None
    return entry_box(place.matrices[quantity.name], len(rows), quantity.unit, quantity.source)


def sizes_of_matrices(part: CellPart) -> dict[str, float]:
    """How large each matrix is as a whole: the root of the sum of its squares."""
    return {name: float(np.sqrt(np.square(rows).sum())) for name, rows in part.matrices.items()}


def paint_matrices(
    painter: QPainter, place: DiagramLayout, part: CellPart, drawn: Style, highlight: Highlight | None
) -> None:
    """Draw every matrix, the row of the unit looked at, and the numbers that are pointed at or take part."""
    for name, box in place.matrices.items():
        rows = part.matrices[name]
        image = _image(rows, part.matrix_limit, drawn)
        painter.drawImage(box, image, QRectF(image.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(drawn.palette.role(_ROLE).graphic, 1.6 * drawn.zoom))
        painter.drawRect(box)
        symbol, ink = looks_of(part.kind).symbols[name], drawn.palette.role(_ROLE).ink
        if part.direction == BACK and name.endswith("_previous"):
            symbol = symbol[0], "t+1"
        top = box.top() - 7 * drawn.zoom
        put_symbol(painter, drawn, box.center().x(), top, symbol, TEXT + 5, ink, Align.CENTRE)
        _dashes(painter, box, rows, drawn)
        _row_looked_at(painter, box, part.seen.unit, len(rows), drawn)
        _marks(painter, box, name, part, highlight, drawn)
    if _LEGEND in place.matrices:
        _legend(painter, place.matrices[_LEGEND], part.matrix_limit, drawn)


def _image(rows: Matrix, limit: float, style: Style) -> QImage:
    from lstm_gui.gui.simulator.heat import heat_image, signed_table

    return heat_image(np.array(rows), -limit, limit, signed_table(style, _ROLE))


def _dashes(painter: QPainter, box: QRectF, rows: Matrix, drawn: Style) -> None:
    """A dash in each number below zero: colour alone would not say it."""
    painter.setPen(QPen(drawn.palette.text, 1.2 * drawn.zoom))
    for row, numbers in enumerate(rows):
        for column, number in enumerate(numbers):
            if number < 0:
                cell = entry_box(box, len(rows), row, column)
                half = min(4.0 * drawn.zoom, 0.3 * cell.width())
                middle = cell.center()
                painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))


def _row_looked_at(painter: QPainter, box: QRectF, unit: int, count: int, drawn: Style) -> None:
    if count > 1:
        row = entry_box(box, count, unit, 0)
        painter.setPen(QPen(drawn.palette.text, 1.4 * drawn.zoom))
        painter.drawRect(QRectF(box.left(), row.top(), box.width(), row.height()))


def _marks(
    painter: QPainter, box: QRectF, name: str, part: CellPart, highlight: Highlight | None, drawn: Style
) -> None:
    """A frame around each number that is pointed at, made of what is, or feeds it."""
    if highlight is None:
        return
    role, count = drawn.palette.role(_ROLE), len(part.matrices[name])
    for quantity in (*highlight.causes, *highlight.effects, highlight.focus):
        mark = mark_of(highlight, quantity)
        if quantity.name == name and quantity.step == part.step and mark in _MARKED:
            line = Qt.PenStyle.DotLine if mark is Mark.EFFECT else Qt.PenStyle.SolidLine
            wide = (2.6 if mark is Mark.FOCUS else 1.6) * drawn.zoom
            ink = drawn.palette.accent if mark is Mark.FOCUS else inked(drawn, role.ink, mark)
            painter.setPen(QPen(ink, wide, line))
            painter.drawRect(entry_box(box, count, quantity.unit, quantity.source))


def _legend(painter: QPainter, box: QRectF, limit: float, drawn: Style) -> None:
    """The scale beside a matrix, from −limit to limit."""
    from lstm_gui.gui.simulator.heat import scale_image, signed_table

    unit = drawn.zoom
    bar = QRectF(box.right() + 6 * unit, box.top(), 6 * unit, 0.36 * box.height())
    image = scale_image(signed_table(drawn, _ROLE))
    painter.drawImage(bar, image, QRectF(image.rect()))
    font, ink = drawn.font(SMALL), drawn.palette.muted
    decimals = 0 if limit == int(limit) else 1
    for value, y in ((limit, bar.top() + 8 * unit), (-limit, bar.bottom())):
        text = number_text(value, decimals)
        put_text(painter, bar.right() + 4 * unit, y, text, font, ink, Align.LEFT)
