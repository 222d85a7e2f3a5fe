"""The decks as rows of a list: name, what is due, how well each is known."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.gui.quiz.words import cards, percent
from lstm_gui.store.collection import DeckSummary

DECK = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class DeckModel(QAbstractListModel):
    """All decks together in the first row, when there are several; then one deck a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DeckSummary] = []
        self._together = False

    def show_decks(self, decks: Sequence[DeckSummary]) -> None:
        """List these decks."""
        self.beginResetModel()
        self._together = len(decks) > 1
        self._rows = [self._all(decks), *decks] if self._together else list(decks)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The deck's summary, or its words for a screen reader."""
        if not index.isValid():
            return None
        deck = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return deck.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{deck.name}, {self.numbers(deck)}"
        return deck if role == DECK else None

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
        size = sum(deck.cards for deck in decks)
        known = sum(deck.mastery * deck.cards for deck in decks) / size if size else 0.0
        new = max(deck.new for deck in decks)  # the day's limit is one for all decks
        return DeckSummary(0, self.tr("All decks"), "", size, new, sum(deck.due for deck in decks), known)


class DeckDelegate(QStyledItemDelegate):
    """Paints a deck: its name over its numbers, its mastery at the right."""

    def __init__(self, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = style

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(self._look.px(200), self._look.px(52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        deck, model = index.data(DECK), index.model()
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
        self._write(painter, name, deck.name, look.font(13.5, QFont.Weight.DemiBold), muted=False)
        below = name.translated(0, look.px(19))
        self._write(painter, below, model.numbers(deck), look.font(11.5), muted=True)
        self._paint_mastery(painter, right, deck.mastery)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        state: QStyle.StateFlag = option.state
        look, accent = self._look, self._look.palette.accent
        if state & QStyle.StateFlag.State_Selected:
            round_rect(painter, rect, look.px(6), look.tint(accent, 0.12), QPen(look.tint(accent, 0.5), 1.0))
        elif state & QStyle.StateFlag.State_MouseOver:
            round_rect(painter, rect, look.px(6), look.tint(look.palette.text, 0.05), NO_PEN)

    def _write(self, painter: QPainter, rect: QRectF, text: str, font: QFont, *, muted: bool) -> None:
        painter.setFont(font)
        painter.setPen(self._look.palette.muted if muted else self._look.palette.text)
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, elided)

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
