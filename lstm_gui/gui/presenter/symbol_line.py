"""One line of words in which "b_f" stands as mathematics does: b with a lowered f, in the ink of its gate."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.symbol import put_symbol, symbol_width
from lstm_gui.gui.simulator.text import metrics, put_text, shortened, width

# A weight or bias of a gate; or an input or state that a step or the start is named for.
_SYMBOL = re.compile(r"\b(?:([WUbz])_([ifgo])|([xhc])(?= at | into ))\b")
_LARGER = 1.12  # the mathematical face looks smaller than the words around it
_AIR = 0.12  # of the size, behind a symbol: its letters lean over


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the line: words, or a symbol with the role whose ink it has."""

    words: str
    subscript: str = ""
    role: str = ""


def runs(text: str) -> list[Run]:
    """A text cut where symbols stand in it."""
    found, end = [], 0
    for match in _SYMBOL.finditer(text):
        letter, gate, state = match.groups()
        found += [Run(text[end : match.start()]), Run(letter or state, gate or "", gate or state)]
        end = match.end()
    return [run for run in (*found, Run(text[end:])) if run.words]


def put_line(painter: QPainter, style: Style, left: QPointF, room: float, text: str, font: QFont) -> None:
    """Draw the line, its middle at `left`; where it is wider than `room` pixels it ends in plain "…"."""
    size = font.pixelSize() / style.zoom * _LARGER
    baseline = left.y() + metrics(font).capHeight() / 2
    pieces = runs(text)
    if sum(_wide(run, style, font, size) for run in pieces) > room:
        pieces = [Run(shortened(text.replace("_", ""), font, room))]
    x = left.x()
    for run in pieces:
        if run.role:
            colour = style.palette.role(run.role).ink
            put_symbol(painter, style, x, baseline, (run.words, run.subscript), size, colour)
        else:
            put_text(painter, x, baseline, run.words, font, style.palette.text)
        x += _wide(run, style, font, size)


def _wide(run: Run, style: Style, font: QFont, size: float) -> float:
    if run.role:
        return symbol_width(style, run.words, run.subscript, size) + _AIR * style.px(size)
    return width(font, run.words)
