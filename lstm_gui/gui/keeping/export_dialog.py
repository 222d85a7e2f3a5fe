"""Export of decks: which one, as what, and what that keeps; then it is written while one goes on."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Job, Worker
from lstm_gui.gui.keeping.deck_kinds import DeckKind, deck_kinds
from lstm_gui.gui.keeping.frame import WIDTH, KeepingDialog
from lstm_gui.gui.keeping.kind_list import ROW_HEIGHT, KindDelegate, KindModel
from lstm_gui.gui.operations.export_deck import Exported, gathered, written
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.row_list import ROW, row_list
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.words import cards, counted
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_tree import SEPARATOR, around, is_within
from lstm_gui.store.collection import Collection, DeckSummary
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.watch import Watch

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
    save_wanted()     -- the person wants a file: write_to() it
    exported(Exported) -- the files are there
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

    @property
    def leaving(self) -> list[DeckSummary]:
        """The decks to leave that have cards of their own, the one chosen first."""
        inner = self._inside() if self.nested.isChecked() else []
        return [deck for deck in (self.deck, *inner) if self._own_cards(deck)]

    def choose(self, deck: str | None) -> None:
        """Begin with this deck."""
        names = [each.name for each in self._decks]
        self.deck_choice.setCurrentIndex(names.index(deck) if deck in names else 0)

    # Writing

    def write_to(self, path: Path) -> None:
        """Gather the decks and write the first to `path`, those inside it beside that."""
        self._path, kind = path, self.kind
        wanted = [(deck.name, deck.description) for deck in self.leaving]
        paths = [path if deck == self.deck else self._beside(deck) for deck in self.leaving]
        self.say(self.tr("Exporting…"), self.deck.name)
        self._set_running(True)

        def gather(collection: Collection, watch: Watch) -> object:
            copies = [
                gathered(collection, name, about, with_history=kind.with_history, watch=watch)
                for name, about in wanted
            ]
            return list(zip(copies, paths, strict=True))

        self._collection.work(self._gathering, gather)

    def reject(self) -> None:
        """Break off what is under way, or else go."""
        if self._gathering.running or self._writing.running:
            self._gathering.cancel()
            self._writing.cancel()
            self._set_running(False)
            self._describe()
            return
        super().reject()

    def _beside(self, deck: DeckSummary) -> Path:
        rest = deck.name[len(self.deck.name) :].removeprefix(SEPARATOR)
        return self._path.with_name(f"{self._path.stem} - {file_stem(rest)}{self._path.suffix}")

    def _write(self, copies: object) -> None:
        assert isinstance(copies, list)
        self.bar.setRange(0, 0)
        self._writing.start(lambda task: written(copies, task.watch))

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

    def _inside(self) -> list[DeckSummary]:
        outer = self.deck.name
        return [deck for deck in self._decks if deck.name != outer and is_within(deck.name, outer)]

    def _own_cards(self, deck: DeckSummary) -> int:
        """How many cards lie in a deck itself: its number counts those of the decks in it too."""
        return deck.cards - sum(each.cards for each in self._decks if around(each.name) == deck.name)

    def _describe(self) -> None:
        inside = self._inside()
        words = counted(
            len(inside),
            self.tr("With the deck &inside it, in a file of its own"),
            self.tr("With the {n} decks &inside it, each in a file of its own"),
        )
        self.nested.setText(words)
        self.nested.setVisible(bool(inside))
        self.nested.setChecked(bool(inside))
        self._count()

    def _count(self) -> None:
        size = sum(self._own_cards(deck) for deck in self.leaving)
        self.say(self.tr("Export a deck"), self.tr("{cards} will leave as a copy.").format(cards=cards(size)))
        self.save.setEnabled(size > 0)

    def _set_running(self, running: bool) -> None:
        self.set_busy(running)
        for part in (self.deck_choice, self.kinds, self.nested, self.save):
            part.setEnabled(not running)
        tip = self.tr("Stop, and write nothing (Esc)") if running else self.tr("Export nothing (Esc)")
        self.leave.say(self.tr("Cancel"), tip)

    def _build(self) -> None:
        look = self.look
        self.deck_choice = QComboBox(self)
        for deck in self._decks:
            self.deck_choice.addItem(deck.name)
        self.deck_choice.setAccessibleName(self.tr("Deck"))
        self.deck_choice.setToolTip(self.tr("Which deck leaves"))
        self.deck_choice.setMinimumWidth(1)
        self.deck_choice.setMinimumHeight(look.px(28))
        self.deck_choice.currentIndexChanged.connect(self._describe)
        self.nested = QCheckBox(self)
        self.nested.setToolTip(self.tr("Their files stand beside the first"))
        self.nested.setAccessibleName(self.tr("Decks inside"))
        self.nested.toggled.connect(self._count)
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
        self.middle.addWidget(self.nested)
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
        self.kinds.activated.connect(self.save_wanted)
        self.kinds.setFixedHeight(model.rowCount() * self.look.px(ROW_HEIGHT))
