"""A card's text on screen: Markdown, wrapped, with formulas in the lines and pictures between them."""

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.formula import FormulaShelf, Picture
from lstm_gui.gui.no_break import kept_together
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.quiz.fitting import fit_words
from lstm_gui.gui.quiz.inline_formula import FORMULA, InlineFormula, formula_format
from lstm_gui.gui.quiz.press import ENTER
from lstm_gui.gui.quiz.prose_links import Links, ask_to_open
from lstm_gui.gui.quiz.prose_marks import paint_marks
from lstm_gui.gui.quiz.prose_rows import Row, block_format, list_step, margin, rows_of, words_format
from lstm_gui.gui.quiz.shown_picture import PICTURE, ShownPicture, picture_format
from lstm_gui.quiz.inline_maths import formulas, pictures
from lstm_gui.quiz.markdown.lines import Kind, Line, lines_of
from lstm_gui.quiz.markdown.spans import Span
from lstm_gui.quiz.markdown.words import words_of

OBJECT = "\ufffc"


class Prose(QWidget):
    """A text that wraps. Nothing in it is ever read as HTML.

    A link is opened by a click, or by Enter when Tab has led to it, and never without a question.
    """

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._text = ""
        self._palette: Palette | None = None
        self._colour = QColor()
        self._wanted, self._zoom, self._room = QFont(), 100, 0
        self._heights: dict[int, int] = {}  # by width, of the text as it is
        self._lines: tuple[Line, ...] = ()
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultTextOption(_wrapping())
        self._formula = InlineFormula(self, self)
        self._document.documentLayout().registerHandler(FORMULA, self._formula)
        self._picture = ShownPicture(shelf.pictures, self)
        self._document.documentLayout().registerHandler(PICTURE, self._picture)
        self._links = Links(self._document)
        self.setMouseTracking(True)
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
        """Show `text`, which is Markdown; formulas stand between dollar signs."""
        if text != self._text:
            self._text, self._lines = text, lines_of(text)
            self.setAccessibleName(words_of(text, self._spoken))
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        self._document.setTextWidth(self.width())  # a question for another height may have wrapped it anew
        if self._palette is not None:
            paint_marks(painter, self._document, self._colour, self._palette, QRectF(event.rect()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(event.rect())
        context.palette = self.palette()
        context.palette.setColor(self.foregroundRole(), self._colour)
        if self._palette is not None and self.hasFocus():
            context.selections = self._links.shown(self._palette)
        self._document.documentLayout().draw(painter, context)

    # Links

    def event(self, event: QEvent) -> bool:
        """Enter on a link is not a shortcut of the window."""
        if isinstance(event, QKeyEvent) and _takes(event) and self._links.any:
            event.accept()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a link, and where it leads."""
        address = self._document.documentLayout().anchorAt(event.position())
        if address:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.setToolTip(address)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a link asks whether to open it."""
        address = self._document.documentLayout().anchorAt(event.position())
        if address and event.button() == Qt.MouseButton.LeftButton:
            ask_to_open(address, self)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks whether to open the link."""
        if event.key() in ENTER and self._links.current:
            ask_to_open(self._links.current, self)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to the first link, Shift+Tab to the last."""
        self._links.enter(last=event.reason() == Qt.FocusReason.BacktabFocusReason)
        self._tell_link()
        super().focusInEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From link to link, and then out."""
        if self._links.step(1 if forward else -1):
            self._tell_link()
            return True
        return super().focusNextPrevChild(forward)

    # Inside

    def _tell_link(self) -> None:
        self.setAccessibleDescription(self._links.current)
        self.update()

    def _fitting_font(self) -> QFont:
        if not self._room:
            return self._wanted
        texts = [line for line in self._lines if line.kind is not Kind.CODE]
        words = " ".join(kept_together(span.text) for line in texts for span in line.spans if _is_words(span))
        size, step = self._wanted.pixelSize(), list_step(self._lines)
        deepest = max((margin(line, size, step) for line in texts), default=0.0)
        return fit_words(self._wanted, self._zoom, words, max(1, self._room - round(deepest)))

    def _arrived(self, latex: str) -> None:
        if latex in formulas(self._text):
            self._write()

    def _picture_arrived(self, name: str) -> None:
        if name in pictures(self._text):
            self._write()

    def _spoken(self, span: Span) -> str:
        if not span.picture:
            return span.text
        return self.tr("[picture: {words}]").format(words=span.text) if span.text else self.tr("[picture]")

    def _write(self) -> None:
        font = self._fitting_font()
        self._document.setDefaultFont(font)
        self._document.clear()
        cursor = QTextCursor(self._document)
        rows = rows_of(self._lines, self._shown)
        size, step = self.text_size, list_step(self._lines)
        beside = zip([None, *rows], rows, [*rows[1:], None], strict=False)
        cursor.beginEditBlock()
        for before, row, after in beside:
            self._break(cursor, before, block_format(row, before, after, size, step))
            for span in row.spans:
                self._insert(cursor, row, span)
        cursor.endEditBlock()
        self._find_links()
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _find_links(self) -> None:
        self._links.find()
        deaf = self.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        reached = self._links.any and not deaf
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if reached else Qt.FocusPolicy.NoFocus)

    def _shown(self, span: Span) -> Span:
        """The span, or words for a picture that is missing."""
        if span.picture and self._shelf.pictures.is_missing(span.picture):
            return span._replace(text=self._spoken(span), picture="")
        return span

    def _break(self, cursor: QTextCursor, before: Row | None, block: QTextBlockFormat) -> None:
        if before is None:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, QTextCharFormat())

    def _insert(self, cursor: QTextCursor, row: Row, span: Span) -> None:
        ink = QTextCharFormat()
        ink.setForeground(self._colour)
        words_format(row, span, self._document.defaultFont(), ink, self._palette)
        if span.picture:
            cursor.insertText(OBJECT, picture_format(span.picture))
        elif not span.formula:
            cursor.insertText(span.text if span.code else kept_together(span.text), ink)
        elif self._shelf.is_text(span.text):
            cursor.insertText(f"${span.text}$", ink)
        else:
            font, picture = self._document.defaultFont(), self.picture(span.text)
            cursor.insertText(OBJECT, formula_format(span.text, font, picture))


def _takes(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and event.key() in ENTER


def _is_words(span: Span) -> bool:
    return not span.formula and not span.picture


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
