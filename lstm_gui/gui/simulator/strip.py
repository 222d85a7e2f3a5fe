"""The strip below the cell: the scene's caption, or the equation of what is pointed at."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol, symbol_width
from lstm_gui.gui.simulator.text import lines, put_text, shortened, width
from lstm_gui.simulator.direction import read_at
from lstm_gui.simulator.frame import Highlight, TransportPart
from lstm_gui.simulator.quantity import Quantity

_LSTM = looks_of(LSTM)
_MADE_OF = 0.72  # how much of the width what a number is made of may take, with its bars
_STEPPED_BACK = 0.12  # how much of the card is mixed in: it can still be read (4.6 : 1)


def paint_strip(
    painter: QPainter,
    box: QRectF,
    style: Style,
    caption: str,
    highlight: Highlight | None,
    words: tuple[str, str],
    lead: str = "",
) -> None:
    """Draw two lines; `words` stand before the causes and before the effects ("made of", "feeds").

    `lead` is what a caption that no longer holds begins with: it steps back behind that.
    """
    painter.setPen(QPen(style.palette.border, style.px(1)))
    painter.drawLine(box.topLeft(), box.topRight())
    first, second = (box.top() + share * box.height() for share in (0.4, 0.77))
    if highlight is None:
        _caption(painter, box, style, caption, lead, (first, second))
        return
    font, looks = style.font(TEXT, bold=True), looks_of(highlight.kind)
    text = shortened(highlight.sentence, font, box.width())
    put_text(
        painter, box.left(), first, text, font, style.palette.role(looks.roles[highlight.focus.name]).ink
    )
    x, listed = box.left(), [(words[0], highlight.causes), (words[1], highlight.effects)]
    if highlight.made is not None and highlight.made.contributors:
        from lstm_gui.gui.simulator.strip_bars import paint_contributors

        x += put_text(painter, x, second, words[0], style.font(SMALL), style.palette.muted) + style.px(7)
        right = box.left() + _MADE_OF * box.width()
        x = paint_contributors(painter, style, QPointF(x, second), highlight, right)
        x += style.px(8)
        del listed[0]
    for word, quantities in listed:
        symbols = _symbols(quantities, highlight.focus.step, looks)
        # What a step later reads as c₋ is this very c.
        symbols.pop(symbol_from(highlight.focus, highlight.focus.step, looks), None)
        x = _listed(painter, style, QPointF(x, second), word, symbols, box.right())


def _caption(
    painter: QPainter, box: QRectF, style: Style, caption: str, lead: str, baselines: tuple[float, float]
) -> None:
    font, ink = style.font(TEXT), style.palette.muted
    found = lines(f"{lead} {caption}" if caption else "", font, box.width(), 2)
    if len(found) == 1:
        baselines = (baselines[0] + style.px(9), baselines[1])
    x = box.left()
    if lead and found[0].startswith(lead):
        x += put_text(painter, x, baselines[0], lead, font, style.palette.text)
        found[0] = found[0].removeprefix(lead)
        ink = mixed(ink, style.palette.panel, _STEPPED_BACK)
    for left, baseline, line in zip((x, box.left()), baselines, found, strict=False):
        put_text(painter, left, baseline, line, font, ink)


def caption_lead(part: TransportPart) -> str:
    """What stands before a caption that need not hold any more; "" while it does."""
    return QCoreApplication.translate("Strip", "Before your changes:") if part.changed else ""


def caption_words(part: TransportPart) -> str:
    """The caption as one text, for who cannot see it stepped back."""
    return f"{caption_lead(part)} {part.caption}".strip() if part.caption else ""


def _symbols(quantities: Iterable[Quantity], step: int, looks: CellLooks) -> dict[tuple[str, str], str]:
    """The symbols of quantities as seen from a step (h_{t−1}, c_{t+1} …), each with its palette role."""
    order = looks.graph.names
    return {
        symbol_from(quantity, step, looks): looks.roles[quantity.name]
        for quantity in sorted(quantities, key=lambda quantity: order.index(quantity.name))
    }


def symbol_from(quantity: Quantity, step: int, looks: CellLooks = _LSTM) -> tuple[str, str]:
    """The symbol of a quantity as seen from a step: that of c before it has the subscript t−1."""
    letter, subscript = looks.symbols[quantity.name]
    if not quantity.step or not step or quantity.name.startswith("z_"):
        return letter, subscript
    away = (read_at(quantity) if quantity.state else quantity.step) - step  # h₋ is h of the step before
    return letter, f"t{away:+d}".replace("-", "−") if away else "t"


def _listed(
    painter: QPainter,
    style: Style,
    start: QPointF,
    word: str,
    symbols: dict[tuple[str, str], str],
    right: float,
) -> float:
    """Write a word and symbols in their inks, as far as there is room, and return where it ended."""
    font, muted = style.font(SMALL), style.palette.muted
    if not symbols or start.x() + width(font, word) + style.px(35) > right:
        return start.x()
    x = start.x() + put_text(painter, start.x(), start.y(), word, font, muted) + style.px(7)
    for symbol, role in symbols.items():
        if x + symbol_width(style, *symbol, 14) > right - style.px(14):
            return x + put_text(painter, x, start.y(), "…", font, muted)
        x += put_symbol(painter, style, x, start.y(), symbol, 14, style.palette.role(role).ink) + style.px(9)
    return x + style.px(12)
