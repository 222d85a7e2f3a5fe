"""Paints the equations: a colour bar, a symbol, the numbers put in, and what they come to."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from lstm_gui.gui.simulator.mark import Mark, inked, mark_of
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.symbol import NAMES, put_symbol
from lstm_gui.gui.simulator.text import lines, put_text, width
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.frame import Equation, Highlight
from lstm_gui.simulator.quantity import Quantity

_ROWS = 6
_SIDE = 38.0  # the bar and the symbol, in pixels at 100 %
_TWO_LINES = 28.0  # a row this high, in pixels at 100 %, has room for two lines


def least_rows_height(style: Style) -> float:
    """How high the rows must stand together to have two lines each."""
    return _ROWS * style.px(_TWO_LINES + 0.6)


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
    boxes = equation_rows(room)
    written = equation_lines(equations, boxes[0].width() - style.px(_SIDE), boxes[0].height(), style)
    for n, (box, equation, text) in enumerate(zip(boxes, equations, written, strict=True)):
        mark = mark_of(highlight, equation.quantity)
        _ground(painter, box, style, equation.quantity.role, mark, focused=n == current)
        _row(painter, box, equation.quantity, text, style, mark)


def equation_lines(
    equations: Sequence[Equation], room: float, high: float, style: Style
) -> list[tuple[str, ...]]:
    """What each row of `high` pixels shows, in one line or two; all gates show as much as each other."""
    two = high >= style.px(_TWO_LINES)
    font = style.font(TEXT if two else _size_of_one_line(high, style))
    gates = [equation for equation in equations if equation.quantity.name in GATES]
    states = [equation for equation in equations if equation.quantity.name not in GATES]
    return [*_fitting(gates, room, font, two=two), *_fitting(states, room, font, two=two)]


def _fitting(
    equations: Sequence[Equation], room: float, font: QFont, *, two: bool
) -> Sequence[tuple[str, ...]]:
    """The fullest form in which all of them fit; the result always stands."""
    forms: list[list[tuple[str, ...]]] = []
    if two:
        forms.append([(f"= {equation.substituted}", equation.result) for equation in equations])
        forms.append([tuple(lines(f"= {equation.whole}", font, room, 2)) for equation in equations])
    forms.append(
        [(f"= {equation.substituted} {equation.at_once} {equation.value}",) for equation in equations]
    )
    forms.append([(_reduced(equation),) for equation in equations])
    forms.append([(f"= {equation.value}",) for equation in equations])
    return next((form for form in forms if _fits(form, font, room)), forms[-1])


def _reduced(equation: Equation) -> str:
    if not equation.reduced:
        return f"= {equation.whole}"
    return f"= {equation.reduced} {equation.from_reduced} {equation.value}"


def _fits(form: Sequence[tuple[str, ...]], font: QFont, room: float) -> bool:
    return all(width(font, line) <= room and not line.endswith("…") for row in form for line in row)


def _size_of_one_line(high: float, style: Style) -> float:
    return min(SMALL, 0.8 * high / style.zoom)


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


def _row(
    painter: QPainter, box: QRectF, quantity: Quantity, written: Sequence[str], style: Style, mark: Mark
) -> None:
    ink = inked(style, style.palette.role(quantity.role).ink, mark)
    text, muted = inked(style, style.palette.text, mark), inked(style, style.palette.muted, mark)
    middle, high = box.center().y(), box.height()
    symbol_x, left = box.left() + style.px(12), box.left() + style.px(_SIDE)
    size = min(16.0, 0.86 * high / style.zoom)
    put_symbol(painter, style, symbol_x, middle + style.px(0.19 * size), NAMES[quantity.name], size, ink)
    if len(written) == 2:
        font = style.font(TEXT)
        put_text(painter, left, middle - style.px(2.0), written[0], font, text)
        put_text(painter, left, middle + style.px(11.5), written[1], font, muted)
    else:
        two = high >= style.px(_TWO_LINES)
        font = style.font(TEXT if two else _size_of_one_line(high, style))
        put_text(painter, left, middle + style.px(min(4.0, 0.25 * size)), written[0], font, text)
