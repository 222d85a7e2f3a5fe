"""Paints the equations: a colour bar, a symbol, the numbers put in, and what they come to."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lstm_gui.gui.simulator.mark import Mark, inked, mark_of
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.symbol import NAMES, put_symbol
from lstm_gui.gui.simulator.text import put_text, shortened, width
from lstm_gui.simulator.frame import Equation, Highlight

_ROWS = 6
_TWO_LINES = 32.0  # a row this high, in pixels at 100 %, has room for two lines


def equation_rows(room: QRectF) -> list[QRectF]:
    """The boxes of the six rows."""
    high = room.height() / _ROWS
    return [QRectF(room.left(), room.top() + n * high, room.width(), high) for n in range(_ROWS)]


def paint_equations(
    painter: QPainter,
    room: QRectF,
    equations: Sequence[Equation],
    style: Style,
    highlight: Highlight | None,
    current: int = -1,
) -> None:
    """Draw the rows; `current` is the row the keyboard is on, or −1."""
    for n, (box, equation) in enumerate(zip(equation_rows(room), equations, strict=True)):
        mark = mark_of(highlight, equation.quantity)
        _ground(painter, box, style, equation.quantity.role, mark, focused=n == current)
        _row(painter, box, equation, style, mark)


def _ground(painter: QPainter, box: QRectF, style: Style, role: str, mark: Mark, *, focused: bool) -> None:
    colour = style.palette.role(role).graphic
    if mark in (Mark.FOCUS, Mark.CAUSE, Mark.EFFECT) or focused:
        line = Qt.PenStyle.DotLine if mark is Mark.EFFECT else Qt.PenStyle.SolidLine
        edge = style.palette.accent if focused else colour
        painter.setPen(QPen(edge, style.px(1.6 if focused or mark is Mark.FOCUS else 1.0), line))
        painter.setBrush(mixed(style.palette.panel, colour, 0.1 if mark is Mark.FOCUS else 0.05))
        painter.drawRoundedRect(box.adjusted(-style.px(5), 1, style.px(5), -1), style.px(5), style.px(5))
    air = min(style.px(4), 0.15 * box.height())
    bar = QRectF(box.left(), box.top() + air, style.px(4), box.height() - 2 * air)
    painter.fillRect(bar, inked(style, colour, mark))


def _row(painter: QPainter, box: QRectF, equation: Equation, style: Style, mark: Mark) -> None:
    ink = inked(style, style.palette.role(equation.quantity.role).ink, mark)
    text, muted = inked(style, style.palette.text, mark), inked(style, style.palette.muted, mark)
    middle = box.center().y()
    symbol_x, left = box.left() + style.px(12), box.left() + style.px(38)
    size = min(16.0, 0.86 * box.height() / style.zoom)
    baseline = middle + style.px(0.19 * size)
    put_symbol(painter, style, symbol_x, baseline, NAMES[equation.quantity.name], size, ink)
    room = box.right() - left
    second = " = ".join(filter(None, (equation.reduced, equation.value)))
    if box.height() >= style.px(_TWO_LINES):
        first = _whole(equation, room, style)
        put_text(painter, left, middle - style.px(2.5), first, style.font(TEXT), text)
        put_text(painter, left, middle + style.px(12.5), f"= {second}", style.font(TEXT), muted)
    else:
        _one_line(
            painter, left, middle + style.px(min(4.0, 0.25 * size)), equation, room, box.height(), style, text
        )


def _whole(equation: Equation, room: float, style: Style) -> str:
    return shortened(f"= {equation.substituted}", style.font(TEXT), room)


def _one_line(
    painter: QPainter,
    left: float,
    baseline: float,
    equation: Equation,
    room: float,
    high: float,
    style: Style,
    ink: QColor,
) -> None:
    """As much of the equation as fits on one line; the result always does."""
    font = style.font(min(SMALL, 0.8 * high / style.zoom))
    middle = equation.reduced or equation.substituted
    for shown in (
        f"{equation.substituted} = {equation.value}",
        f"{middle} = {equation.value}",
        equation.value,
    ):
        if width(font, f"= {shown}") <= room:
            break
    put_text(painter, left, baseline, shortened(f"= {shown}", font, room), font, ink)
