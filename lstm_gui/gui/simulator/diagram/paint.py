"""Paints the cell: its wires, gates, signs and rings, on any painter, by a layout."""

from functools import partial
from math import prod

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.palette import Role
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.diagram.gate import paint_gate
from lstm_gui.gui.simulator.diagram.layout import DiagramLayout
from lstm_gui.gui.simulator.diagram.matrix import paint_matrices, sizes_of_matrices
from lstm_gui.gui.simulator.diagram.plan import DiagramPlan
from lstm_gui.gui.simulator.diagram.sign import paint_sign
from lstm_gui.gui.simulator.diagram.wire import paint_wire
from lstm_gui.gui.simulator.knobs.knob_face import KnobLook, paint_halo, read_ring
from lstm_gui.gui.simulator.mark import Mark, inked, mark_of
from lstm_gui.gui.simulator.stamp import put_stamp
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_centred, put_text
from lstm_gui.simulator.direction import BACK
from lstm_gui.simulator.frame import CellPart, Highlight


def symbol_of(name: str, looks: CellLooks, direction: str = "") -> tuple[str, str]:
    """The letter and the subscript of a ring: what is read backwards comes from the step after."""
    letter, subscript = looks.symbols[name]
    return letter, "t+1" if direction == BACK and subscript == "t−1" else subscript


def wire_values(part: CellPart, plan: DiagramPlan) -> dict[str, float]:
    """What each wire carries, of a matrix how large it is as a whole.

    What a sign makes without a name among the quantities is worked out; of what is hidden it makes nothing.
    """
    known, hidden = {**part.values, **sizes_of_matrices(part)}, set(part.hidden)
    for name, applies, parts in plan.made:
        numbers = [known[one] for one in parts]
        known[name] = 1.0 - numbers[0] if applies == "1 −" else prod(numbers)
        if not hidden.isdisjoint(parts):
            known[name] = 0.0
            hidden.add(name)
    return {name: known[line.carries] for name, line in plan.wires.items()}


def paint_still_diagram(painter: QPainter, place: DiagramLayout, style: Style, looks: CellLooks) -> None:
    """Draw the neutral wires to the gates, and what each gate is for ("σ · keep")."""
    drawn = style.scaled(place.unit / style.zoom)
    painter.setPen(QPen(style.faint, 2.2 * place.unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    for rail in place.rails:
        painter.drawLine(*rail)
    painter.setPen(QPen(style.faint, 1.8 * place.unit))
    for stem in place.stems:
        painter.drawLine(*stem)
    font, muted = drawn.font(TEXT), style.palette.muted
    for node in place.plan.of_form("gate"):
        box, words = place.gates[node.shows], looks.purpose(node.applies, node.shows)
        put_text(
            painter, box.center().x(), box.bottom() + 16.5 * place.unit, words, font, muted, Align.CENTRE
        )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.faint)
    ends = [end.toTuple() for _, end in place.rails]
    for foot, _ in place.stems:
        if foot.toTuple() not in ends:
            painter.drawEllipse(foot, 3.2 * place.unit, 3.2 * place.unit)


def paint_living_diagram(
    painter: QPainter, place: DiagramLayout, part: CellPart, style: Style, highlight: Highlight | None
) -> None:
    """Draw everything that carries a number, the knobs aside: they paint themselves."""
    _paint_living(painter, place, part, style, highlight, looks_of(part.kind).rings)


def paint_told_diagram(painter: QPainter, place: DiagramLayout, part: CellPart, style: Style) -> None:
    """Draw everything that carries a number where there are no knobs: what is read is told too."""
    _paint_living(painter, place, part, style, None, ())


def _paint_living(
    painter: QPainter,
    place: DiagramLayout,
    part: CellPart,
    style: Style,
    highlight: Highlight | None,
    knobs: tuple[str, ...],
) -> None:
    drawn, plan, looks = style.scaled(place.unit / style.zoom), place.plan, looks_of(part.kind)
    marked, palette = partial(_mark, part, highlight), style.palette
    for name, value in wire_values(part, plan).items():
        line = plan.wires[name]
        colour = inked(style, palette.role(line.role).graphic, marked(line.means))
        paint_wire(painter, place.wires[name], value, colour, line.share * place.unit, style)
    for name, box in place.pills.items():
        _pill(painter, box, drawn, plan.applied[name], palette.role(looks.roles[name]), marked(name))
    for centre, sign in place.nodes.values():
        paint_sign(painter, centre, sign, drawn)
    paint_matrices(painter, place, part, drawn, highlight)
    for gate, box in place.gates.items():
        paint_gate(painter, box, gate, part, drawn, marked(gate))
    for name in place.rings:
        symbol = symbol_of(name, looks, part.direction)
        _ring_name(painter, place, name, drawn, symbol, looks.roles[name], marked(name))
        if name not in knobs:
            role = palette.role(looks.roles[name])
            look = KnobLook(drawn, role, part.written(name), marked(name))
            read_ring(painter, place.rings[name], look)


def _mark(part: CellPart, highlight: Highlight | None, name: str) -> Mark:
    """What is hidden and has something in its place is asked for."""
    return Mark.FOCUS if part.hidden.get(name) else mark_of(highlight, part.address(name))


def _pill(painter: QPainter, pill: QRectF, drawn: Style, function: str, role: Role, mark: Mark) -> None:
    air = 6 * drawn.zoom
    box = pill.adjusted(-air, -air, air, air)
    key = ("pill", function, role.name, mark)
    put_stamp(painter, box, drawn, key, partial(_draw_pill, drawn, function, role, mark))


def _draw_pill(
    drawn: Style, function: str, role: Role, mark: Mark, painter: QPainter, around: QRectF
) -> None:
    unit = drawn.zoom
    halo = around.adjusted(3 * unit, 3 * unit, -3 * unit, -3 * unit)
    paint_halo(painter, halo, halo.height() / 2, mark, role.graphic, drawn)
    painter.setPen(QPen(inked(drawn, role.graphic, mark), 1.6 * unit))
    painter.setBrush(drawn.palette.panel)
    box = halo.adjusted(3 * unit, 3 * unit, -3 * unit, -3 * unit)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    ink = inked(drawn, role.ink, mark)
    put_centred(painter, box.center().x(), box.center().y() + unit, function, drawn.font(TEXT), ink)


def _ring_name(
    painter: QPainter,
    place: DiagramLayout,
    name: str,
    drawn: Style,
    symbol: tuple[str, str],
    role: str,
    mark: Mark,
) -> None:
    box = QRectF(0, 0, 48 * place.unit, 28 * place.unit)
    box.moveCenter(place.names[name])
    put_stamp(painter, box, drawn, (*symbol, role, mark), partial(_draw_ring_name, drawn, symbol, role, mark))


def _draw_ring_name(
    drawn: Style, symbol: tuple[str, str], role: str, mark: Mark, painter: QPainter, box: QRectF
) -> None:
    ink = inked(drawn, drawn.palette.role(role).ink, mark)
    baseline = box.top() + 20 * drawn.zoom
    put_symbol(painter, drawn, box.center().x(), baseline, symbol, TEXT + 5, ink, Align.CENTRE)
