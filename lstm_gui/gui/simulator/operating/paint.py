"""Paints the operating points: each gate's squashing curve and where on it the gate stands."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.graph.functions import FUNCTIONS, exponential, log_sigmoid
from lstm_gui.gui.palette import Role
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.mark import Mark, inked, mark_of
from lstm_gui.gui.simulator.operating.layout import Z_LIMIT, CurvePlace
from lstm_gui.gui.simulator.strokes import draw_dot
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text
from lstm_gui.simulator.frame import Highlight, OperatingPart
from lstm_gui.simulator.number_text import number_text

_POINTS = 96


def paint_still_operating(
    painter: QPainter, places: Iterable[CurvePlace], style: Style, looks: CellLooks
) -> None:
    """Draw frames, axes, curves and symbols."""
    for place in places:
        role = style.palette.role(looks.graph.block(place.gate).role)
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.setBrush(style.well)
        painter.drawRoundedRect(place.frame, style.px(6), style.px(6))
        painter.setPen(QPen(style.palette.border, 1))
        middle = place.to_pixel(0.0, place.low)
        painter.drawLine(middle, place.to_pixel(0.0, place.high))
        painter.drawLine(place.to_pixel(-Z_LIMIT, place.level), place.to_pixel(Z_LIMIT, place.level))
        if place.gate not in looks.graph.stabilised:  # else the curve moves with the numbers
            _curve(painter, place, FUNCTIONS[place.function], role, style)
        baseline = place.frame.top() + style.px(19)
        left = place.frame.left() + style.px(9)
        letter, _ = looks.symbols[looks.graph.gate_of[place.gate]]
        wide = put_symbol(painter, style, left, baseline, (letter, ""), 17, role.ink)
        if place.frame.width() > style.px(120):
            after, font = left + wide + style.px(6), style.font(SMALL)
            put_text(painter, after, baseline, place.function, font, style.palette.muted)


def _curve(
    painter: QPainter, place: CurvePlace, function: Callable[[float], float], role: Role, style: Style
) -> None:
    zs = [-Z_LIMIT + 2 * Z_LIMIT * n / (_POINTS - 1) for n in range(_POINTS)]
    painter.setPen(QPen(role.graphic, style.px(2.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline([place.to_pixel(z, function(z)) for z in zs])


def exponential_curve(part: OperatingPart, gate: str) -> Callable[[float], float]:
    """What a stabilised gate would be at another z, everything else at the step being as it is."""
    against = part.against[gate]
    sigmoid = gate == "f" and part.kind.options["forget"] == "sigmoid"
    logarithm = log_sigmoid if sigmoid else float
    return lambda z: exponential(min(0.0, logarithm(z) - against))


def paint_living_operating(
    painter: QPainter,
    places: Iterable[CurvePlace],
    part: OperatingPart,
    step: int,
    style: Style,
    highlight: Highlight | None,
    held: str = "",
) -> None:
    """Draw the points, their guides and values; `held` is the gate whose point is being dragged."""
    for place in places:
        z, activation = part.points[place.gate]
        looks = looks_of(part.kind)
        mark = _mark(highlight, part, place.gate, step)
        role = style.palette.role(looks.graph.block(place.gate).role)
        if place.gate in part.against:
            _curve(painter, place, exponential_curve(part, place.gate), role, style)
        _point(painter, place, z, activation, style, role, mark, strong=held == place.gate)


def _mark(highlight: Highlight | None, part: OperatingPart, block: str, step: int) -> Mark:
    """A plot shows both z and the activation; the stronger mark counts."""
    gate = looks_of(part.kind).graph.gate_of[block]
    both = {mark_of(highlight, part.address(name, step)) for name in (gate, f"z_{block}")}
    order = (Mark.FOCUS, Mark.CAUSE, Mark.EFFECT, Mark.DIMMED, Mark.PLAIN)
    return next(mark for mark in order if mark in both)


def _point(
    painter: QPainter,
    place: CurvePlace,
    z: float,
    activation: float,
    style: Style,
    role: Role,
    mark: Mark,
    *,
    strong: bool,
) -> None:
    colour, ink = inked(style, role.graphic, mark), inked(style, role.ink, mark)
    where = place.to_pixel(z, activation)
    guide = QPen(colour, style.px(1.1))
    guide.setDashPattern([2.5, 2.5])
    painter.setPen(guide)
    painter.drawLine(QPointF(place.curve.left(), where.y()), where)
    painter.drawLine(where, QPointF(where.x(), place.curve.bottom() + style.px(3)))
    radius = style.px(7.5 if strong or mark is Mark.FOCUS else 5.5)
    if strong or mark in (Mark.FOCUS, Mark.CAUSE, Mark.EFFECT):
        painter.setPen(
            QPen(colour, style.px(1.4), Qt.PenStyle.DotLine if mark is Mark.EFFECT else Qt.PenStyle.SolidLine)
        )
        painter.setBrush(mixed(style.well, colour, 0.25))
        painter.drawEllipse(where, radius + style.px(3), radius + style.px(3))
    draw_dot(painter, where, radius, style.well, style.px(1.2), colour)
    if abs(z) > Z_LIMIT:
        _beyond(painter, where, z, radius, style)
    right, baseline = place.frame.right() - style.px(9), place.frame.top() + style.px(18)
    put_text(
        painter, right, baseline, number_text(activation), style.font(TEXT + 1, bold=True), ink, Align.RIGHT
    )


def _beyond(painter: QPainter, where: QPointF, z: float, radius: float, style: Style) -> None:
    """A small arrow in the point: z lies beyond the axis."""
    way = 1.0 if z > 0 else -1.0
    arm = radius * 0.5
    painter.setPen(QPen(style.palette.panel, style.px(1.5)))
    tip = QPointF(where.x() + way * arm * 0.7, where.y())
    painter.drawPolyline([tip + QPointF(-way * arm, -arm), tip, tip + QPointF(-way * arm, arm)])
