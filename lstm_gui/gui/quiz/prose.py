"""A card's text on screen: plain, wrapped, with formulas in the lines and pictures between them."""

from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.formula import FormulaShelf, Picture
from lstm_gui.gui.no_break import kept_together
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.quiz.fitting import fit_words
from lstm_gui.gui.quiz.shown_picture import PICTURE, ShownPicture, picture_format
from lstm_gui.quiz.inline_maths import Piece, formulas, pictures, pieces

FORMULA = QTextFormat.ObjectTypes.UserObject + 1
LATEX = QTextFormat.Property.UserProperty + 1
OBJECT = "\ufffc"
LINE_HEIGHT = 128.0  # per cent: room for a subscript below the line
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class InlineFormula(QPyTextObject):
    """Draws the formulas of one Prose. Qt puts an object on the baseline: what hangs below is drawn below."""

    def __init__(self, prose: "Prose") -> None:
        super().__init__(prose)
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


class Prose(QWidget):
    """A paragraph that wraps. Nothing in it is ever read as HTML."""

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._text = ""
        self._palette: Palette | None = None
        self._colour = QColor()
        self._wanted, self._zoom, self._room = QFont(), 100, 0
        self._heights: dict[int, int] = {}  # by width, of the text as it is
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultTextOption(_wrapping())
        self._formula = InlineFormula(self)
        self._document.documentLayout().registerHandler(FORMULA, self._formula)
        self._picture = ShownPicture(shelf.pictures, self)
        self._document.documentLayout().registerHandler(PICTURE, self._picture)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        shelf.arrived.connect(self._arrived)
        shelf.pictures.arrived.connect(self._picture_arrived)

    @property
    def text(self) -> str:
        """The text as it is written in the card."""
        return self._text

    @property
    def text_size(self) -> float:
        """The size of the text, in px."""
        return float(self._document.defaultFont().pixelSize())

    def set_text(self, text: str) -> None:
        """Show `text`; formulas stand between dollar signs."""
        if text != self._text:
            self._text = text
            self.setAccessibleName("".join(map(self._spoken, pieces(text))))
            for name in pictures(text):
                self._shelf.pictures.want(name)
            self._write()

    def set_look(self, font: QFont, colour: QColor, palette: Palette, zoom: int = 100) -> None:
        """Draw the text in `font` and `colour`, formulas in the inks of `palette`.

        The font is at `zoom` per cent; where a word has no room, a smaller one is taken: see `set_room`.
        """
        self._palette, self._colour, self._wanted, self._zoom = palette, colour, font, zoom
        self._picture.set_look(zoom, on_dark=palette.dark)
        self._write()

    def set_room(self, width: int) -> None:
        """Have at least this width, in px: told, not measured, for the same reason as a WrappedLabel's."""
        rewrapped = width != self._room and bool(pictures(self._text))
        self._room = width
        self._picture.set_room(width)
        if rewrapped or self._fitting_font() != self._document.defaultFont():
            self._write()

    def picture(self, latex: str) -> Picture | None:
        """A formula of the text as a picture, None while it is being set."""
        if self._palette is None:
            return None
        return self._shelf.picture(latex, self.text_size * 1.12, self._palette, self.devicePixelRatioF())

    def hasHeightForWidth(self) -> bool:
        """A narrow paragraph is tall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text wrapped to `width`."""
        if not self._text:
            return 0
        if width not in self._heights:
            self._document.setTextWidth(width)
            self._heights[width] = ceil(self._document.size().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As wide as it is, as tall as that needs."""
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide: longer words are broken."""
        return QSize(round(min(self._wanted.pixelSize(), self.text_size) * 4), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Set again for a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._write()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        self._document.setTextWidth(self.width())  # a question for another height may have wrapped it anew
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        context.palette.setColor(self.foregroundRole(), self._colour)
        self._document.documentLayout().draw(painter, context)

    def _fitting_font(self) -> QFont:
        if not self._room:
            return self._wanted
        plain = (piece.text for piece in pieces(self._text) if not piece.formula and not piece.picture)
        words = " ".join(map(kept_together, plain))
        return fit_words(self._wanted, self._zoom, words, self._room)

    def _arrived(self, latex: str) -> None:
        if latex in formulas(self._text):
            self._write()

    def _picture_arrived(self, name: str) -> None:
        if name in pictures(self._text):
            self._write()

    def _spoken(self, piece: Piece) -> str:
        if not piece.picture:
            return piece.text
        return self.tr("[picture: {words}]").format(words=piece.text) if piece.text else self.tr("[picture]")

    def _write(self) -> None:
        self._document.setDefaultFont(self._fitting_font())
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.setBlockFormat(_lines())
        for piece in self._arranged():
            if piece.picture or cursor.charFormat().objectType() == PICTURE:
                self._break(cursor, _lines() if not piece.picture else QTextBlockFormat())
            self._insert(cursor, piece)
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _arranged(self) -> list[Piece]:
        """The pieces as they are shown: words for what is missing, no blank lines around pictures."""
        missing = self._shelf.pictures.is_missing
        shown = [
            Piece(self._spoken(piece)) if piece.picture and missing(piece.picture) else piece
            for piece in pieces(self._text)
        ]
        beside = zip([None, *shown], shown, [*shown[1:], None], strict=False)
        return list(filter(None, (_trimmed(*three) for three in beside)))

    def _break(self, cursor: QTextCursor, block: QTextBlockFormat) -> None:
        """A picture stands in a paragraph of its own, whose lines are no taller than it is."""
        if cursor.atStart():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, QTextCharFormat())

    def _insert(self, cursor: QTextCursor, piece: Piece) -> None:
        plain = QTextCharFormat()
        plain.setForeground(self._colour)
        if piece.picture:
            cursor.insertText(OBJECT, picture_format(piece.picture))
        elif not piece.formula:
            cursor.insertText(kept_together(piece.text), plain)
        elif self._shelf.is_text(piece.text):
            cursor.insertText(f"${piece.text}$", plain)
        else:
            cursor.insertText(OBJECT, _object(piece.text))


def _trimmed(before: Piece | None, piece: Piece | None, after: Piece | None) -> Piece | None:
    """A piece without the spaces between it and a picture beside it; None when nothing is left of it."""
    if piece is None or piece.picture or piece.formula:
        return piece
    text = piece.text.lstrip() if before and before.picture else piece.text
    text = text.rstrip() if after and after.picture else text
    return Piece(text) if text else None


def _lines() -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
    return block


def _object(latex: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setObjectType(FORMULA)
    style.setProperty(LATEX, latex)
    return style


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
