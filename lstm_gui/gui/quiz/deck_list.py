"""The decks as rows of a list: name, what is due, how well each is known."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from lstm_gui.gui.quiz.row_list import ROW, Index, RowDelegate, RowModel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.gui.quiz.words import cards, percent
from lstm_gui.store.collection import DeckSummary
from lstm_gui.store.summaries import outermost

ROW_HEIGHT = 52.0  # px of the design


class DeckModel(RowModel[DeckSummary]):
    """All decks together in the first row, when there are several; then one deck a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._together = False

    def show_decks(self, decks: Sequence[DeckSummary]) -> None:
        """List these decks."""
        self._together = len(decks) > 1
        self.show_rows([self._all(decks), *decks] if self._together else decks)

    def words(self, row: DeckSummary) -> str:
        """The deck's name."""
        return row.name

    def spoken(self, row: DeckSummary) -> str:
        """Its name and its numbers."""
        return f"{row.name}, {self.numbers(row)}"

    def name_at(self, row: int) -> str | None:
        """The deck of a row; None for all of them together."""
        return None if self._together and row == 0 else self._rows[row].name

    def row_of(self, name: str | None) -> int:
        """The row of a deck, 0 for one that is not there."""
        rows = (row for row in range(len(self._rows)) if self.name_at(row) == name)
        return next(rows, 0)

    def numbers(self, deck: DeckSummary) -> str:
        """What stands under the name."""
        text = self.tr("{due} due · {new} new · {cards}")
        return text.format(due=deck.due, new=deck.new, cards=cards(deck.cards))

    def _all(self, decks: Sequence[DeckSummary]) -> DeckSummary:
        decks = outermost(decks)
        size = sum(deck.cards for deck in decks)
        known = sum(deck.mastery * deck.cards for deck in decks) / size if size else 0.0
        new = decks[0].new_in_all  # not the sum: one limit is for all decks together
        return DeckSummary(0, self.tr("All decks"), "", size, new, sum(deck.due for deck in decks), known)


class DeckDelegate(RowDelegate):
    """Paints a deck: its name over its numbers, its mastery at the right."""

    def __init__(self, style: Style) -> None:
        super().__init__(style, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        deck, model = index.data(ROW), index.model()
        assert isinstance(deck, DeckSummary)
        assert isinstance(model, DeckModel)
        look, pad = self._look, self._look.px(10)
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        self._paint_ground(painter, option, rect)
        right = QRectF(rect.right() - pad - look.px(64), rect.top(), look.px(64), rect.height())
        name = QRectF(
            rect.left() + pad, rect.top() + look.px(6), right.left() - rect.left() - 2 * pad, look.px(19)
        )
        self.write(painter, name, deck.name, look.font(13.5, QFont.Weight.DemiBold), look.palette.text)
        below = name.translated(0, look.px(19))
        self.write(painter, below, model.numbers(deck), look.font(11.5), look.palette.muted)
        self._paint_mastery(painter, right, deck.mastery)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        state: QStyle.StateFlag = option.state
        look, accent = self._look, self._look.palette.accent
        if state & QStyle.StateFlag.State_Selected:
            round_rect(painter, rect, look.px(6), look.tint(accent, 0.12), QPen(look.tint(accent, 0.5), 1.0))
        elif state & QStyle.StateFlag.State_MouseOver:
            round_rect(painter, rect, look.px(6), look.tint(look.palette.text, 0.05), NO_PEN)

    def _paint_mastery(self, painter: QPainter, rect: QRectF, mastery: float) -> None:
        look = self._look
        words = QRectF(rect.left(), rect.top() + look.px(8), rect.width(), look.px(17))
        painter.setFont(look.font(11.5))
        painter.setPen(look.palette.muted)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, percent(mastery))
        bar = QRectF(rect.left(), rect.top() + look.px(31), rect.width(), look.px(5))
        round_rect(painter, bar, bar.height() / 2, look.sunk, NO_PEN)
        if mastery > 0:
            bar.setWidth(max(bar.height(), bar.width() * mastery))
            round_rect(painter, bar, bar.height() / 2, look.palette.role("i").graphic, NO_PEN)
