"""The table of cards: rows of one height, painted here, so that 100,000 of them scroll as six do."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lstm_gui.gui.browser.card_model import WAITING, CardModel
from lstm_gui.gui.browser.columns import COLUMNS
from lstm_gui.gui.quiz.row_list import Index
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.gui.theme import mix
from lstm_gui.store.search import Order

ROW_HEIGHT = 30  # px of the design
NARROWEST = 44
_AIR = 8
_MARK = 3  # the bar at the left of the row that has the keyboard
_SIDES = tuple(int(column.side | Qt.AlignmentFlag.AlignVCenter) for column in COLUMNS)
FIRST_WIDTHS = [0, *(column.width for column in COLUMNS[1:])]  # the question takes what room there is
_QUESTION = 0.6  # the least of the table that a question has, where it is narrow
_DUE = next(number for number, column in enumerate(COLUMNS) if column.order == "due")


class CardTable(QTableView):
    """Shows a CardModel.

    Signals
    -------
    chosen()
        Other cards are selected, or another is the current one.
    edit_wanted()
        A double click.
    typed(str)
        A letter, which is for the search.
    left()
        The arrow up on the first row.
    """

    chosen = Signal()
    edit_wanted = Signal()
    typed = Signal(str)
    left = Signal()

    def __init__(self, model: CardModel, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = model
        self._nothing = ""
        self._fits, self._fitting = False, False  # whether the question has the room that others leave
        self.setModel(model)
        self._painter = CardDelegate(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Cards"))
        self.setToolTip("")
        self._set_up()
        self.set_style(style)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom; columns keep their share."""
        before = getattr(self, "look", None)
        self.look = style
        self.setFont(style.font(13))
        palette = style.qt_palette()
        palette.setColor(QPalette.ColorRole.Base, style.palette.panel)  # it is no field to write in
        self.setPalette(palette)
        self._painter.set_style(style)
        self.verticalHeader().setDefaultSectionSize(style.px(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setFont(style.font(12, QFont.Weight.Medium))
        header.setFixedHeight(style.px(ROW_HEIGHT))
        header.setMinimumSectionSize(style.px(NARROWEST))
        header.setStyleSheet(_header_style(style))
        if before is not None and before.scale != style.scale:
            self.set_widths([round(width * style.scale / before.scale) for width in self.widths()])

    # Columns

    def widths(self) -> list[int]:
        """How wide the columns are, in px; 0 for a question that takes what room there is."""
        widths = [self.columnWidth(number) for number in range(len(COLUMNS))]
        return [0, *widths[1:]] if self._fits else widths

    def set_widths(self, widths: Sequence[int]) -> None:
        """Make the columns so wide; what is no width for each is passed over."""
        if len(widths) != len(COLUMNS):
            return
        for number, width in enumerate(widths):
            self.setColumnWidth(number, max(self.look.px(NARROWEST), min(width, 4000)))
        self._fits = not widths[0]
        self._fit()

    @property
    def order(self) -> Order:
        """By what the header says the cards are sorted."""
        header = self.horizontalHeader()
        down = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return Order(COLUMNS[header.sortIndicatorSection()].order, down)

    # Selection

    @property
    def selected_rows(self) -> int:
        """How many rows are selected; quick for 100,000."""
        return sum(bottom - top + 1 for top, bottom in self._selected())

    def selected_ids(self) -> list[int]:
        """The ids of the cards that are selected, in the order of the table."""
        return [row_id for top, bottom in self._selected() for row_id in self.cards.ids[top : bottom + 1]]

    @property
    def current_row(self) -> int:
        """The row that has the keyboard; -1 for none."""
        return self.currentIndex().row()

    def select_rows(self, rows: Sequence[int], current: int) -> None:
        """Select these rows, which are in order, and put the keyboard on one."""
        selection = QItemSelection()
        for top, bottom in _runs(rows):
            selection.select(self.cards.index(top, 0), self.cards.index(bottom, len(COLUMNS) - 1))
        flags = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.select(selection, flags.ClearAndSelect)
        if current >= 0:
            model.setCurrentIndex(self.cards.index(current, 0), flags.NoUpdate)

    def say_nothing_found(self, words: str) -> None:
        """What stands in place of rows where there are none."""
        self._nothing = words
        self.viewport().update()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are for the search, and above the first row it stands; Enter and others are actions."""
        if event.key() == Qt.Key.Key_Up and not event.modifiers() and self.current_row <= 0:
            self.left.emit()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Not Qt's own, which would read every card."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or what is said instead."""
        super().paintEvent(event)
        if len(self.cards.ids) or not self._nothing:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.look.palette.muted)
        painter.setFont(self.look.font(14))
        side, above = self.look.px(24), self.look.px(40)
        box = self.viewport().rect().adjusted(side, above, -side, 0)
        where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(box, where, self._nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question has the room that the others leave."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A table with cards has a current one."""
        super().focusInEvent(event)
        if self.current_row < 0 and len(self.cards.ids):
            self.select_rows([0], 0)

    # Inside

    def _fit(self) -> None:
        """Give the question what room there is, or else the last column."""
        self.horizontalHeader().setStretchLastSection(not self._fits)
        if not self._fits:
            return
        wide = self.viewport().width()
        spare = wide - sum(self.columnWidth(number) for number in range(1, len(COLUMNS)))
        self._fitting = True
        self.setColumnWidth(0, max(spare, min(self.look.px(COLUMNS[0].width), round(_QUESTION * wide))))
        self._fitting = False

    def _resized(self, column: int, _before: int, _now: int) -> None:
        """A question that was made so wide by hand stays so."""
        if column == 0 and not self._fitting:
            self._fits = False
            self._fit()

    def _selected(self) -> list[tuple[int, int]]:
        """The first and last row of each run of selected rows, in order."""
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        return sorted((part.top(), part.bottom()) for part in parts)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)  # it is not the model that sorts
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal))
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget(self))  # else a corner is drawn as the stock bars would have it
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.sectionResized.connect(self._resized)
        header.sortIndicatorChanged.connect(self.cards.show_order)
        header.setSortIndicator(_DECK, Qt.SortOrder.AscendingOrder)


class CardDelegate(QStyledItemDelegate):
    """Paints a cell: its words, cut where they have no room."""

    def __init__(self, table: CardTable) -> None:
        super().__init__(table)
        self._table = table

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        colours = style.palette
        self._font, self._strong = style.font(13), style.font(13, QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._font)
        self._air, self._mark = style.px(_AIR), style.px(_MARK)
        self._ink, self._muted, self._accent = colours.text, colours.muted, colours.accent
        self._chosen = mix(colours.panel, colours.accent, 0.16)
        self._pointed = mix(colours.panel, colours.accent, 0.05)
        self._rule = mix(colours.panel, colours.border, 0.55)

    # Qt's own

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        box: QRect = option.rect
        state, column = option.state, index.column()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._chosen)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, self._pointed)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._rule)
        if column == 0 and index.row() == self._table.current_row:
            painter.fillRect(box.left(), box.top(), self._mark, box.height(), self._accent)
        shown = self._table.cards.shown(index.row())
        words = shown.cells[column] if shown else WAITING
        if not words:
            return
        resting = shown is None or shown.card.suspended or shown.card.buried
        painter.setFont(self._font)
        painter.setPen(self._ink_of(column, resting))
        room = box.adjusted(self._air, 0, -self._air, 0)
        words = self._metrics.elidedText(words, _CUTS.get(column, _RIGHT), room.width())
        painter.drawText(room, _SIDES[column], words)

    def _ink_of(self, column: int, resting: bool) -> QColor:
        return self._muted if resting or column not in (0, _DUE) else self._ink


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows in order as runs of neighbours: the first and last row of each."""
    rows = list(rows)
    ends = [before for before, after in pairwise(rows) if after != before + 1]
    starts = [after for before, after in pairwise(rows) if after != before + 1]
    return list(zip([*rows[:1], *starts], [*ends, *rows[-1:]], strict=True))


def _header_style(style: Style) -> str:
    """Fusion's own header has a gradient and lines in three colours."""
    colours = style.palette
    return (
        f"QHeaderView {{ background: {colours.panel.name()}; border: none; }}"
        f"QHeaderView::section {{ background: {colours.panel.name()}; color: {colours.muted.name()};"
        f" border: none; border-bottom: 1px solid {colours.border.name()}; padding: 0 {style.px(_AIR)}px; }}"
        "QHeaderView::down-arrow, QHeaderView::up-arrow { image: none; width: 0; height: 0; }"  # in the title
        f"QHeaderView::section:hover {{ color: {colours.text.name()}; }}"
    )


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_DECK = next(number for number, column in enumerate(COLUMNS) if column.order == "deck")
_RIGHT = Qt.TextElideMode.ElideRight
_CUTS = {_DECK: Qt.TextElideMode.ElideLeft}  # the deck itself tells more than those around it
