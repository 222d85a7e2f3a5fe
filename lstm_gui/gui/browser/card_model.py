"""The rows of the table of cards: their ids are all known, their contents come when they are looked at."""

from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal

from lstm_gui.gui.browser.columns import COLUMNS, spoken_row, translate, translated
from lstm_gui.gui.plain_tip import plain_tip
from lstm_gui.gui.quiz.row_list import ROW, Index
from lstm_gui.store.card_listing import ListedCard

PAGE = 128  # rows that are fetched at once
PAGES_WAITING = 4  # those looked at last; of a long scroll the others are not worth fetching
KEPT = 6000  # cards whose contents are kept
WAITING = "…"


@dataclass(frozen=True, slots=True)
class Shown:
    """A card with the words of its cells."""

    card: ListedCard
    cells: tuple[str, ...]
    spoken: str


class CardModel(QAbstractTableModel):
    """Rows are cards.

    Signals
    -------
    wanted(object)
        list[int]: the ids of cards that are in sight and not known yet. Answer with `take`.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ids: array[int] = array("q")
        self._known: OrderedDict[int, Shown] = OrderedDict()
        self._pages: list[int] = []  # in sight, not known; the newest last
        self._asked: list[int] = []  # ids that are on their way
        self._stale: set[int] = set()  # ids of cards that may have been changed
        self._sorted_by, self._descending = -1, False
        self._soon = QTimer(self)
        self._soon.setObjectName("cards wanted")
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    def show_ids(self, ids: "array[int]") -> None:
        """List these cards; what is known of a card stays known."""
        self.beginResetModel()
        self.ids = ids
        self._pages.clear()
        self.endResetModel()

    def show_order(self, column: int, way: Qt.SortOrder) -> None:
        """Say at a column that it is sorted by it."""
        before, self._sorted_by = self._sorted_by, column
        self._descending = way is Qt.SortOrder.DescendingOrder
        for number in {before, column} - {-1}:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, number, number)

    def forget(self, uids: Collection[str] | None = None) -> None:
        """Fetch these cards anew, or all, when they are looked at; their old words stay until then."""
        known = self._known.items()
        self._stale |= {key for key, shown in known if uids is None or shown.card.card.uid in uids}
        self._repaint(0, len(self.ids) - 1)

    def take(self, rows: Sequence[ListedCard], now: datetime) -> None:
        """Know these cards, which were asked for."""
        for row in rows:
            cells = tuple(column.words(row, now) for column in COLUMNS)
            self._known[row.row_id] = Shown(row, cells, spoken_row(row, now))
            self._known.move_to_end(row.row_id)
        self._stale.difference_update(self._asked)
        self._asked = []
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self._repaint(0, len(self.ids) - 1)
        if self._pages:
            self._soon.start()

    def lose(self) -> None:
        """What was asked for does not come; it is asked for again when it is painted again."""
        self._asked = []

    def card_at(self, row: int) -> ListedCard | None:
        """The card of a row, where it is known."""
        shown = self._known.get(self.ids[row]) if 0 <= row < len(self.ids) else None
        return shown.card if shown else None

    def rows_of(self, ids: Iterable[int]) -> list[int]:
        """The rows of cards, in order; those not listed are left out."""
        wanted = set(ids)
        return [row for row, row_id in enumerate(self.ids) if row_id in wanted] if wanted else []

    @property
    def waiting(self) -> bool:
        """Whether cards are on their way."""
        return bool(self._asked) or self._soon.isActive()

    # Qt's own

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; asking for what is not known brings it."""
        if role not in _ROLES or not index.isValid():
            return None
        shown = self._shown(index.row())
        if role == ROW:
            return shown.card if shown else None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return shown.spoken if shown else WAITING
        words = shown.cells[index.column()] if shown else WAITING
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns, and what they mean."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = "" if section != self._sorted_by else " ▾" if self._descending else " ▴"
            return translated(column.title) + arrow
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("CardTable", "{what}; a click sorts by it").format(what=translated(column.tip))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(column.side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def shown(self, row: int) -> Shown | None:
        """A row for painting; asking for what is not known brings it."""
        return self._shown(row)

    # Inside

    def _shown(self, row: int) -> Shown | None:
        row_id = self.ids[row]
        shown = self._known.get(row_id)
        if shown is None or row_id in self._stale:
            self._want(row // PAGE)
        return shown

    def _want(self, page: int) -> None:
        if page in self._pages:
            return
        self._pages.append(page)
        del self._pages[:-PAGES_WAITING]
        if not self._asked:
            self._soon.start()

    def _ask(self) -> None:
        if self._asked or not self._pages:
            return
        page = self._pages.pop()
        ids = self.ids[page * PAGE : (page + 1) * PAGE]
        self._asked = [each for each in ids if each not in self._known or each in self._stale]
        if self._asked:
            self.wanted.emit(list(self._asked))
        elif self._pages:
            self._soon.start()

    def _repaint(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1), [])


_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    ROW,
)
