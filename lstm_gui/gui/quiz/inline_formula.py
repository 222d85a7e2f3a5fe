"""A formula in a line of a card's text, set elsewhere and drawn on the line."""

from typing import Protocol

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from lstm_gui.gui.formula import Picture

FORMULA = QTextFormat.ObjectTypes.UserObject + 1
LATEX = QTextFormat.Property.UserProperty + 1


class Formulas(Protocol):
    """A text that knows the pictures of its formulas."""

    @property
    def text_size(self) -> float: ...

    def picture(self, latex: str, /) -> Picture | None: ...


def formula_format(latex: str) -> QTextCharFormat:
    """The format of the character that stands for a formula."""
    style = QTextCharFormat()
    style.setObjectType(FORMULA)
    style.setProperty(LATEX, latex)
    return style


class InlineFormula(QPyTextObject):
    """Draws the formulas of one Prose. Qt puts an object on the baseline: what hangs below is drawn below."""

    def __init__(self, prose: Formulas, parent: QObject) -> None:
        super().__init__(parent)
        self._prose = prose

    def intrinsicSize(self, _document: QTextDocument, _position: int, style: QTextFormat) -> QSizeF:
        """The room in the line; an estimate while the formula is being set."""
        latex = str(style.property(LATEX))
        picture = self._prose.picture(latex)
        size = self._prose.text_size
        if picture is None:
            return QSizeF(min(len(latex), 40) * size * 0.45, size)
        return QSizeF(picture.width, max(1.0, picture.height - picture.descent))

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
            painter.drawPixmap(QRectF(rect).topLeft(), picture.pixmap)
