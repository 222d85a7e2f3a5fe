"""A formula in a line of a card's text, set elsewhere and drawn on the line."""

from math import ceil
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from lstm_gui.gui.formula import Picture

FORMULA = QTextFormat.ObjectTypes.UserObject + 1
LATEX = QTextFormat.Property.UserProperty + 1
_HANGS = 0.12  # of the size of the text: what may hang below the line without room of its own


class Formulas(Protocol):
    """A text that knows the pictures of its formulas."""

    @property
    def text_size(self) -> float: ...

    def picture(self, latex: str, /) -> Picture | None: ...


def formula_format(latex: str, font: QFont, picture: Picture | None = None) -> QTextCharFormat:
    """The format of the character that stands for a formula, in a text of that font.

    A deep formula, as a fraction is, gets room below the line. Qt knows the depth of a character by its font
    alone, so the character is said to be of a font that is as deep.
    """
    style = QTextCharFormat()
    style.setObjectType(FORMULA)
    style.setProperty(LATEX, latex)
    style.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    deep, depth, size = QFont(font), QFontMetricsF(font).descent(), font.pixelSize()
    if picture is not None and picture.descent > depth + _HANGS * size:
        deep.setPixelSize(ceil(size * picture.descent / depth))
    style.setFont(deep)
    return style


class InlineFormula(QPyTextObject):
    """Draws the formulas of one Prose, each on the baseline of a line that is no lower than one of words."""

    def __init__(self, prose: Formulas, parent: QObject) -> None:
        super().__init__(parent)
        self._prose = prose

    def intrinsicSize(self, document: QTextDocument, _position: int, style: QTextFormat) -> QSizeF:
        """The room in the line; an estimate while the formula is being set."""
        latex = str(style.property(LATEX))
        picture = self._prose.picture(latex)
        depth = QFontMetricsF(style.toCharFormat().font()).descent()
        above = QFontMetricsF(document.defaultFont()).ascent()
        if picture is None:
            return QSizeF(min(len(latex), 40) * self._prose.text_size * 0.45, above + depth)
        return QSizeF(picture.width, max(above, picture.height - picture.descent) + depth)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        style: QTextFormat,
    ) -> None:
        """Paint the formula, or nothing while it is being set."""
        picture = self._prose.picture(str(style.property(LATEX)))
        if picture is not None:
            depth = QFontMetricsF(style.toCharFormat().font()).descent()
            top = rect.bottom() - depth - (picture.height - picture.descent)
            painter.drawPixmap(QPointF(rect.left(), top), picture.pixmap)
