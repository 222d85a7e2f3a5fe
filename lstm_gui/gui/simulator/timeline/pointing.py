"""What stands where on the timeline: the dot, the point of a curve or the cell of a heat map at a place."""

from PySide6.QtCore import QPointF, QRectF

from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.timeline.layout import TimelineLayout, curves_in, map_quantity
from lstm_gui.simulator.direction import BACK
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.quantity import Quantity

_GRASP = 11.0  # how near a dot or a curve the pointer must be, in pixels at 100 %


def row_at(place: TimelineLayout, where: QPointF) -> str:
    """The row whose frame a place lies in, or ""."""
    return next((row for row, frame in place.frames.items() if frame.contains(where)), "")


def quantity_at(place: TimelineLayout, part: TimelinePart, style: Style, where: QPointF) -> Quantity | None:
    """The cell of a heat map at a place, or the dot or the point of a curve that is near."""
    row = row_at(place, where)
    if not row:
        return None
    return _cell_at(place, part, row, where) if row in place.maps else _near(place, part, style, row, where)


def _cell_at(place: TimelineLayout, part: TimelinePart, row: str, where: QPointF) -> Quantity | None:
    axes, n = place.axes[row], place.row_at(row, where.y())
    step = axes.step(where.x())
    if abs(axes.x(step) - where.x()) > axes.apart / 2:
        return None
    return part.address(map_quantity(row), step, n)


def _near(
    place: TimelineLayout, part: TimelinePart, style: Style, row: str, where: QPointF
) -> Quantity | None:
    axes = place.axes[row]
    step = axes.step(where.x())
    heights = {
        quantity: abs(axes.y(_value(part, quantity)) - where.y())
        for quantity in _drawn(place, part, row, step)
    }
    nearest = min(heights, key=lambda quantity: heights[quantity])
    near = heights[nearest] <= style.px(_GRASP) and abs(axes.x(step) - where.x()) <= style.px(_GRASP + 3)
    return nearest if near else None


def spot_of(place: TimelineLayout, part: TimelinePart, style: Style, quantity: Quantity) -> QRectF | None:
    """Around a quantity where it is shown: its cell, its dot or its point, if its step is in view."""
    for row, axes in place.axes.items():
        if not quantity.step or not axes.shows(quantity.step) or quantity.step > axes.steps:
            continue
        if row in place.maps:
            shown = map_quantity(row) == quantity.name and quantity.backward in (
                False,
                part.direction == BACK,
            )
            if shown and quantity not in _dots(place, quantity.step):
                return place.cell(row, quantity.source or quantity.unit, quantity.step)
        elif quantity in _drawn(place, part, row, quantity.step):
            half = style.px(_GRASP)
            box = QRectF(0, 0, 2 * half, 2 * half)
            box.moveCenter(axes.point(quantity.step, _value(part, quantity)))
            return box
    return None


def _dots(place: TimelineLayout, step: int) -> list[Quantity]:
    """The inputs that stand as dots at a step."""
    return [Quantity("x", step, source=source) for source in place.extent.input_rows.values()]


def _drawn(place: TimelineLayout, part: TimelinePart, row: str, step: int) -> list[Quantity]:
    """What is drawn at a step of a row that is no heat map."""
    inputs = place.extent.input_rows
    if row in inputs:
        return [Quantity("x", step, source=inputs[row])]
    back = row != curves_in(row)
    names = looks_of(part.kind).curves[curves_in(row)]
    return [Quantity(name, step, part.unit, backward=back) for name in names]


def _value(part: TimelinePart, quantity: Quantity) -> float:
    if quantity.name == "x":
        return part.input(quantity.source)[quantity.step - 1]
    own = part.backward if quantity.backward and part.backward is not None else part
    return own.curves[quantity.name][quantity.step - 1]
