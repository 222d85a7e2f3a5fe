"""The decks as a tree of rows: name, what is due, how well each is known."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QLocale, QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from lstm_gui.gui.quiz.row_list import ROW, Index, RowDelegate
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.gui.quiz.words import cards, percent, translate
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_tree import around, leaf
from lstm_gui.store.collection import DeckSummary
from lstm_gui.store.summaries import outermost

ROW_HEIGHT = 52.0  # px of the design
NAME = ROW + 1
_LONGEST = 200  # characters of a name that a row is given


class DeckModel(QStandardItemModel):
    """All decks together in the first row, when there are several; then each, with the decks in it below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str | None, QStandardItem] = {}

    def show_decks(self, decks: Sequence[DeckSummary]) -> None:
        """List these decks, each of which comes before those in it."""
        self.clear()
        self._items = {}
        if len(outermost(decks)) > 1:
            self._add(None, self._all(decks))
        for deck in decks:
            self._add(deck.name, deck)

    def name_of(self, index: Index) -> str | None:
        """The deck of a row; None for all of them together."""
        name: str | None = index.data(NAME)
        return name

    def index_of(self, name: str | None) -> QModelIndex:
        """The row of a deck, the first row for one that is not there."""
        item = self._items.get(name)
        return self.index(0, 0) if item is None else item.index()

    def each(self) -> Iterator[QModelIndex]:
        """Every row, in order."""
        return (item.index() for item in self._items.values())

    def numbers(self, deck: DeckSummary) -> str:
        """What stands under the name."""
        text = self.tr("{due} due · {new} new · {cards}")
        if deck.exam_day is not None:
            text = self.tr("{due} due · {new} new · {cards} · exam {date}")
        return text.format(due=deck.due, new=deck.new, cards=cards(deck.cards), date=short_day(deck.exam_day))

    def _add(self, name: str | None, deck: DeckSummary) -> None:
        words = in_one_line(leaf(deck.name), _LONGEST) or self.tr("(no name)")
        item = QStandardItem(words)
        item.setEditable(False)
        item.setData(deck, ROW)
        item.setData(name, NAME)
        item.setData(f"{words}, {self.numbers(deck)}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(in_one_line(deck.name, _LONGEST))
        outer = self._items.get(around(deck.name)) if name is not None else None
        (self.invisibleRootItem() if outer is None else outer).appendRow(item)
        self._items[name] = item

    def _all(self, decks: Sequence[DeckSummary]) -> DeckSummary:
        new, due = decks[0].new_in_all, decks[0].due_in_all  # no sums: one limit is for all decks together
        decks = outermost(decks)
        size = sum(deck.cards for deck in decks)
        known = sum(deck.mastery * deck.cards for deck in decks) / size if size else 0.0
        return DeckSummary(0, self.tr("All decks"), "", size, new, due, known)


def short_day(day: int | None) -> str:
    """A study day as "12 Dec", "" for none."""
    if day is None:
        return ""
    return QLocale().toString(date.fromordinal(min(day, date.max.toordinal())), translate("Review", "d MMM"))


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
        self.paint_ground(painter, option, rect)
        right = QRectF(rect.right() - pad - look.px(64), rect.top(), look.px(64), rect.height())
        name = QRectF(
            rect.left() + pad, rect.top() + look.px(6), right.left() - rect.left() - 2 * pad, look.px(19)
        )
        self.write(
            painter, name, str(index.data()), look.font(13.5, QFont.Weight.DemiBold), look.palette.text
        )
        below = name.translated(0, look.px(19))
        self.write(painter, below, model.numbers(deck), look.font(11.5), look.palette.muted)
        self._paint_mastery(painter, right, deck.mastery)
        painter.restore()

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
