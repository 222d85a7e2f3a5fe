"""The window "Cards": a search, the shelves, the table, and one card beside it. It asks nothing itself."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.browser.actions import CARD_ACTIONS, build
from lstm_gui.gui.browser.card_model import CardModel
from lstm_gui.gui.browser.card_parts import CardParts
from lstm_gui.gui.browser.card_table import FIRST_WIDTHS, CardTable
from lstm_gui.gui.browser.columns import count_words
from lstm_gui.gui.browser.preview import CardPreview
from lstm_gui.gui.browser.shelf_list import ShelfList
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.plain_tip import plain_tip
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ElidedLabel, ink, plain_label
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.quiz.query import LONGEST, parse, written
from lstm_gui.store.card_listing import ListedCard
from lstm_gui.store.search import Found

SIZE = QSize(1240, 760)  # px at 100 %, where the screen has room
MENU_KEY = "Alt+A"
LEAST = QSize(640, 380)
BESIDE = QSize(40, 60)  # px of the screen that it leaves free
_TO_CARDS = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)
Sizes = dict[str, list[int]]


class CardWindow(QWidget):
    """It has setters and signals, and changes no card.

    Signals
    -------
    searched()
        What is searched for, or how it is sorted, is another now.
    picked()
        Other cards are selected, or another is the current one.
    asked(str)
        The handler of one of CARD_ACTIONS.
    stopped()
        What is being changed is to be left as it was.
    closed()
        It is closing; `sizes` says how it stood.
    """

    searched = Signal()
    picked = Signal()
    asked = Signal(str)
    stopped = Signal()
    closed = Signal()

    def __init__(self, shelf: FormulaShelf, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Cards"))
        self.model = CardModel(self)
        self.search = self._made_search()
        self.more = Button(
            Kind.SOFT, self.tr("Actions ▾"), self.tr("What can be done with cards (Alt+A)"), self
        )
        self.complaint = plain_label(self, wraps=True)
        self.shelves = ShelfList(style, self)
        self.table = CardTable(self.model, style, self)
        self.preview = CardPreview(shelf, style, self)
        self.count, self.told = plain_label(self), ElidedLabel(self)
        self.stop = Button(Kind.QUIET, self.tr("Stop"), self.tr("Leave the cards as they were (Esc)"), self)
        self.actions_by_name = build(self, self.table, self.asked.emit)
        self.menu = self._made_menu()
        self._total, self.listed_text = 0, "\0"  # nothing is listed yet
        self._lay_out(style)
        self._connect()
        self.set_style(style)
        self.search.setFocus()

    # What it shows

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.look = style
        self.setPalette(style.qt_palette())
        self.setAutoFillBackground(True)
        for part in (self.shelves, self.table, self.preview, self.parts):
            part.set_style(style)
        dress_form(self.search, style.palette, style.scale)
        self.search.setFont(style.font(14))
        self.more.set_style(style)
        self.stop.set_style(style, 12)
        self.told.setMinimumHeight(self.stop.sizeHint().height())
        self.search.setFixedHeight(self.more.sizeHint().height())
        self.menu.setFont(style.font(13))
        ink(self.complaint, style.palette.role("f").ink, style.font(12))
        for label in (self.count, self.told):
            ink(label, style.palette.muted, style.font(12))
        self._box.setSpacing(style.gap(8))
        pad = style.gap(14)
        self._box.setContentsMargins(pad, pad, pad, style.gap(10))
        self.setMinimumSize((LEAST * style.scale).boundedTo(self._room))

    def show_found(self, found: Found) -> None:
        """List these cards. What was selected stays so where it is listed; so does the place."""
        same_text = found.text == self.listed_text
        self.listed_text = found.text
        table, bar = self.table, self.table.verticalScrollBar()
        chosen, row, place = table.selected_ids(), table.current_row, bar.value()
        current = self.model.ids[row] if 0 <= row < len(self.model.ids) else -1
        self._total = found.total
        self.model.show_ids(found.ids)
        rows = self.model.rows_of(chosen)
        (now, *_) = (*self.model.rows_of([current]), min(max(row, 0), len(found.ids) - 1) if same_text else 0)
        table.select_rows(rows or ([now] if found.ids else []), now if found.ids else -1)
        bar.setValue(place if same_text else 0)
        if not same_text and now > 0:
            table.scrollTo(self.model.index(now, 0))
        self.complaint.setText(" ".join(found.complaints))
        self.complaint.setVisible(bool(found.complaints))
        table.say_nothing_found(self._nothing(found))
        self.show_count()
        self.shelves.mark(_only_filter(found.text))
        self.picked.emit()

    def show_count(self) -> None:
        """Say how many cards are listed and selected."""
        said = count_words(len(self.model.ids), self._total, self.table.selected_rows)
        if said != self.count.text():
            self.count.setText(said)
            announce(self.count, said)

    def tell(self, words: str) -> None:
        """Say what was done; it stays until the next thing is."""
        self.told.setText(words)
        self.told.setToolTip(plain_tip(words))
        announce(self.told, words)

    def show_changing(self, words: str) -> None:
        """Say how far a change of many cards is, which can be stopped."""
        self.told.setText(words)
        self.stop.show()

    def show_unchanging(self) -> None:
        """Nothing is being changed any more."""
        if self.stop.hasFocus():
            self.table.setFocus()
        self.stop.hide()

    def show_preview(self, on: bool) -> None:
        """Show the card beside the table, or give its room to that."""
        self.parts.show_preview(on)
        self.picked.emit()

    def search_for(self, text: str) -> None:
        """Search for something as if it was typed."""
        self.search.setText(text)

    @property
    def current_card(self) -> ListedCard | None:
        """The card that has the keyboard, where it is known."""
        return self.model.card_at(self.table.current_row)

    # How it stood

    @property
    def sizes(self) -> Sizes:
        """Its size and those of its parts and columns, by name."""
        return {
            "cards": [self.width(), self.height()],
            "cards_parts": self.parts.stands(),
            "cards_columns": [round(width / self.look.scale) for width in self.table.widths()],
        }

    def restore(self, sizes: Sizes) -> None:
        """Stand as it stood; what is not said is as at first."""
        look = self.look
        width, height = sizes.get("cards", [round(n * look.scale) for n in SIZE.toTuple()])[:2]
        self.resize(QSize(width, height).boundedTo(self._room))
        self.parts.stand(sizes.get("cards_parts", []), self.width())
        widths = sizes.get("cards_columns", FIRST_WIDTHS)
        self.table.set_widths([look.px(width) if width else 0 for width in widths])

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, arrows and Enter lead to the cards, and Esc clears it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TO_CARDS:
                self.searched.emit()
                self.table.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what is being changed, or else closes."""
        if event.key() == Qt.Key.Key_Escape and self.stop.isVisible():
            self.stopped.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so."""
        self.closed.emit()
        super().closeEvent(event)

    # Inside

    @property
    def _room(self) -> QSize:
        return self.screen().availableSize() - BESIDE

    def _nothing(self, found: Found) -> str:
        if not found.total:
            return self.tr(
                "There are no cards yet. Write one with Ctrl+N, or import a deck in the main window (Ctrl+I)."
            )
        return "" if found.ids else self.tr("No card matches this search.")

    def _narrow(self, chosen: str, beside: bool) -> None:
        """The words stay; the filters give way to the new one, or it joins them."""
        query = parse(self.search.text())
        words = [part for part in self.search.text().split() if beside or not query.filters]
        if not beside and query.filters:
            words = [f"{'-' * term.without}{_quoted(term.value, term.phrase)}" for term in query.words]
        self.search.setText(" ".join(filter(None, (chosen, *words))))

    def _write(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + letter)

    def _pick(self) -> None:
        self.show_count()
        self.picked.emit()

    def _show_menu(self, where: QPoint) -> None:
        self.menu.popup(where)

    def _made_search(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setPlaceholderText(self.tr('Search: words, "a phrase", -without, tag:gates, is:due …'))
        made.setAccessibleName(self.tr("Search"))
        made.setToolTip(
            self.tr(
                "Words, “whole phrases”, -without; deck: tag: topic: is:due is:weak rated:7. "
                "↓ leads to the cards (Ctrl+F leads here)"
            )
        )
        made.setClearButtonEnabled(True)
        made.setMaxLength(LONGEST)
        made.installEventFilter(self)
        return made

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for row in CARD_ACTIONS:
            if row.gap:
                menu.addSeparator()
            menu.addAction(self.actions_by_name[row.handler])
        return menu

    def _lay_out(self, style: Style) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.more)
        self.parts = CardParts(self.shelves, self.table, self.preview, style)
        bottom.addWidget(self.count)
        bottom.addWidget(self.told, 1)
        bottom.addWidget(self.stop)
        self.stop.hide()
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._box = QVBoxLayout(self)
        self._box.addLayout(top)
        self._box.addWidget(self.complaint)
        self._box.addWidget(self.parts, 1)
        self._box.addLayout(bottom)
        self.complaint.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self.searched.emit())
        self.shelves.chosen.connect(self._narrow)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self.searched.emit())
        self.table.chosen.connect(self._pick)
        self.table.typed.connect(self._write)
        self.table.left.connect(self.search.setFocus)
        self.table.edit_wanted.connect(lambda: self.asked.emit("edit"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda place: self._show_menu(self.table.viewport().mapToGlobal(place))
        )
        QShortcut(QKeySequence(MENU_KEY), self, self.more.click)
        self.more.clicked.connect(
            lambda: self._show_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )
        self.stop.clicked.connect(self.stopped)
        self.preview.scene_wanted.connect(lambda: self.asked.emit("open_scene"))
        self.parts.unfolded.connect(self.picked)


def _only_filter(text: str) -> str:
    """The one filter of a search as the shelves write it; "" for none, and what is nowhere for several."""
    filters = parse(text).filters
    if len(filters) > 1 or any(term.without for term in filters):
        return "?"
    return "".join(written(term.name, term.value) for term in filters)


def _quoted(text: str, phrase: bool) -> str:
    return f'"{text}"' if phrase else text
