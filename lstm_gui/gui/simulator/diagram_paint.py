"""Paints the cell: its wires, gates, nodes and rings, on any painter, by a layout."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.simulator.diagram_layout import NODE, DiagramLayout
from lstm_gui.gui.simulator.knob_face import KnobLook, paint_halo, read_ring
from lstm_gui.gui.simulator.mark import Mark, inked, mark_of
from lstm_gui.gui.simulator.stamp import put_stamp
from lstm_gui.gui.simulator.style import TEXT, Style, mixed
from lstm_gui.gui.simulator.symbol import NAMES, put_symbol
from lstm_gui.gui.simulator.text import Align, put_centred, put_text
from lstm_gui.gui.simulator.wire_paint import paint_wire
from lstm_gui.simulator.frame import CellPart, Highlight
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity

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
            drawn.font(TEXT),
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
        paint_wire(painter, place.wires[name], value, colour, place.unit, style)
    _tanh(painter, place, drawn, marked("tanh_c"))
    for centre, sign in place.nodes.values():
        _node(painter, centre, sign, drawn)
    for gate, box in place.gates.items():
        _gate(painter, box, gate, part.values[gate], drawn, marked(gate))
    for name in ("c_previous", "h_previous", "x", "c", "h"):
        _ring_name(painter, place, name, drawn, marked(name))
    for name in ("c", "h"):
        look = KnobLook(drawn, style.palette.role(name), number_text(part.values[name]), marked(name))
        read_ring(painter, place.rings[name], look)


def _mark(step: int, highlight: Highlight | None, name: str) -> Mark:
    return mark_of(highlight, Quantity(name, step))


def _node(painter: QPainter, centre: QPointF, sign: str, drawn: Style) -> None:
    half = (NODE + 1) * drawn.zoom
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    put_stamp(painter, box, drawn, ("node", sign), partial(_draw_node, drawn, sign))


def _draw_node(drawn: Style, sign: str, painter: QPainter, box: QRectF) -> None:
    centre, unit = box.center(), drawn.zoom
    painter.setPen(QPen(drawn.palette.text, 1.7 * unit))
    painter.setBrush(drawn.palette.panel)
    painter.drawEllipse(centre, NODE * unit, NODE * unit)
    arm = (5.0 if sign == "+" else 4.25) * unit
    painter.setPen(QPen(drawn.palette.text, 2.1 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    level, upright = QPointF(arm, 0), QPointF(0, arm)
    strokes = (level, upright) if sign == "+" else (level + upright, level - upright)
    for stroke in strokes:
        painter.drawLine(centre - stroke, centre + stroke)


def _tanh(painter: QPainter, place: DiagramLayout, drawn: Style, mark: Mark) -> None:
    air = 6 * place.unit
    box = place.tanh.adjusted(-air, -air, air, air)
    put_stamp(painter, box, drawn, ("tanh", mark), partial(_draw_tanh, drawn, mark))


def _draw_tanh(drawn: Style, mark: Mark, painter: QPainter, around: QRectF) -> None:
    role, unit = drawn.palette.role("c"), drawn.zoom
    halo = around.adjusted(3 * unit, 3 * unit, -3 * unit, -3 * unit)
    paint_halo(painter, halo, halo.height() / 2, mark, role.graphic, drawn)
    painter.setPen(QPen(inked(drawn, role.graphic, mark), 1.6 * unit))
    painter.setBrush(drawn.palette.panel)
    box = halo.adjusted(3 * unit, 3 * unit, -3 * unit, -3 * unit)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    ink = inked(drawn, role.ink, mark)
    put_centred(painter, box.center().x(), box.center().y() + unit, "tanh", drawn.font(TEXT), ink)


def _gate(painter: QPainter, box: QRectF, gate: str, value: float, drawn: Style, mark: Mark) -> None:
    unit, palette = drawn.zoom, drawn.palette
    tint = mixed(palette.panel, inked(drawn, palette.role(gate).graphic, mark), 0.2)
    inner = box.adjusted(unit, unit, -unit, -unit)  # so far that the frame's round corners hide its own
    painter.fillRect(_filled(inner, gate, value), tint)
    around = box.adjusted(-8 * unit, -8 * unit, 8 * unit, 8 * unit)
    put_stamp(painter, around, drawn, ("gate", gate, mark), partial(_draw_gate, drawn, gate, mark))
    x, y, font = box.center().x(), box.bottom() - 12 * unit, drawn.font(15, bold=True)
    put_text(painter, x, y, number_text(value), font, inked(drawn, palette.text, mark), Align.CENTRE)


def _draw_gate(drawn: Style, gate: str, mark: Mark, painter: QPainter, around: QRectF) -> None:
    role, unit, radius = drawn.palette.role(gate), drawn.zoom, drawn.zoom * 6
    colour, ink = inked(drawn, role.graphic, mark), inked(drawn, role.ink, mark)
    halo = around.adjusted(4 * unit, 4 * unit, -4 * unit, -4 * unit)
    box = halo.adjusted(4 * unit, 4 * unit, -4 * unit, -4 * unit)
    paint_halo(painter, halo, radius + 3 * unit, mark, role.graphic, drawn)
    painter.setPen(QPen(colour, (3.2 if mark is Mark.FOCUS else 2.2) * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)
    if gate == "g":  # a candidate fills from the middle: up for positive, down for negative
        painter.setPen(QPen(colour, 0.8 * unit, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    baseline = box.top() + 22 * unit
    put_symbol(painter, drawn, box.center().x(), baseline, NAMES[gate], 17, ink, Align.CENTRE)


def _filled(box: QRectF, gate: str, value: float) -> QRectF:
    """The part of a gate that its value fills: 0 … 1 from the bottom, −1 … 1 from the middle."""
    held = max(-1.0, min(1.0, value))
    if gate == "g":
        tip = box.center().y() - held * box.height() / 2
        return QRectF(QPointF(box.left(), box.center().y()), QPointF(box.right(), tip)).normalized()
    return QRectF(box.left(), box.bottom() - held * box.height(), box.width(), held * box.height())


def _ring_name(painter: QPainter, place: DiagramLayout, name: str, drawn: Style, mark: Mark) -> None:
    box = QRectF(0, 0, 48 * place.unit, 28 * place.unit)
    box.moveCenter(place.names[name])
    put_stamp(painter, box, drawn, ("name", name, mark), partial(_draw_ring_name, drawn, name, mark))


def _draw_ring_name(drawn: Style, name: str, mark: Mark, painter: QPainter, box: QRectF) -> None:
    ink = inked(drawn, drawn.palette.role(Quantity(name).role).ink, mark)
    baseline = box.top() + 20 * drawn.zoom
    put_symbol(painter, drawn, box.center().x(), baseline, NAMES[name], TEXT + 5, ink, Align.CENTRE)
