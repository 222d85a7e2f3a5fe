"""Where the heat maps of the weights stand: side by side, in two rows, or one block at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from lstm_gui.gui.simulator.cell_looks import CellLooks
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.frame import WeightsPart
from lstm_gui.simulator.quantity import Quantity

_LEAST = 7.5  # the sides of a cell that a hand finds, in pixels at 100 %
READ = (30.0, 14.0)  # those of a cell in which a number is read
_WIDEST, _HIGHEST = 38.0, 21.0
_MOST_READ = 180.0  # the height of all maps for the sake of reading numbers in them
_MOST_HEIGHT = 150.0  # of one map
_SIDE = 11.0  # where the unit shown is marked
_OVERHANG = 4.0  # by which a name may be wider than the last map
_BETWEEN, _ASIDE = 4.0, 12.0  # what lies between the maps of a block, and between two blocks


@dataclass(frozen=True)
class Sizes:
    """How many units and inputs the cell has."""

    units: int
    inputs: int

    @property
    def are_one(self) -> bool:
        """Whether there is one unit that reads one input."""
        return self.units == self.inputs == 1


def sizes_of(part: WeightsPart) -> Sizes:
    """How many units and inputs the weights are of."""
    rows = next(rows for name, rows in part.arrays.items() if name.startswith("W_"))
    return Sizes(len(rows), len(rows[0]))


@dataclass(frozen=True)
class MapPlace:
    """A map: a row for each unit, a column for each number that it reads."""

    name: str  # of the array: "W_f"
    block: str
    box: QRectF
    rows: int
    columns: int

    def cell(self, unit: int, column: int) -> QRectF:
        """Where a number stands."""
        wide, high = self.box.width() / self.columns, self.box.height() / self.rows
        return QRectF(self.box.left() + column * wide, self.box.top() + unit * high, wide, high)

    def at(self, where: QPointF) -> Quantity | None:
        """The number at a place, or None."""
        if not self.box.contains(where):
            return None
        unit = int((where.y() - self.box.top()) / self.box.height() * self.rows)
        column = int((where.x() - self.box.left()) / self.box.width() * self.columns)
        return Quantity(self.name, unit=min(unit, self.rows - 1), source=min(column, self.columns - 1))


@dataclass(frozen=True)
class MapsLayout:
    """All maps that are shown, in the order of reading."""

    places: tuple[MapPlace, ...]
    head: QRectF  # the title, and the blocks to choose from
    foot: QRectF  # the number pointed at, and the legend
    all_blocks: bool  # whether every block is shown, not one of them

    def place_of(self, name: str) -> MapPlace | None:
        """The map of that array, where it is shown."""
        return next((place for place in self.places if place.name == name), None)

    def at(self, where: QPointF) -> Quantity | None:
        """The number at a place, or None."""
        found = (place.at(where) for place in self.places)
        return next((quantity for quantity in found if quantity is not None), None)


def maps_height(style: Style, looks: CellLooks, sizes: Sizes, width: float) -> float:
    """How high the maps would like to stand in a card's width, in pixels."""
    around, high = sum(_around(style)), style.px(_HIGHEST)
    heights = [around + rows * (_letters(style) + sizes.units * high) for rows in (1, 2)]
    for rows, whole in zip((1, 2), heights, strict=True):
        if _fits_across(style, looks, sizes, width, rows, READ[0]) and whole <= style.px(_MOST_READ):
            return whole
    rows = next((rows for rows in (1, 2) if _fits_across(style, looks, sizes, width, rows)), 1)
    high = max(style.px(_LEAST), min(high, style.px(_MOST_HEIGHT) / (rows * sizes.units)))
    return around + rows * (_letters(style) + sizes.units * high)


def maps_layout(room: QRectF, style: Style, looks: CellLooks, sizes: Sizes, block: str) -> MapsLayout:
    """All blocks where each cell is large enough to be read, or at least to be taken hold of; else one."""
    head_high, foot_high = _around(style)
    head = QRectF(room.left(), room.top(), room.width(), head_high)
    foot = QRectF(room.left(), room.bottom() - foot_high, room.width(), foot_high)
    inner = room.adjusted(style.px(_SIDE), head_high, -style.px(_OVERHANG), -foot_high)
    for wide, least in (READ, (_LEAST, _LEAST)):
        for rows in (1, 2):
            high = (inner.height() / rows - _letters(style)) / sizes.units
            if _fits_across(style, looks, sizes, room.width(), rows, wide) and high >= style.px(least):
                places = tuple(_grid(inner, style, looks, sizes, rows))
                return MapsLayout(places, head, foot, all_blocks=True)
    places = tuple(_block(inner, style, looks, sizes, block))
    return MapsLayout(places, head, foot, all_blocks=len(looks.ordered_blocks) == 1)


def _around(style: Style) -> tuple[float, float]:
    """The heights of the head and the foot."""
    return (style.px(21), style.px(22)) if style.dense else (style.px(25), style.px(27))


def _letters(style: Style) -> float:
    """The height of the names above the maps."""
    return style.px(15 if style.dense else 18)


def _columns(looks: CellLooks, block: str, sizes: Sizes) -> dict[str, int]:
    """The arrays of a block, with the width of each."""
    given = looks.graph.parameters
    return {one.name: one.width(sizes.inputs, sizes.units) for one in given if one.block == block}


def _fits_across(
    style: Style, looks: CellLooks, sizes: Sizes, width: float, rows: int, least: float = _LEAST
) -> bool:
    """Whether the cells are wide enough where the blocks stand in so many rows."""
    across = ceil(len(looks.ordered_blocks) / rows)
    room = (width - style.px(_SIDE + _OVERHANG) - style.px(_ASIDE) * (across - 1)) / across
    return all(
        (room - style.px(_BETWEEN) * (len(columns) - 1)) / sum(columns.values()) >= style.px(least)
        for columns in (_columns(looks, block, sizes) for block in looks.ordered_blocks)
    )


def _grid(room: QRectF, style: Style, looks: CellLooks, sizes: Sizes, rows: int) -> Iterator[MapPlace]:
    blocks, aside = looks.ordered_blocks, style.px(_ASIDE)
    across = ceil(len(blocks) / rows)
    wide, high = (room.width() - aside * (across - 1)) / across, room.height() / rows
    for n, block in enumerate(blocks):
        left = room.left() + (n % across) * (wide + aside)
        box = QRectF(left, room.top() + (n // across) * high, wide, high)
        yield from _block(box, style, looks, sizes, block)


def _block(room: QRectF, style: Style, looks: CellLooks, sizes: Sizes, block: str) -> Iterator[MapPlace]:
    """The maps of a block from left to right, all cells of one size, from the upper left corner of a room."""
    columns, between, letters = _columns(looks, block, sizes), style.px(_BETWEEN), _letters(style)
    wide = (room.width() - between * (len(columns) - 1)) / sum(columns.values())
    high = (room.height() - letters) / sizes.units
    wide, high = min(wide, style.px(_WIDEST)), min(high, style.px(_HIGHEST))
    x, top = room.left(), room.top() + letters
    for name, count in columns.items():
        rows = looks.graph.parameter[name].height(sizes.units)
        yield MapPlace(name, block, QRectF(x, top, count * wide, rows * high), rows, count)
        x += count * wide + between


def walked(place: MapsLayout, quantity: Quantity, across: int, down: int) -> Quantity:
    """The number beside one: across through the maps, down through the units; held at the edges."""
    names = [one.name for one in place.places]
    here = place.place_of(quantity.name) or place.places[0]
    unit = max(0, min(here.rows - 1, quantity.unit + down))
    column, n = quantity.source + across, names.index(here.name)
    while column >= place.places[n].columns and n + 1 < len(names):
        column -= place.places[n].columns
        n += 1
    while column < 0 and n > 0:
        n -= 1
        column += place.places[n].columns
    column = max(0, min(place.places[n].columns - 1, column))
    return replace(quantity, name=names[n], unit=unit, source=column)
