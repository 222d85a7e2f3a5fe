"""Paints the equations: a colour bar, a symbol, the numbers put in, and what they come to."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.mark import Mark, inked, mark_of
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import lines, put_text, width
from lstm_gui.simulator.frame import Equation, EquationsPart, Highlight
from lstm_gui.simulator.quantity import Quantity

_LEAST = 4  # so many rows share the room at least: one alone would be too high
_SIDE = 38.0  # the bar and the symbol, in pixels at 100 %
_ONE_LINE = 13.0  # a row this high has room for one that can be read
_TWO_LINES = 28.0  # a row this high, in pixels at 100 %, has room for two lines


def least_rows_height(style: Style, kind: Kind = LSTM, *, two_lines: bool = True) -> float:
    """How high the rows must stand together to have two lines each, or one."""
    high = style.px(_TWO_LINES + 0.6 if two_lines else _ONE_LINE)
    return rows_sharing(len(looks_of(kind).graph.equations)) * high


def rows_sharing(count: int) -> int:
    """Among how many rows the room is shared where there are so many equations."""
    return max(_LEAST, count)


def equation_rows(room: QRectF, count: int = 6) -> list[QRectF]:
    """The boxes of so many rows."""
    high = room.height() / rows_sharing(count)
    return [QRectF(room.left(), room.top() + n * high, room.width(), high) for n in range(count)]


def paint_equations(
    painter: QPainter,
    room: QRectF,
    part: EquationsPart,
    style: Style,
    highlight: Highlight | None,
    current: int = -1,
) -> None:
    """Draw the rows; `current` is the row the keyboard is on, or −1. Where a card is dragged shut, none."""
    if room.isEmpty():
        return
    equations, looks = part.equations, looks_of(part.kind)
    boxes = equation_rows(room, len(equations))
    side, high = style.px(_SIDE), boxes[0].height()
    written = equation_lines(equations, room.width() - side, high, style, part.kind)
    for n, (box, equation, text) in enumerate(zip(boxes, equations, written, strict=True)):
        mark = mark_of(highlight, equation.quantity)
        _ground(painter, box, style, looks.roles[equation.quantity.name], mark, focused=n == current)
        _row(painter, box, equation.quantity, text, style, looks, mark)


def equation_lines(
    equations: Sequence[Equation], room: float, high: float, style: Style, kind: Kind = LSTM
) -> list[tuple[str, ...]]:
    """What each row of `high` pixels shows, in one line or two; all gates show as much as each other."""
    two = high >= style.px(_TWO_LINES)
    font = style.font(TEXT if two else _size_of_one_line(high, style))
    carried = looks_of(kind).graph.carried
    states = [equation for equation in equations if equation.quantity.name in carried]
    gates = [equation for equation in equations if equation not in states]
    shown = {
        equation.quantity: text
        for group in (gates, states)
        for equation, text in zip(group, _fitting(group, room, font, two=two), strict=True)
    }
    return [shown[equation.quantity] for equation in equations]


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
    painter: QPainter,
    box: QRectF,
    quantity: Quantity,
    written: Sequence[str],
    style: Style,
    looks: CellLooks,
    mark: Mark,
) -> None:
    ink = inked(style, style.palette.role(looks.roles[quantity.name]).ink, mark)
    symbol = looks.symbols[quantity.name]
    text, muted = inked(style, style.palette.text, mark), inked(style, style.palette.muted, mark)
    middle, high = box.center().y(), box.height()
    symbol_x, left = box.left() + style.px(12), box.left() + style.px(_SIDE)
    size = min(16.0, 0.86 * high / style.zoom)
    put_symbol(painter, style, symbol_x, middle + style.px(0.19 * size), symbol, size, ink)
    if len(written) == 2:
        font = style.font(TEXT)
        put_text(painter, left, middle - style.px(2.0), written[0], font, text)
        put_text(painter, left, middle + style.px(11.5), written[1], font, muted)
    else:
        two = high >= style.px(_TWO_LINES)
        font = style.font(TEXT if two else _size_of_one_line(high, style))
        put_text(painter, left, middle + style.px(min(4.0, 0.25 * size)), written[0], font, text)
