"""Choosing the deck to review, or bringing, making or setting one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.deck_list import ROW_HEIGHT, DeckModel
from lstm_gui.gui.quiz.deck_tree_view import DeckTreeView
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.store.collection import DeckSummary

SETTINGS_KEY = "Alt+Return"
BROWSE_KEY = "Ctrl+F"
WIDTH, MOST_ROWS = 400, 8
NEEDS = QSize(WIDTH, 420)  # px of the design; where the screen has less, all is drawn smaller
BESIDE = QSize(40, 60)  # px of the screen that it leaves free


class DeckPicker(QDialog):
    """The tree of decks. Enter, a click or a double click chooses; Esc leaves things as they are.

    Signals:
    chosen(object)       -- the deck's name, None for all decks
    import_wanted()      -- a deck from a file
    settings_wanted(str) -- what is set for a deck
    make_wanted()        -- a new deck
    export_wanted(str)   -- a deck as a file, "" for the one reviewed
    browse_wanted(str)   -- the cards of a deck, "" for all, in a table
    """

    chosen = Signal(object)
    import_wanted = Signal()
    settings_wanted = Signal(str)
    make_wanted = Signal()
    export_wanted = Signal(str)
    browse_wanted = Signal(str)

    def __init__(
        self, decks: Sequence[DeckSummary], current: str | None, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        style = style.within(NEEDS, self.screen().availableSize() - BESIDE)
        self.setWindowTitle(self.tr("Decks"))
        self.setPalette(style.qt_palette())
        self._model = DeckModel(self)
        self._model.show_decks(decks)
        self.list = DeckTreeView(self._model, style, self)
        self.list.setAccessibleName(self.tr("Decks"))
        self.list.setToolTip(self.tr("Choose the deck to review (Enter); ← and → fold and unfold"))
        self.list.setCurrentIndex(self._model.index_of(current))
        self.list.open_way_to(self.list.currentIndex())
        self.bring = Button(Kind.SOFT, self.tr("Import a deck…"), self.tr("Add the cards of a file"), self)
        self.out = Button(Kind.SOFT, self.tr("Export…"), self.tr("Save this deck as a file"), self)
        self.make = Button(Kind.QUIET, self.tr("New deck…"), self.tr("Make an empty deck"), self)
        tip = self.tr("New cards a day, recall, exam and name of this deck (Alt+Enter)")
        self.settings = Button(Kind.QUIET, self.tr("Deck settings…"), tip, self)
        tip = self.tr("Every card of this deck in a table, to search and to change (Ctrl+F)")
        self.browse = Button(Kind.QUIET, self.tr("See its cards…"), tip, self)
        self._build(style)
        self._connect()

    def show_decks(self, decks: Sequence[DeckSummary]) -> None:
        """List these decks, keeping the deck marked and what is unfolded."""
        name, unfolded = self._model.name_of(self.list.currentIndex()), self.list.open_names()
        self._model.show_decks(decks)
        self.list.open_again(unfolded)
        self.list.setCurrentIndex(self._model.index_of(name))
        self._note_decks()

    def _note_decks(self) -> None:
        some = any(True for _ in self._model.each())
        self.title.setText(self.tr("Which deck?") if some else self.tr("There is no deck yet"))
        for button in (self.out, self.browse):
            button.setEnabled(some)

    def _build(self, style: Style) -> None:
        title = self.title = plain_label(self)
        self._note_decks()
        ink(title, style.palette.text, style.font(16, QFont.Weight.DemiBold))
        layout = QVBoxLayout(self)
        pad = style.gap(16)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(style.gap(10))
        layout.addWidget(title)
        layout.addWidget(self.list, 1)
        files, below = QHBoxLayout(), QHBoxLayout()
        for button in (self.bring, self.out):
            button.set_style(style)
            files.addWidget(button)
        layout.addLayout(files)
        for button in (self.make, self.settings, self.browse):
            button.set_style(style)
            below.addWidget(button)
        layout.addLayout(below)
        rows = min(MOST_ROWS, max(2, sum(1 for _ in self._model.each())))
        tall = rows * style.px(ROW_HEIGHT) + style.px(170)
        self.resize(QSize(style.px(WIDTH), tall).boundedTo(self.screen().availableSize() - BESIDE))
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._mark)
        self.bring.clicked.connect(lambda: self._leave(self.import_wanted.emit))
        self.out.clicked.connect(self._export)
        self.make.clicked.connect(lambda: self._leave(self.make_wanted.emit))
        self.settings.clicked.connect(self._set)
        self.browse.clicked.connect(self._browse)
        QShortcut(QKeySequence(SETTINGS_KEY), self, self._set)
        QShortcut(QKeySequence(BROWSE_KEY), self, self._browse)
        self._mark(self.list.currentIndex())

    def _mark(self, index: QModelIndex) -> None:
        self.settings.setEnabled(self._model.name_of(index) is not None)

    def _choose(self, index: QModelIndex) -> None:
        if self.isVisible():  # a double click says it twice
            self.chosen.emit(self._model.name_of(index))
            self.accept()

    def _set(self) -> None:
        name = self._model.name_of(self.list.currentIndex())
        if name is not None:
            self._leave(lambda: self.settings_wanted.emit(name))

    def _browse(self) -> None:
        name = self._model.name_of(self.list.currentIndex()) or ""
        self._leave(lambda: self.browse_wanted.emit(name))

    def _export(self) -> None:
        name = self._model.name_of(self.list.currentIndex()) or ""
        self._leave(lambda: self.export_wanted.emit(name))

    def _leave(self, tell: Callable[[], None]) -> None:
        self.reject()
        tell()
