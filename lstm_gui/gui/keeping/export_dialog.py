"""Export of decks: which one, as what, and what that keeps; then it is written while one goes on."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from lstm_gui.formats.deck_export import DeckCopy
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Job, Worker
from lstm_gui.gui.keeping.deck_kinds import DeckKind, deck_kinds
from lstm_gui.gui.keeping.frame import WIDTH, KeepingDialog
from lstm_gui.gui.keeping.kind_list import ROW_HEIGHT, KindDelegate, KindModel
from lstm_gui.gui.operations.export_deck import Exported, gathered, written
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.card_words import deck_words
from lstm_gui.gui.quiz.row_list import ROW, row_list
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.words import cards
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_tree import SEPARATOR, is_within
from lstm_gui.store.collection import DeckSummary
from lstm_gui.store.errors import CollectionError

_LONGEST_STEM = 80  # characters of a file's name


def file_stem(deck: str) -> str:
    """A deck's name as that of a file, which no system refuses."""
    words = "".join(
        sign if sign.isalnum() or sign in " -_.()" else " " for sign in deck.replace(SEPARATOR, " - ")
    )
    return in_one_line(words, _LONGEST_STEM).strip(" .") or "deck"


class ExportDialog(KeepingDialog):
    """Asks what is to leave. Nothing of the collection changes.

    Signals:
    save_wanted()      -- the person wants a file: write_to() it
    exported(Exported) -- the file is there
    """

    save_wanted = Signal()
    exported = Signal(object)

    def __init__(
        self,
        collection: CollectionThread,
        worker: Worker,
        decks: Sequence[DeckSummary],
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Export a deck"), style, parent)
        self._collection, self._decks = collection, decks
        self._path = Path()
        self._gathering, self._writing = collection.job(self), Job(worker, self)
        self._gathering.progressed.connect(self.show_progress)
        self._gathering.succeeded.connect(self._write)
        self._gathering.failed.connect(self._refuse)
        self._writing.succeeded.connect(self._done)
        self._writing.failed.connect(self._refuse)
        self._build()
        self._describe()

    # What is chosen

    @property
    def deck(self) -> DeckSummary:
        """The deck to leave."""
        return self._decks[max(0, self.deck_choice.currentIndex())]

    @property
    def kind(self) -> DeckKind:
        """The kind of file."""
        kind = self.kinds.currentIndex().data(ROW)
        assert isinstance(kind, DeckKind)
        return kind

    def choose(self, deck: str | None) -> None:
        """Begin with this deck."""
        names = [each.name for each in self._decks]
        self.deck_choice.setCurrentIndex(names.index(deck) if deck in names else 0)

    # Writing

    def write_to(self, path: Path) -> None:
        """Gather the deck, with the decks inside it, and write it to `path`."""
        self._path, name, with_history = path, self.deck.name, self.kind.with_history
        self.say(self.tr("Exporting…"), name)
        self._set_running(True)
        self._collection.work(
            self._gathering,
            lambda collection, watch: gathered(collection, name, with_history=with_history, watch=watch),
        )

    def reject(self) -> None:
        """Break off what is under way, or else go."""
        if self._gathering.running or self._writing.running:
            self._gathering.cancel()
            self._writing.cancel()
            self._set_running(False)
            self._describe()
            return
        super().reject()

    def _write(self, copy: object) -> None:
        assert isinstance(copy, DeckCopy)
        path = self._path
        self.bar.setRange(0, 0)
        self._writing.start(lambda task: written(copy, path, task.watch))

    def _done(self, result: object) -> None:
        assert isinstance(result, Exported)
        self.exported.emit(result)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._set_running(False)
        if not isinstance(error, (CollectionError, OSError)):
            super().reject()
            raise error
        why = str(error)
        if isinstance(error, OSError):
            told = self.tr("{name} was not written: {why}. Choose another folder, or free some space.")
            why = told.format(name=self._path.name, why=error.strerror or error)
        self.say(self.tr("Nothing was exported"), why)

    # What is shown

    def _describe(self) -> None:
        deck = self.deck
        inside = sum(each.name != deck.name and is_within(each.name, deck.name) for each in self._decks)
        words = self.tr("{cards} will leave as a copy.")
        if inside and self.kind.nests:
            words = self.tr("{cards} will leave as a copy, in the decks they lie in.")
        elif inside:
            words = self.tr(
                "{cards} will leave as a copy, as one deck: this kind of file has no decks inside."
            )
        self.say(self.tr("Export a deck"), words.format(cards=cards(deck.cards)))
        self.save.setEnabled(deck.cards > 0)

    def _set_running(self, running: bool) -> None:
        self.set_busy(running)
        for part in (self.deck_choice, self.kinds, self.save):
            part.setEnabled(not running)
        tip = self.tr("Stop, and write nothing (Esc)") if running else self.tr("Export nothing (Esc)")
        self.leave.say(self.tr("Cancel"), tip)

    def _build(self) -> None:
        look = self.look
        self.deck_choice = QComboBox(self)
        for deck in self._decks:
            self.deck_choice.addItem(in_one_line(deck_words(deck.name), 100))
        self.deck_choice.setAccessibleName(self.tr("Deck"))
        self.deck_choice.setToolTip(self.tr("Which deck leaves"))
        self.deck_choice.setMinimumWidth(1)
        self.deck_choice.setMinimumHeight(look.px(28))
        self.deck_choice.currentIndexChanged.connect(self._describe)
        self._list_kinds()
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Export nothing (Esc)"), self)
        self.save = Button(
            Kind.PRIMARY, self.tr("Save…"), self.tr("Choose a file for the deck (Enter)"), self
        )
        self.leave.clicked.connect(self.reject)
        self.save.clicked.connect(self.save_wanted)
        name = QLabel(self.tr("&Deck"), self)
        name.setBuddy(self.deck_choice)
        row = QHBoxLayout()
        row.setSpacing(look.gap(10))
        row.addWidget(name)
        row.addWidget(self.deck_choice, 1)
        self.middle.addLayout(row)
        self.middle.addWidget(self.kinds)
        self.middle.addStretch(1)
        self.lay_out((), (self.leave, self.save))
        self.resize(look.px(WIDTH), self.sizeHint().height())
        self.save.setFocus()

    def _list_kinds(self) -> None:
        model = KindModel(self)
        model.show_rows(deck_kinds())
        self.kinds = row_list(model, KindDelegate(self.look), self)
        self.kinds.setMouseTracking(True)
        self.kinds.setAccessibleName(self.tr("Kind of file"))
        self.kinds.setToolTip(self.tr("Choose what the deck leaves as (↑, ↓)"))
        self.kinds.setCurrentIndex(model.index(0, 0))
        self.kinds.selectionModel().currentChanged.connect(self._describe)
        self.kinds.activated.connect(self.save_wanted)
        self.kinds.setFixedHeight(model.rowCount() * self.look.px(ROW_HEIGHT))
