"""Paints the boxes of the diagram: gates, the candidate, and h of a cell that has nothing else."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lstm_gui.gui.palette import Role
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.knobs.knob_face import paint_halo
from lstm_gui.gui.simulator.mark import Mark, inked
from lstm_gui.gui.simulator.stamp import put_stamp
from lstm_gui.gui.simulator.style import Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text
from lstm_gui.simulator.frame import CellPart


def paint_gate(painter: QPainter, box: QRectF, gate: str, part: CellPart, drawn: Style, mark: Mark) -> None:
    """Draw a box that fills as far as its number goes."""
    unit, palette, value, looks = drawn.zoom, drawn.palette, part.values[gate], looks_of(part.kind)
    role, signed = palette.role(looks.roles[gate]), looks.fills_both_ways(gate)
    tint = mixed(palette.panel, inked(drawn, role.graphic, mark), 0.2)
    inner = box.adjusted(unit, unit, -unit, -unit)  # so far that the frame's round corners hide its own
    painter.fillRect(_filled(inner, value, signed=signed), tint)
    around = box.adjusted(-8 * unit, -8 * unit, 8 * unit, 8 * unit)
    symbol = looks.symbols[gate]
    key = ("gate", *symbol, role.name, signed, mark)
    put_stamp(painter, around, drawn, key, partial(_draw_gate, drawn, symbol, role, signed, mark))
    x, y, font = box.center().x(), box.bottom() - 12 * unit, drawn.font(15, bold=True)
    put_text(painter, x, y, part.written(gate), font, inked(drawn, palette.text, mark), Align.CENTRE)


def _draw_gate(
    drawn: Style,
    symbol: tuple[str, str],
    role: Role,
    signed: bool,
    mark: Mark,
    painter: QPainter,
    around: QRectF,
) -> None:
    unit, radius = drawn.zoom, drawn.zoom * 6
    colour, ink = inked(drawn, role.graphic, mark), inked(drawn, role.ink, mark)
    halo = around.adjusted(4 * unit, 4 * unit, -4 * unit, -4 * unit)
    box = halo.adjusted(4 * unit, 4 * unit, -4 * unit, -4 * unit)
    paint_halo(painter, halo, radius + 3 * unit, mark, role.graphic, drawn)
    painter.setPen(QPen(colour, (3.2 if mark is Mark.FOCUS else 2.2) * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)
    if signed:  # a candidate fills from the middle: up for positive, down for negative
        painter.setPen(QPen(colour, 0.8 * unit, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    baseline = box.top() + 22 * unit
    put_symbol(painter, drawn, box.center().x(), baseline, symbol, 17, ink, Align.CENTRE)


def _filled(box: QRectF, value: float, *, signed: bool) -> QRectF:
    """The part of a gate that its value fills: 0 … 1 from the bottom, −1 … 1 from the middle."""
    held = max(-1.0, min(1.0, value))
    if signed:
        tip = box.center().y() - held * box.height() / 2
        return QRectF(QPointF(box.left(), box.center().y()), QPointF(box.right(), tip)).normalized()
    return QRectF(box.left(), box.bottom() - held * box.height(), box.width(), held * box.height())
