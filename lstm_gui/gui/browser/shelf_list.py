"""The list at the side of the table: what is due or weak, the decks as a tree, the topics, the tags."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from lstm_gui.gui.browser.columns import one_line
from lstm_gui.gui.plain_tip import plain_tip
from lstm_gui.gui.quiz.row_list import Index
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import CLEAR, NO_PEN, round_rect
from lstm_gui.gui.quiz.words import cards
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.quiz.query import written
from lstm_gui.store.card_listing import Shelves

translate = QCoreApplication.translate

_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT = 28  # px of the design
STATES = {
    "due": QT_TRANSLATE_NOOP("ShelfList", "Due now"),
    "new": QT_TRANSLATE_NOOP("ShelfList", "New"),
    "weak": QT_TRANSLATE_NOOP("ShelfList", "Weak"),
    "leech": QT_TRANSLATE_NOOP("ShelfList", "Leeches"),
    "suspended": QT_TRANSLATE_NOOP("ShelfList", "Suspended"),
    "buried": QT_TRANSLATE_NOOP("ShelfList", "Buried today"),
    "graded": QT_TRANSLATE_NOOP("ShelfList", "Graded"),
}
TIPS = {
    "due": QT_TRANSLATE_NOOP("ShelfList", "Cards that a review would ask now"),
    "new": QT_TRANSLATE_NOOP("ShelfList", "Cards that were never rated"),
    "weak": QT_TRANSLATE_NOOP("ShelfList", "Rated cards that you would know with a chance below 70 % today"),
    "leech": QT_TRANSLATE_NOOP("ShelfList", "Cards that were forgotten 8 times or more"),
    "suspended": QT_TRANSLATE_NOOP("ShelfList", "Cards that are left out until they are let in again"),
    "buried": QT_TRANSLATE_NOOP("ShelfList", "Cards that are left out until tomorrow"),
    "graded": QT_TRANSLATE_NOOP("ShelfList", "Cards whose answer the simulator grades"),
}


def translated(text: str) -> str:
    """A text of the tables above in the person's language."""
    return translate("ShelfList", text)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One entry: what is typed for it, "" for all cards; None for a heading."""

    filter: str | None
    count: int = 0


class ShelfList(QTreeView):
    """Decks, topics, tags and states to narrow the cards by.

    Signals
    -------
    chosen(str, bool)
        What to search for; whether beside what is searched for already (Ctrl was held).
    """

    chosen = Signal(str, bool)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.shown = Shelves()
        self._items: dict[str, QStandardItem] = {}
        self.setModel(self._model)
        self.setItemDelegate(ShelfDelegate(style, self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("Decks, topics and tags"))
        self.setToolTip(
            self.tr("Show the cards of one; with Ctrl, of those listed the ones that have it too")
        )
        self.set_style(style)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, ShelfDelegate)
        delegate.look = self._style = style
        self.setFont(style.font(13))
        palette = style.qt_palette()
        palette.setColor(
            QPalette.ColorRole.Highlight, style.palette.panel
        )  # what is chosen the delegate paints
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self.setIndentation(style.px(14))
        self.scheduleDelayedItemsLayout()

    def show_shelves(self, shelves: Shelves) -> None:
        """List these; what was folded stays folded, and what was marked stays marked."""
        if shelves == self.shown and self._items:
            return
        folded = {text for text, item in self._items.items() if not self.isExpanded(item.index())}
        known, marked, place = set(self._items), self.marked, self.verticalScrollBar().value()
        self.shown, self._items = shelves, {}
        self._model.clear()
        self._add(self._model, self.tr("All cards"), Shelf("", shelves.total))
        self._states(dict(shelves.states))
        self._decks(shelves)
        for title, name, rows in (
            (self.tr("Topics"), "topic", shelves.topics),
            (self.tr("Tags"), "tag", shelves.tags),
        ):
            self._heading(
                title, ((written(name, value), one_line(value), "", count) for value, count in rows)
            )
        for text, item in self._items.items():
            item_folded = text in folded if text in known else False
            self.setExpanded(item.index(), not item_folded)
        self.mark(marked)
        self.verticalScrollBar().setValue(place)

    @property
    def marked(self) -> str:
        """What is marked, as it is typed."""
        shelf = self.currentIndex().data(_ROLE)
        return (shelf.filter or "") if isinstance(shelf, Shelf) else ""

    @property
    def entries(self) -> tuple[str, ...]:
        """What is listed, as it is typed; of headings their names."""
        return tuple(self._items)

    def mark(self, text: str) -> None:
        """Mark the entry for what is searched for, or none."""
        item = self._items.get(text)
        if item is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(item.index())

    # Qt's own

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses, or folds a heading."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._choose(index, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; arrows walk and fold."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small arrow at what holds others, and no ground of a selection."""
        if not self._model.hasChildren(index):
            return
        style = self._style
        arm, centre = style.px(3), QPointF(rect.right() - style.px(6), rect.center().y())
        down = self.isExpanded(index)
        ends = (
            ((-arm, -arm / 2), (0, arm / 2), (arm, -arm / 2))
            if down
            else ((-arm / 2, -arm), (arm / 2, 0), (-arm / 2, arm))
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.palette.muted, style.px(1.4)))
        painter.drawPolyline([centre + QPointF(*end) for end in ends])
        painter.restore()

    # Inside

    def _choose(self, index: Index, beside: bool) -> None:
        shelf = index.data(_ROLE)
        if not isinstance(shelf, Shelf):
            return
        if shelf.filter is None:
            place = self._model.index(index.row(), 0, self._model.parent(index))
            self.setExpanded(place, not self.isExpanded(place))
        else:
            self.chosen.emit(shelf.filter, beside)

    def _states(self, counts: Mapping[str, int]) -> None:
        rows = ((f"is:{state}", translated(STATES[state]), translated(TIPS[state])) for state in STATES)
        self._heading(self.tr("State"), ((*row, counts.get(row[0][3:], 0)) for row in rows))

    def _heading(self, title: str, rows: Iterable[tuple[str, str, str, int]]) -> None:
        rows = list(rows)
        if not rows:
            return
        heading = self._add(self._model, title, Shelf(None))
        for text, name, hint, count in rows:
            self._add(heading, name, Shelf(text, count), hint)

    def _decks(self, shelves: Shelves) -> None:
        """The decks as their names nest them; one around others counts theirs too."""
        heading = self._add(self._model, self.tr("Decks"), Shelf(None))
        counts: dict[str, int] = {}
        for name, count in shelves.decks:
            parts = name.split("::")
            for depth in range(1, len(parts) + 1):
                around = "::".join(parts[:depth])
                counts[around] = counts.get(around, 0) + count
        made: dict[str, QStandardItem] = {}
        for name, count in sorted(
            counts.items(), key=lambda row: [part.casefold() for part in row[0].split("::")]
        ):
            around, _, last = name.rpartition("::")
            made[name] = self._add(
                made.get(around, heading), one_line(last) or name, Shelf(written("deck", name), count)
            )

    def _add(
        self, under: QStandardItem | QStandardItemModel, words: str, shelf: Shelf, hint: str = ""
    ) -> QStandardItem:
        item = QStandardItem(words)
        item.setData(shelf, _ROLE)
        item.setToolTip(hint or plain_tip(shelf.filter or words))
        if shelf.filter is not None:
            item.setData(f"{words}, {cards(shelf.count)}", Qt.ItemDataRole.AccessibleTextRole)
        under.appendRow(item)
        self._items[words if shelf.filter is None else shelf.filter] = item
        return item


class ShelfDelegate(QStyledItemDelegate):
    """Paints an entry with its number behind it."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style

    # Qt's own

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.look.px(100), self.look.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        shelf, look, colours = index.data(_ROLE), self.look, self.look.palette
        box, state = QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and shelf.filter is not None
        ground = look.tint(colours.accent, 0.14 if chosen else 0.06)
        painter.save()
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        round_rect(
            painter, box.adjusted(0, 1, 0, -1), look.px(6), ground if chosen or pointed else CLEAR, NO_PEN
        )
        heading = shelf.filter is None
        weight = QFont.Weight.DemiBold if chosen or heading else QFont.Weight.Normal
        font = look.font(12 if heading else 13, weight)
        ink = colours.accent if chosen else colours.muted if heading or not shelf.count else colours.text
        inside = box.adjusted(look.px(6), 0, -look.px(8), 0)
        painter.setFont(look.font(12))
        number = "" if heading else option.locale.toString(shelf.count)
        painter.setPen(colours.muted)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        room = inside.width() - (
            painter.fontMetrics().horizontalAdvance(number) + look.px(8) if number else 0
        )
        painter.setFont(font)
        painter.setPen(ink)
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
