"""Importing a deck: what the file would bring is shown first, and nothing changes before one agrees."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.preview import Preview
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Job, Worker
from lstm_gui.gui.keeping.frame import KeepingDialog
from lstm_gui.gui.operations.import_deck import Imported, import_deck
from lstm_gui.gui.operations.preview_deck import chosen, compared
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.column_mapper import ColumnMapper
from lstm_gui.gui.quiz.import_form import ImportForm
from lstm_gui.gui.quiz.import_list import ImportDelegate, ImportModel, Row, rows
from lstm_gui.gui.quiz.import_words import agreement, summary
from lstm_gui.gui.quiz.press import ENTER
from lstm_gui.gui.quiz.row_list import row_list
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.collection import Collection, ImportReport
from lstm_gui.store.errors import CollectionError
from lstm_gui.strict_json import FileRefused

WIDTH, SMALL, TALL = 620, 190, 520  # px of the design
TYPING_PAUSE = 200  # ms after a letter of the name, before the collection is asked again


@dataclass(frozen=True, slots=True)
class Offer:
    """What importing a file as it was read would do, and the rows that say so."""

    report: ImportReport
    rows: list[Row]


class ImportDialog(KeepingDialog):
    """Reads a file, shows what it would bring, and brings it when the person says so.

    Signals:
    imported(Imported) -- the deck is in the collection
    """

    imported = Signal(object)

    def __init__(
        self,
        collection: CollectionThread,
        worker: Worker,
        style: Style,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", style, parent)
        self.setWindowTitle(self.tr("Import a deck"))
        self._collection, self._clock = collection, clock
        self._path, self._heading, self._name = Path(), self.windowTitle(), ""
        self._columns: tuple[str, ...] = ()
        self._preview: Preview | None = None
        self._offer: Offer | None = None
        self._stopping = self._reviewed = False  # `_reviewed`: the file of another program holds reviews
        self._reading = Job(worker, self)
        self._comparing, self._bringing = collection.job(self), collection.job(self)
        self._typed = QTimer(self)
        self._typed.setObjectName("name typed")
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_PAUSE)
        self._build()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether a file is being read or brought."""
        return self._reading.running or self._comparing.running or self._bringing.running

    def read(self, path: Path, heading: str = "", name: str = "") -> None:
        """Read `path` and show what it would bring; `heading` says which of several files it is.

        `name` is what the deck is called at first where the file is not to give it its name.
        """
        self._path, self._heading, self._name = path, heading or self.windowTitle(), name or path.stem
        self._columns, self._preview, self._reviewed = (), None, False
        for part in (self.form, self.mapper, self.list, self.agree):
            part.hide()
        self._read()

    def retitle(self, heading: str) -> None:
        """Say which of several files it is, when more have come."""
        if self.title.text() == self._heading:
            self.title.setText(heading)
        self._heading = heading

    def bring(self) -> None:
        """Import what is shown, in one transaction."""
        if self._offer is None or self._preview is None or self.busy:
            return
        deck, history = chosen(self._preview, self.form.deck_name, with_history=self.form.with_history)
        now = self._clock()
        self._stopping = False
        self._set_bringing(True)
        self.say(self._heading, self.tr("Importing…"))
        self._collection.work(
            self._bringing, lambda collection, watch: import_deck(collection, deck, now, history, watch)
        )

    def reject(self) -> None:
        """Leave everything as it is; an import that has begun is stopped first, and nothing of it stays."""
        if self._bringing.running:
            self._stopping = True
            self._bringing.ask_to_end()
            self.leave.setEnabled(False)
            return
        self._typed.stop()
        self._reading.cancel()
        self._comparing.cancel()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter agrees, from every field."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif self.agree.isEnabled() and not event.isAutoRepeat():
            self.bring()

    # Reading

    def _read(self) -> None:
        path, columns, with_schedule = self._path, self._columns, self._reviewed and self.form.with_history
        self._offer = None
        self.say(self._heading, self.tr("Reading {name}…").format(name=path.name))
        self.leave.say(self.tr("Cancel"), self.tr("Leave everything as it is (Esc)"))
        self.set_busy(True)
        self.agree.setEnabled(False)
        self._reading.start(lambda _task: preview_file(path, columns, with_schedule=with_schedule))

    def _take_preview(self, preview: object) -> None:
        assert isinstance(preview, Preview)
        if self._preview is None:
            self.form.show_deck(preview, self._name if preview.deck.name == self._path.stem else "")
            self.form.show()
            self._reviewed = preview.reviews > 0
            if preview.table is not None and len(preview.table.roles) > 1:
                self.mapper.show_table(preview.table)
                self.mapper.show()
        self._preview = preview
        self._compare()

    def _take_columns(self, roles: object) -> None:
        assert isinstance(roles, tuple)
        self._columns = roles
        if self.mapper.complete:
            self._read()
        else:
            self._reading.cancel()
            self._comparing.cancel()
            self._withhold(self.tr("Choose a column for the question and one for the answer."))

    def _take_history(self) -> None:
        """Reviews of another program are made into ratings while the file is read."""
        if self._reviewed:
            self._read()
        else:
            self._compare()

    def _compare(self) -> None:
        preview, name = self._preview, self.form.deck_name
        if preview is None or self._bringing.running:
            return
        if not name:
            self._withhold(self.tr("Give the deck a name."))
            return
        with_history = self.form.with_history

        def look(collection: Collection) -> Offer:
            report = compared(collection, preview, name, with_history=with_history)
            return Offer(report, rows(preview, report))

        self.agree.setEnabled(False)
        self._collection.run(self._comparing, look)

    def _withhold(self, words: str) -> None:
        self._offer = None
        self.set_busy(False)
        self.say(self._heading, words)
        self.agree.setEnabled(False)

    def _show_offer(self, offer: object) -> None:
        assert isinstance(offer, Offer)
        assert self._preview is not None
        first = not self.list.isVisible()
        self._offer = offer
        self.set_busy(False)
        self.say(self._heading, summary(self._preview, offer.report))
        self._model.show_rows(offer.rows)
        self.list.show()
        words, tip, changes = agreement(offer.report)
        self.agree.say(words, tip)
        self.agree.setEnabled(changes)
        self.agree.show()
        if first:
            self.make_room(self.look.px(TALL))
            (self.agree if changes else self.leave).setFocus()

    # Bringing

    def _done(self, result: object) -> None:
        assert isinstance(result, Imported)
        self._stopping = False
        self.imported.emit(result)
        self.accept()

    def _ended(self) -> None:
        self._set_bringing(False)
        if self._stopping:
            self._stopping = False
            self.say(self.tr("Nothing was imported"), self.tr("You stopped it; the collection is as it was."))

    def _refuse(self, error: Exception) -> None:
        self.set_busy(False)
        if not isinstance(error, (FileRefused, CollectionError)):
            super().reject()
            raise error
        self.say(self.tr("Nothing was imported"), str(error))
        self.agree.setEnabled(self._offer is not None)
        if self._preview is None:
            self.leave.say(self.tr("Close"), self.tr("Leave everything as it is (Esc)"))
            self.leave.setFocus()

    def _set_bringing(self, bringing: bool) -> None:
        self.set_busy(bringing)
        for part in (self.form, self.mapper):
            part.setEnabled(not bringing)
        self.agree.setEnabled(not bringing and self._offer is not None)
        self.leave.setEnabled(True)
        tip = self.tr("Stop; nothing of it stays (Esc)") if bringing else ""
        self.leave.say(self.tr("Cancel"), tip or self.tr("Leave everything as it is (Esc)"))

    # Building

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._take_preview)
        self._comparing.succeeded.connect(self._show_offer)
        self._bringing.progressed.connect(self.show_progress)
        self._bringing.succeeded.connect(self._done)
        self._bringing.ended.connect(self._ended)
        for job in (self._reading, self._comparing, self._bringing):
            job.failed.connect(self._refuse)
        self.form.name.textEdited.connect(lambda _text: self._typed.start())
        self._typed.timeout.connect(self._compare)
        self.form.history.clicked.connect(self._take_history)
        self.mapper.changed.connect(self._take_columns)

    def _build(self) -> None:
        look = self.look
        self.form, self.mapper = ImportForm(look, self), ColumnMapper(look, self)
        self._model = ImportModel(self)
        self.list = self._made_list()
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Leave everything as it is (Esc)"), self)
        self.agree = Button(Kind.PRIMARY, "", "", self)
        self.leave.clicked.connect(self.reject)
        self.agree.clicked.connect(self.bring)
        self.middle.addWidget(self.form)
        self.middle.addWidget(self.mapper)
        self.middle.addWidget(self.list, 1)
        self.lay_out((), (self.leave, self.agree))
        self.resize(look.px(WIDTH), look.px(SMALL))

    def _made_list(self) -> QListView:
        made = row_list(self._model, ImportDelegate(self.look), self)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.setAccessibleName(self.tr("What the file brings"))
        made.setToolTip(self.tr("Every card of the file, and every line that was left out"))
        return made
