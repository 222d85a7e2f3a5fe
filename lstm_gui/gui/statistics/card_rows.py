"""The cards that a due date can be looked at of, as rows of a list."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from lstm_gui.gui.quiz.card_words import deck_words
from lstm_gui.gui.quiz.row_list import ROW, Index, RowDelegate, RowModel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.markdown.words import words_of
from lstm_gui.store.card_listing import ListedCard

_HEIGHT = 42.0  # px of the design


class CardRows(RowModel[ListedCard]):
    """A card a row."""

    def words(self, row: ListedCard) -> str:
        """Its question, on one line."""
        return in_one_line(words_of(row.card.front), 160)

    def spoken(self, row: ListedCard) -> str:
        """The question and its deck."""
        return f"{self.words(row)}, {deck_words(row.deck)}"

    def at(self, row: int) -> ListedCard | None:
        """The card of a row; None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, uid: str) -> int:
        """The row of a card, -1 for none."""
        return next((n for n, row in enumerate(self._rows) if row.card.uid == uid), -1)


class CardDelegate(RowDelegate):
    """Paints a card: its question over its deck."""

    def __init__(self, style: Style) -> None:
        super().__init__(style, _HEIGHT)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._look = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        look, rect = self._look, QRectF(option.rect).adjusted(1, 1, -1, -1)
        row: ListedCard = index.data(ROW)
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            round_rect(painter, rect, look.px(6), look.tint(look.palette.accent, 0.12), NO_PEN)
        elif state & QStyle.StateFlag.State_MouseOver:
            round_rect(painter, rect, look.px(6), look.tint(look.palette.text, 0.05), NO_PEN)
        inner = rect.adjusted(look.px(8), look.px(3), -look.px(8), -look.px(3))
        upper, lower = QRectF(inner), QRectF(inner)
        upper.setHeight(inner.height() * 0.54)
        lower.setTop(upper.bottom())
        self.write(painter, upper, index.data(), look.font(12.5), look.palette.text)
        self.write(painter, lower, in_one_line(deck_words(row.deck)), look.font(11), look.palette.muted)
        painter.restore()
