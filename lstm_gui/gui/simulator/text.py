"""Text put on a picture by its baseline: fast on screen, as outlines where the reader may lack the font."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintEngine, QPainter, QPainterPath

from lstm_gui.gui.no_break import kept_together


class Align(Enum):
    """Which part of the text stands at the given x."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@lru_cache(maxsize=256)
def metrics(font: QFont) -> QFontMetricsF:
    """The measures of a font."""
    return QFontMetricsF(font)


@lru_cache(maxsize=8192)
def width(font: QFont, text: str) -> float:
    """How wide `text` stands, in pixels."""
    return metrics(font).horizontalAdvance(text)


def put_text(
    painter: QPainter,
    x: float,
    baseline: float,
    text: str,
    font: QFont,
    colour: QColor,
    align: Align = Align.LEFT,
) -> float:
    """Draw one line of text and return its width, in pixels."""
    kind = painter.paintEngine().type()
    if kind == QPaintEngine.Type.Pdf:
        font = _searchable(font)
    wide = width(font, text)
    left = x - wide * align.value
    if kind == QPaintEngine.Type.SVG:  # its reader may lack the font
        _outline(painter, left, baseline, text, font, colour)
    else:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(left, baseline), text)
    return wide


def put_centred(painter: QPainter, x: float, y: float, text: str, font: QFont, colour: QColor) -> None:
    """Draw one line of text centred on (x, y), by the height of its capitals and digits."""
    put_text(painter, x, y + metrics(font).capHeight() / 2, text, font, colour, Align.CENTRE)


def shortened(text: str, font: QFont, room: float) -> str:
    """`text`, cut with an ellipsis where it is wider than `room` pixels."""
    if width(font, text) <= room:
        return text
    while text and width(font, text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"


def lines(text: str, font: QFont, room: float, most: int) -> list[str]:
    """`text` broken between words into at most `most` lines of `room` pixels; the last is cut."""
    words, found = kept_together(" ".join(text.split())).split(" "), [""]
    for n, word in enumerate(words):
        longer = f"{found[-1]} {word}".strip()
        if not found[-1] or width(font, longer) <= room:
            found[-1] = longer
        elif len(found) < most:
            found.append(word)
        else:
            found[-1] = shortened(" ".join([found[-1], *words[n:]]), font, room)
            break
    return [shortened(line, font, room) for line in found]


@lru_cache(maxsize=256)
def _searchable(font: QFont) -> QFont:
    """The font with its common digits and signs: Qt does not tell a PDF what others stand for."""
    plain = QFont(font)
    for tag in font.featureTags():
        plain.unsetFeature(tag)
    plain.setFeature(QFont.Tag("calt"), 0)
    return plain


def _outline(painter: QPainter, left: float, baseline: float, text: str, font: QFont, colour: QColor) -> None:
    path = QPainterPath()
    path.addText(QPointF(left, baseline), font, text)
    painter.fillPath(path, colour)
