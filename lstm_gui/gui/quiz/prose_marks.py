"""What is painted around the words of a card's text: signs of items, bars of quotes, grounds of code."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument

from lstm_gui.gui.palette import Palette
from lstm_gui.gui.quiz.prose_rows import CODE, QUOTES, SIGN, bar_place, code_ground
from lstm_gui.gui.theme import mix

_BAR_WIDTH, _ROUND, _GAP = 0.2, 0.3, 0.35  # shares of the text's size


def paint_marks(
    painter: QPainter, document: QTextDocument, ink: QColor, palette: Palette, within: QRectF
) -> None:
    """Paint the marks of a document that is laid out, as far as they stand `within` what is seen."""
    size = float(document.defaultFont().pixelSize())
    painter.setFont(document.defaultFont())
    block, ground = _first(document, within.top() - 4 * size), QRectF()
    while block.isValid() and _place(document, block).top() <= within.bottom() + size:
        style = block.blockFormat()
        if style.hasProperty(SIGN):
            _paint_sign(painter, document, block, ink)
        if style.hasProperty(QUOTES):
            _paint_bars(painter, document, block, mix(palette.panel, palette.muted, 0.55))
        if style.hasProperty(CODE):
            ground = ground.united(_code_place(document, block))
        elif not ground.isNull():
            _paint_ground(painter, ground, palette, size)
            ground = QRectF()
        block = block.next()
    if not ground.isNull():
        if block.isValid() and block.blockFormat().hasProperty(CODE):
            ground.setBottom(ground.bottom() + 4 * size)  # it goes on below
        _paint_ground(painter, ground, palette, size)


def _first(document: QTextDocument, top: float) -> QTextBlock:
    """The first block that may be seen: the last of those that begin above `top`."""
    low, high = 0, document.blockCount()
    while high - low > 1:
        middle = (low + high) // 2
        if _place(document, document.findBlockByNumber(middle)).top() <= top:
            low = middle
        else:
            high = middle
    return document.findBlockByNumber(low)


def _paint_ground(painter: QPainter, ground: QRectF, palette: Palette, size: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(code_ground(palette))
    painter.drawRoundedRect(ground, size * _ROUND, size * _ROUND)


def _place(document: QTextDocument, block: QTextBlock) -> QRectF:
    return document.documentLayout().blockBoundingRect(block)


def _paint_sign(painter: QPainter, document: QTextDocument, block: QTextBlock, ink: QColor) -> None:
    """The sign ends a little before the words of its item, on their first line."""
    style, line = block.blockFormat(), block.layout().lineAt(0)
    size = float(document.defaultFont().pixelSize())
    baseline = _place(document, block).top() + (line.y() + line.ascent() if line.isValid() else size)
    right = style.leftMargin() - size * _GAP
    ascent = painter.fontMetrics().ascent()
    painter.setPen(ink)
    where = QRectF(0, baseline - ascent, right, painter.fontMetrics().height())
    painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip, str(style.property(SIGN)))


def _paint_bars(painter: QPainter, document: QTextDocument, block: QTextBlock, ink: QColor) -> None:
    """One bar for each quote; that of the next block joins it without a gap."""
    size, place = float(document.defaultFont().pixelSize()), _place(document, block)
    after = block.next()
    bottom = _place(document, after).top() if _is_quote(after) else place.bottom()
    for number in range(int(block.blockFormat().property(QUOTES))):
        left = bar_place(number, size)
        painter.fillRect(QRectF(left, place.top(), max(2.0, size * _BAR_WIDTH), bottom - place.top()), ink)


def _is_quote(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QUOTES)


def _code_place(document: QTextDocument, block: QTextBlock) -> QRectF:
    style, place = block.blockFormat(), _place(document, block)
    pad = style.rightMargin()
    left = style.leftMargin() - pad
    return QRectF(left, place.top() - pad * 0.5, document.textWidth() - left, place.height() + pad)
