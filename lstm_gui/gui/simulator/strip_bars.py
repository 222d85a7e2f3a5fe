"""What a number is made of, on the strip: its contributors by size, each with a bar and its number."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.strip import symbol_from
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.symbol import put_symbol, symbol_width
from lstm_gui.gui.simulator.text import put_text, width
from lstm_gui.simulator.contributions import Contributions, share_of
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.terms import Contributor

_BAR, _HIGH = 34.0, 8.0  # pixels at 100 %
_SYMBOL = 14.0
_GAP = 5.0
_AFTER = 24.0  # room for the dots that stand for the others


def paint_contributors(
    painter: QPainter, style: Style, start: QPointF, highlight: Highlight, right: float
) -> float:
    """Draw as many as there is room for, and return where they end. A bar below zero is hollow."""
    made, looks, x = highlight.made, looks_of(highlight.kind), start.x()
    if made is None:
        return x
    for one in made.by_size:
        number = number_text(one.value)
        symbols = [symbol_from(token, made.quantity.step, looks) for token in one.quantities]
        taken = sum(symbol_width(style, *symbol, _SYMBOL) for symbol in symbols)
        taken += style.px(2 * _GAP + _BAR) + width(style.font(SMALL), number)
        if x + taken + style.px(_AFTER) > right:
            return x + put_text(painter, x, start.y(), "…", style.font(SMALL), style.palette.muted)
        for symbol, token in zip(symbols, one.quantities, strict=True):
            ink = style.palette.role(looks.roles[token.name]).ink
            x += put_symbol(painter, style, x, start.y(), symbol, _SYMBOL, ink)
        x = _bar(painter, style, QPointF(x + style.px(_GAP), start.y()), one, made, looks)
        x += put_text(painter, x, start.y(), number, style.font(SMALL), style.palette.text) + style.px(12)
    return x


def _bar(
    painter: QPainter, style: Style, left: QPointF, one: Contributor, made: Contributions, looks: CellLooks
) -> float:
    """A bar in the ink of what the contributor leads to; returns where the number stands."""
    share = abs(share_of(one.value, made.reach))
    box = QRectF(left.x(), left.y() - style.px(_HIGH), style.px(_BAR) * share, style.px(_HIGH))
    colour = _ink(one.leads_to, looks, style)
    if one.value < 0:
        painter.setPen(QPen(colour, style.px(1.2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.6, 0.6, -0.6, -0.6))
    else:
        painter.fillRect(box, colour)
    return left.x() + style.px(_BAR + _GAP)  # where it stands whatever the size, so that nothing jumps


def _ink(leads_to: Quantity | None, looks: CellLooks, style: Style) -> QColor:
    return style.palette.muted if leads_to is None else style.palette.role(looks.roles[leads_to.name]).graphic
