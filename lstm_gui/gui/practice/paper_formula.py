"""Formulas in a text for paper, as they stand on screen: dark on light, and sharp in print."""

from typing import cast

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QPaintDevice,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from lstm_gui.gui.formula import FormulaShelf, Picture
from lstm_gui.gui.palette import palette
from lstm_gui.quiz.markdown.spans import Span
from lstm_gui.quiz.markdown.words import in_brackets, words_of

_FORMULA = QTextFormat.ObjectTypes.UserObject + 1
_LATEX = QTextFormat.Property.UserProperty + 1
_OBJECT = "\ufffc"  # stands for a formula in a text
_SHARP = 300  # dots an inch, of the picture of a formula
_SCREEN = 96  # dots an inch, where a text has no paper yet
_DEEP = 0.45  # of the size of the text: what hangs further below the line gets room there


class PaperText(QPyTextObject):
    """Writes cards' texts into a document. A formula that is not set yet is written as its LaTeX."""

    def __init__(self, shelf: FormulaShelf, document: QTextDocument) -> None:
        super().__init__(document)
        self._shelf = shelf
        document.documentLayout().registerHandler(_FORMULA, self)

    def words(self, text: str) -> tuple[str, list[str]]:
        """The words of a card's text, with a sign where each of the formulas stands."""
        found: list[str] = []

        def spoken(span: Span) -> str:
            if not span.formula or self._picture(span.text, 10.0) is None:
                return in_brackets(span).replace(_OBJECT, "")
            found.append(span.text)
            return _OBJECT

        return words_of(text, spoken), found

    def write(self, cursor: QTextCursor, words: str, formulas: list[str], look: QTextCharFormat) -> None:
        """Write words in which signs stand for formulas."""
        between = words.split(_OBJECT)
        for part, latex in zip(between, [*formulas, ""], strict=True):
            cursor.insertText(part, look)
            if latex:
                cursor.insertText(_OBJECT, self._format(latex, look.fontPointSize()))

    def intrinsicSize(self, document: QTextDocument, _position: int, style: QTextFormat) -> QSizeF:
        """The room in the line, in dots of the paper."""
        picture, scale = self._of(style), _scale(document)
        if picture is None:
            return QSizeF(1, 1)
        above = picture.height - picture.descent
        height = 2 * max(above, picture.descent) if _is_deep(style) else above
        return QSizeF(picture.width * scale, height * scale)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _position: int,
        style: QTextFormat,
    ) -> None:
        """Draw it on the line, or around its middle."""
        picture, scale, place = self._of(style), _scale(document), QRectF(rect)
        if picture is None:
            return
        height = picture.height * scale
        top = (
            place.center().y() - (picture.height - picture.descent) * scale
            if _is_deep(style)
            else place.top()
        )
        target = QRectF(place.left(), top, picture.width * scale, height)
        painter.drawPixmap(target, picture.pixmap, QRectF(picture.pixmap.rect()))

    def _format(self, latex: str, points: float) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setObjectType(_FORMULA)
        style.setProperty(_LATEX, latex)
        style.setFontPointSize(points)
        picture = self._picture(latex, points)
        if picture is not None and picture.descent > _DEEP * points * _SHARP / 72:
            style.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        return style

    def _of(self, style: QTextFormat) -> Picture | None:
        return self._picture(str(style.property(_LATEX)), style.toCharFormat().fontPointSize())

    def _picture(self, latex: str, points: float) -> Picture | None:
        return self._shelf.picture(latex, points * _SHARP / 72 * 1.12, palette("light"), 1.0)


def _is_deep(style: QTextFormat) -> bool:
    return style.toCharFormat().verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignMiddle


def _scale(document: QTextDocument) -> float:
    """Dots of the paper for each of a picture; before there is any, the layout has no device."""
    device = cast("QPaintDevice | None", document.documentLayout().paintDevice())
    return (_SCREEN if device is None else device.logicalDpiY()) / _SHARP
