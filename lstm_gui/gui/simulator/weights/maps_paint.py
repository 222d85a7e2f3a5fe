"""Paints the heat maps of the weights: one image each, their names, what is marked, and the legend."""

from collections.abc import Sequence, Set
from itertools import groupby, pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from lstm_gui.gui.simulator.cell_looks import CellLooks
from lstm_gui.gui.simulator.chip_row import ink_on
from lstm_gui.gui.simulator.heat import SHADES, heat_image, signed_table
from lstm_gui.gui.simulator.mark import Mark, mark_of
from lstm_gui.gui.simulator.style import SMALL, TINY, Style
from lstm_gui.gui.simulator.symbol import put_symbol, symbol_width
from lstm_gui.gui.simulator.text import Align, put_centred, put_text, shortened, width
from lstm_gui.gui.simulator.weights.maps_layout import READ, MapPlace, MapsLayout
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.number_text import MINUS, number_text
from lstm_gui.simulator.quantity import Quantity

_SIGNED = 7.0  # a cell this wide and high has room for a sign, in pixels at 100 %
_NAME = 13.0  # the size of a map's name
_OVER = 4.0  # by which the last one of a block may reach beyond its map
_LEGEND, _SHORTEST = 54.0, 18.0  # the length of the scale


def map_image(values: FloatArray, limit: float, role: str, style: Style) -> QImage:
    """The numbers of an array (units, columns) as one picture, a pixel each.

    Colours go by the square root: beside a weight of 40, one of 2 must still be seen.
    """
    share = np.sign(values) * np.sqrt(np.abs(values) / limit)
    return heat_image(share, -1.0, 1.0, signed_table(style, role))


def paint_names(painter: QPainter, layout: MapsLayout, style: Style, looks: CellLooks, unit: int) -> None:
    """Write what each map is called, and mark the row of the unit shown."""
    for block, found in groupby(layout.places, key=lambda place: place.block):
        places = list(found)
        ink = style.palette.role(looks.graph.block(block).role).ink
        for place, box, symbol in named(places, style, looks):
            put_symbol(painter, style, box.center().x(), box.bottom(), symbol, _NAME, ink, Align.CENTRE)
            painter.setPen(QPen(style.palette.border, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.box.adjusted(-0.5, -0.5, 0.5, 0.5))
        if places[0].rows > 1:
            _arrow(painter, places[0].cell(unit, 0), style)


Named = tuple[MapPlace, QRectF, tuple[str, str]]  # where the name stands, its letter and subscript


def named(places: list[MapPlace], style: Style, looks: CellLooks) -> list[Named]:
    """The maps of a block and their names.

    Where not all of the subscripts have room, the first map has one, and its name begins before it.
    """
    with_all = [_named(place, style, looks, place.block) for place in places]
    clear = all(one.right() + 1 <= after.left() for (_, one, _), (_, after, _) in pairwise(with_all))
    last, box, _ = with_all[-1]
    if clear and box.right() <= last.box.right() + style.px(_OVER):
        return with_all
    first, box, symbol = with_all[0]
    box.moveRight(min(box.right(), first.box.right()))
    return [(first, box, symbol), *(_named(place, style, looks, "") for place in places[1:])]


def _named(place: MapPlace, style: Style, looks: CellLooks, subscript: str) -> Named:
    symbol = (looks.graph.parameter[place.name].array, subscript)
    box = QRectF(0, place.box.top() - style.px(18), symbol_width(style, *symbol, _NAME), style.px(13))
    box.moveCenter(QPointF(place.box.center().x(), box.center().y()))
    return place, box, symbol


def _arrow(painter: QPainter, cell: QRectF, style: Style) -> None:
    """A small triangle that points at a row."""
    tip, arm = QPointF(cell.left() - style.px(2.5), cell.center().y()), style.px(4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.palette.accent)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-1.3 * arm, -arm), tip + QPointF(-1.3 * arm, arm)]))


def paint_map(
    painter: QPainter, place: MapPlace, image: QImage, dashes: list[QLineF], style: Style, unit: int
) -> None:
    """Draw a map, dashes in the cells that are negative, and lines along the row of the unit shown."""
    painter.drawImage(place.box, image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if dashes:
        painter.setPen(QPen(style.palette.panel, style.px(1.2)))
        painter.drawLines(dashes)
    if place.rows > 1:
        row = place.cell(unit, 0)
        painter.setPen(QPen(style.palette.accent, 1))
        for y in (row.top(), row.bottom()):
            painter.drawLine(QLineF(place.box.left(), y, place.box.right(), y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def are_read(place: MapPlace, style: Style) -> bool:
    """Whether the cells of a map have room for their numbers."""
    cell = place.cell(0, 0)
    return cell.width() >= style.px(READ[0]) - 0.5 and cell.height() >= style.px(READ[1]) - 0.5


def paint_numbers(
    painter: QPainter, place: MapPlace, values: FloatArray, image: QImage, style: Style
) -> None:
    """Write the numbers into the cells of a map."""
    font, room = style.font(TINY), place.cell(0, 0).width() - 2
    for unit, row in enumerate(values.tolist()):
        for column, value in enumerate(row):
            texts = [number_text(value, decimals) for decimals in (2, 1, 0)]
            text = next((text for text in texts if width(font, text) <= room), texts[-1])
            middle, ink = place.cell(unit, column).center(), ink_on(image.pixelColor(column, unit))
            put_centred(painter, middle.x(), middle.y(), text, font, ink)


def dashes_of(place: MapPlace, values: FloatArray, style: Style) -> list[QLineF]:
    """The dashes that mark what is negative, where the cells have room for them but not for numbers."""
    cell = place.cell(0, 0)
    wide, high = cell.width(), cell.height()
    if min(wide, high) < style.px(_SIGNED) or are_read(place, style):
        return []
    units, columns = np.nonzero(values < 0)
    half = min(style.px(3), 0.25 * wide)
    xs = (place.box.left() + (columns + 0.5) * wide).tolist()
    ys = (place.box.top() + (units + 0.5) * high).tolist()
    return [QLineF(x - half, y, x + half, y) for x, y in zip(xs, ys, strict=True)]


def stepped_back(image: QImage, style: Style) -> QImage:
    """A map that has no part in what is pointed at."""
    dimmed = image.copy()
    veil = QColor(style.palette.panel)
    veil.setAlphaF(0.55)
    painter = QPainter(dimmed)
    painter.fillRect(dimmed.rect(), veil)
    painter.end()
    return dimmed


def lit_on(place: MapPlace, highlight: Highlight, *, backward: bool) -> set[Quantity]:
    """What of a map is pointed at, a cause or an effect; `backward` says which of two cells the map is of."""
    lit = (highlight.focus, *highlight.causes, *highlight.effects)
    return {quantity for quantity in lit if (quantity.name, quantity.backward) == (place.name, backward)}


def paint_marks(
    painter: QPainter, place: MapPlace, lit: Set[Quantity], highlight: Highlight, style: Style, colour: QColor
) -> None:
    """Frame what is pointed at, its causes and its effects."""
    for frame, mark in _frames(place, lit, highlight):
        line = Qt.PenStyle.DotLine if mark is Mark.EFFECT else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, style.px(2.2 if mark is Mark.FOCUS else 1.6), line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)


def _frames(place: MapPlace, here: Set[Quantity], highlight: Highlight) -> list[tuple[QRectF, Mark]]:
    """One frame around the numbers of a row that are marked alike."""
    found: dict[tuple[int, Mark], QRectF] = {}
    for quantity in here:
        mark = mark_of(highlight, quantity)
        cell, key = place.cell(quantity.unit, quantity.source), (quantity.unit, mark)
        found[key] = cell.united(found[key]) if key in found else cell
    return [(frame, mark) for (_, mark), frame in found.items()]


def paint_cursor(painter: QPainter, cell: QRectF, style: Style, *, focused: bool) -> None:
    """Frame the number that is pointed at, or that the keyboard is on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.palette.panel, style.px(4)))
    painter.drawRect(cell)
    painter.setPen(QPen(style.palette.accent if focused else style.palette.text, style.px(1.8)))
    painter.drawRect(cell)


def paint_legend(painter: QPainter, room: QRectF, limit: float, role: str, style: Style) -> None:
    """The scale at the right end of a room: its lowest number, the colours of a role, its highest.

    Where there is little room it is shorter, and where there is hardly any, it is left out.
    """
    font, ink, air = style.font(TINY), style.palette.muted, style.px(4)
    low, high = f"{MINUS}{number_text(limit, 0)}", f"+{number_text(limit, 0)}"
    long = min(style.px(_LEGEND), room.width() - width(font, low) - width(font, high) - 2 * air)
    if long < style.px(_SHORTEST):
        return
    baseline = room.center().y() + style.px(3.5)
    wide = put_text(painter, room.right(), baseline, high, font, ink, Align.RIGHT)
    bar = QRectF(0, 0, long, style.px(7))
    bar.moveCenter(QPointF(room.right() - wide - air - long / 2, room.center().y()))
    painter.drawImage(bar, map_image(np.linspace(-limit, limit, SHADES)[np.newaxis], limit, role, style))
    painter.setPen(QPen(style.palette.border, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    put_text(painter, bar.left() - air, baseline, low, font, ink, Align.RIGHT)


def paint_readout(painter: QPainter, room: QRectF, words: Sequence[str], ink: QColor, style: Style) -> None:
    """The name of the number that stands in the field beside: the first of `words` that fits."""
    font = style.font(SMALL)
    said = next((word for word in words if width(font, word) <= room.width()), words[-1])
    said = shortened(said, font, room.width())
    put_text(painter, room.left(), room.center().y() + style.px(4), said, font, ink)
