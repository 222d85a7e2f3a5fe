"""Paints the cell: its wires, gates, nodes and rings, on any painter, by a layout."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from lstm_gui.gui.simulator.diagram_layout import NODE, DiagramLayout
from lstm_gui.gui.simulator.knob_face import KnobLook, paint_halo, read_ring
from lstm_gui.gui.simulator.mark import Mark, inked, mark_of
from lstm_gui.gui.simulator.number_text import number_text
from lstm_gui.gui.simulator.strokes import draw_dot, is_page
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.symbol import NAMES, put_symbol
from lstm_gui.gui.simulator.text import Align, put_centred, put_text
from lstm_gui.simulator.frame import CellPart, Highlight
from lstm_gui.simulator.quantity import Quantity

_THIN, _THICK = 1.5, 5.0  # a wire that carries 0, and what 1 adds to it, in the drawing's pixels
_HOLLOW = 4.2  # a wire that carries a negative number is at least so wide, and hollow
_WIRE_MEANS = {"kept": "c_previous", "c_down": "c", "written": "i"}  # which quantity's mark a wire wears
_WIRE_ROLE = {"kept": "c", "written": "c"}


def wire_values(values: Mapping[str, float]) -> dict[str, float]:
    """What each wire carries; the two products have no name of their own among the quantities."""
    named = {name: values[name] for name in ("x", "h_previous", "c_previous", "c", "tanh_c", "h", *"figo")}
    kept, written = values["f"] * values["c_previous"], values["i"] * values["g"]
    return named | {"c_down": values["c"], "kept": kept, "written": written}


def paint_still_diagram(
    painter: QPainter, place: DiagramLayout, style: Style, gate_names: Mapping[str, str]
) -> None:
    """Draw the neutral wires to the gates, and what each gate is for ("σ · keep")."""
    drawn = style.scaled(place.unit / style.zoom)
    painter.setPen(QPen(style.faint, 2.2 * place.unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    painter.drawLine(*place.bus)
    painter.setPen(QPen(style.faint, 1.8 * place.unit))
    for stem in place.stems.values():
        painter.drawLine(*stem)
    for gate, stem in place.stems.items():
        below = place.gates[gate].bottom() + 16.5 * place.unit
        put_text(
            painter,
            stem[0].x(),
            below,
            gate_names[gate],
            drawn.font(SMALL),
            style.palette.muted,
            Align.CENTRE,
        )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.faint)
    for stem in list(place.stems.values())[:-1]:
        painter.drawEllipse(stem[0], 3.2 * place.unit, 3.2 * place.unit)


def paint_living_diagram(
    painter: QPainter, place: DiagramLayout, part: CellPart, style: Style, highlight: Highlight | None
) -> None:
    """Draw everything that carries a number, the knobs aside: they paint themselves."""
    drawn = style.scaled(place.unit / style.zoom)
    marked = partial(_mark, part.step, highlight)
    for name, value in wire_values(part.values).items():
        role = style.palette.role(_WIRE_ROLE.get(name) or Quantity(name.replace("c_down", "c")).role)
        colour = inked(style, role.graphic, marked(_WIRE_MEANS.get(name, name)))
        _wire(painter, place.wires[name], value, colour, place.unit, style)
    _tanh(painter, place, drawn, marked("tanh_c"))
    for centre, sign in place.nodes.values():
        _node(painter, centre, sign, place.unit, style)
    for gate, box in place.gates.items():
        _gate(painter, box, gate, part.values[gate], drawn, marked(gate))
    for name in ("c_previous", "h_previous", "x", "c", "h"):
        _ring_name(painter, place, name, drawn, marked(name))
    for name in ("c", "h"):
        look = KnobLook(drawn, style.palette.role(name), number_text(part.values[name]), marked(name))
        read_ring(painter, place.rings[name], look)


def _mark(step: int, highlight: Highlight | None, name: str) -> Mark:
    return mark_of(highlight, Quantity(name, step))


def _wire(
    painter: QPainter, places: tuple[QPointF, ...], value: float, colour: QColor, unit: float, style: Style
) -> None:
    size = min(abs(value), 1.0)
    wide = (_THIN + _THICK * size) * unit
    if value < 0:
        wide = max(wide, _HOLLOW * unit)
    shade = mixed(style.faint, colour, 0.25 + 0.75 * size)
    painter.setPen(_flat(shade, wide))
    painter.drawPolyline(places)
    if value < 0:
        painter.setPen(_flat(mixed(style.palette.panel, shade, 0.22), wide - 2.8 * unit))
        painter.drawPolyline(places)


def _flat(colour: QColor, wide: float) -> QPen:
    return QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)


def _node(painter: QPainter, centre: QPointF, sign: str, unit: float, style: Style) -> None:
    draw_dot(painter, centre, NODE * unit, style.palette.text, 1.7 * unit, style.palette.panel)
    arm = 5.0 * unit
    painter.setPen(QPen(style.palette.text, 2.1 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    across, up = (
        (QPointF(arm, 0), QPointF(0, arm)) if sign == "+" else (QPointF(arm, arm), QPointF(arm, -arm))
    )
    if sign == "×":
        across, up = across * 0.85, up * 0.85
    painter.drawLine(centre - across, centre + across)
    painter.drawLine(centre - up, centre + up)


def _tanh(painter: QPainter, place: DiagramLayout, drawn: Style, mark: Mark) -> None:
    role, box = drawn.palette.role("c"), place.tanh
    halo = box.adjusted(-3 * place.unit, -3 * place.unit, 3 * place.unit, 3 * place.unit)
    paint_halo(painter, halo, halo.height() / 2, mark, role.graphic, drawn)
    painter.setPen(QPen(inked(drawn, role.graphic, mark), 1.6 * place.unit))
    painter.setBrush(drawn.palette.panel)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    ink = inked(drawn, role.ink, mark)
    put_centred(painter, box.center().x(), box.center().y() + 1 * place.unit, "tanh", drawn.font(SMALL), ink)


def _gate(painter: QPainter, box: QRectF, gate: str, value: float, drawn: Style, mark: Mark) -> None:
    role, unit, radius = drawn.palette.role(gate), drawn.zoom, drawn.zoom * 6
    colour, ink = inked(drawn, role.graphic, mark), inked(drawn, role.ink, mark)
    grown = box.adjusted(-4 * unit, -4 * unit, 4 * unit, 4 * unit)
    paint_halo(painter, grown, radius + 3 * unit, mark, role.graphic, drawn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(drawn.palette.panel)
    painter.drawRoundedRect(box, radius, radius)
    _fill(painter, box, radius, _filled(box, gate, value), mixed(drawn.palette.panel, colour, 0.2))
    pen = QPen(colour, (3.2 if mark is Mark.FOCUS else 2.2) * unit)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)
    if gate == "g":  # a candidate fills from the middle: up for positive, down for negative
        painter.setPen(QPen(colour, 0.8 * unit, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    middle = box.center().x()
    put_symbol(painter, drawn, middle, box.top() + 22 * unit, NAMES[gate], 17, ink, Align.CENTRE)
    text = inked(drawn, drawn.palette.text, mark)
    put_text(
        painter,
        middle,
        box.bottom() - 12 * unit,
        number_text(value),
        drawn.font(15, bold=True),
        text,
        Align.CENTRE,
    )


def _fill(painter: QPainter, box: QRectF, radius: float, part: QRectF, colour: QColor) -> None:
    """Fill the part of a rounded box. Clipping is faster; drawings for a page do not know it."""
    if is_page(painter):
        whole, cut = QPainterPath(), QPainterPath()
        whole.addRoundedRect(box, radius, radius)
        cut.addRect(part)
        painter.fillPath(whole.intersected(cut), colour)
        return
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def _filled(box: QRectF, gate: str, value: float) -> QRectF:
    """The part of a gate that its value fills: 0 … 1 from the bottom, −1 … 1 from the middle."""
    held = max(-1.0, min(1.0, value))
    if gate == "g":
        tip = box.center().y() - held * box.height() / 2
        return QRectF(QPointF(box.left(), box.center().y()), QPointF(box.right(), tip)).normalized()
    return QRectF(box.left(), box.bottom() - held * box.height(), box.width(), held * box.height())


def _ring_name(painter: QPainter, place: DiagramLayout, name: str, drawn: Style, mark: Mark) -> None:
    centre = place.rings[name]
    ink = inked(drawn, drawn.palette.role(Quantity(name).role).ink, mark)
    above = centre.y() - (25 + 11) * place.unit
    put_symbol(painter, drawn, centre.x(), above, NAMES[name], TEXT + 5, ink, Align.CENTRE)
