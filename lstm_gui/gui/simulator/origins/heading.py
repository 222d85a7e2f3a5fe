"""The head of the card: the number, its equation with the numbers in it, and how what follows makes it."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.origins.words import dated_symbol, way_words, when_words
from lstm_gui.gui.simulator.style import SMALL, TEXT, TITLE, Style
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import lines, put_text, width
from lstm_gui.simulator.frame import Equation
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.origins import OriginsPart

_TITLE, _LINE, _WAY, _SMALL_LINE = 28.0, 16.0, 22.0, 14.0  # heights in pixels at 100 %
_MOST_LINES = 3
_SYMBOL = 17.0


def equation_lines(equation: Equation | None, style: Style, room: float) -> list[str]:
    """An equation with its numbers: what is put in, and what that comes to below, unless a line is enough."""
    if equation is None:
        return []
    font = style.font(TEXT)
    brief = f"= {equation.brief}"
    if equation.brief != equation.whole or width(font, brief) <= room:
        return lines(brief, font, room, _MOST_LINES)
    put_in = lines(f"= {equation.substituted}", font, room, _MOST_LINES)
    return [*put_in, *lines(equation.result, font, room, 1)]


class Heading(QWidget):
    """Shows an OriginsPart but for its contributors."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._part: OriginsPart | None = None
        self._written: list[str] = []
        self._told: list[str] = []
        self.setAccessibleName("")

    def show_part(self, part: OriginsPart, style: Style, room: int) -> None:
        """Show a number in `room` pixels across."""
        self._part, self._style = part, style
        self._written = equation_lines(part.equation, style, room)
        told = way_words(part.made, is_parameter=not part.here.step)
        self._told = lines(told, style.font(SMALL), room, 2)
        high = _TITLE + _LINE * len(self._written) + _WAY + _SMALL_LINE * (len(self._told) - 1)
        self.setFixedHeight(round(style.px(high)))
        self.setAccessibleName(" ".join(self._written))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._part is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, part = self._style, self._part
        self._paint_title(painter, style, part)
        y = style.px(_TITLE)
        for line in self._written:
            y += style.px(_LINE)
            put_text(painter, 0.0, y - style.px(4), line, style.font(TEXT), style.palette.text)
        y += style.px(_WAY - 6)
        for line in self._told:
            put_text(painter, 0.0, y, line, style.font(SMALL), style.palette.muted)
            y += style.px(_SMALL_LINE)
        painter.end()

    @staticmethod
    def _paint_title(painter: QPainter, style: Style, part: OriginsPart) -> None:
        role = looks_of(part.kind).roles[part.here.name]
        ink, baseline = style.palette.role(role).ink, style.px(_TITLE - 9)
        symbol = dated_symbol(part.here, part.kind, part.sizes)
        x = put_symbol(painter, style, 0.0, baseline, symbol, _SYMBOL, ink) + style.px(7)
        if when := when_words(part.here):
            x += put_text(painter, x, baseline, when, style.font(TITLE), style.palette.muted) + style.px(6)
        value = f"= {number_text(part.made.value)}"
        put_text(painter, x, baseline, value, style.font(TITLE, bold=True), style.palette.text)
