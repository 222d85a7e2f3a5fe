"""Importing a deck: what the file would bring is shown first, and nothing changes before one agrees."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.preview import Preview
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.operations.import_deck import Imported, import_deck
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.import_list import ImportDelegate, ImportModel, rows
from lstm_gui.gui.quiz.row_list import row_list
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.quiz.words import cards, counted
from lstm_gui.store.collection import Collection, ImportReport
from lstm_gui.store.errors import CollectionError
from lstm_gui.strict_json import FileRefused


@dataclass(frozen=True, slots=True)
class Offer:
    """A file as it was read, and what importing it would do."""

    preview: Preview
    report: ImportReport


def read_offer(collection: Collection, path: Path) -> Offer:
    """Read a file and compare it with the collection; nothing is changed. Raises FileRefused."""
    preview = preview_file(path)
    return Offer(preview, collection.preview_import(preview.deck, preview.history))


class ImportDialog(QDialog):
    """Reads a file, shows what it would bring, and brings it when the person says so.

    Signals:
    imported(Imported) -- the deck is in the collection
    """

    imported = Signal(object)

    def __init__(
        self,
        collection: CollectionThread,
        style: Style,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._collection, self._look, self._clock = collection, style, clock
        self._offer: Offer | None = None
        self._reading, self._bringing = collection.job(self), collection.job(self)
        self._reading.succeeded.connect(self._show_offer)
        self._reading.failed.connect(self._show_refusal)
        self._bringing.succeeded.connect(self._done)
        self._bringing.failed.connect(self._show_refusal)
        self._model = ImportModel(self)
        self.setWindowTitle(self.tr("Import a deck"))
        self.setPalette(style.qt_palette())
        self._build()

    def read(self, path: Path) -> None:
        """Read `path` and show what it would bring."""
        self._offer = None
        self._say(self.tr("Reading {name}…").format(name=path.name), "")
        self.leave.say(self.tr("Cancel"), self.tr("Leave everything as it is (Esc)"))
        self._set_busy(True)
        self.agree.hide()
        self.list.hide()
        self._collection.run(self._reading, lambda collection: read_offer(collection, path))

    def bring(self) -> None:
        """Import what is shown, in one transaction."""
        if self._offer is None or self._bringing.running:
            return
        preview, now = self._offer.preview, self._clock()
        self._set_busy(True)
        self.agree.setEnabled(False)
        self.leave.setEnabled(False)  # the transaction is all or nothing: it is not broken off
        self._collection.run(
            self._bringing, lambda collection: import_deck(collection, preview.deck, now, preview.history)
        )

    def reject(self) -> None:
        """Leave everything as it is, unless the import has begun."""
        if not self._bringing.running:
            self._reading.cancel()
            super().reject()

    def _show_offer(self, offer: object) -> None:
        assert isinstance(offer, Offer)
        self._offer = offer
        self._set_busy(False)
        report = offer.report
        self._say(offer.preview.deck.name, self._summary(offer))
        self._model.show_rows(rows(offer.preview, report))
        self.list.show()
        self.resize(self.width(), max(self.height(), self._look.px(460)))
        changes = len(report.added) + len(report.changed)
        words = counted(changes, self.tr("Import 1 card"), self.tr("Import {n} cards"))
        self.agree.say(
            words if changes else self.tr("Nothing to import"), self.tr("Add and update these cards (Enter)")
        )
        if report.ratings and not changes:
            changes = report.ratings
            words = counted(changes, self.tr("Import 1 rating"), self.tr("Import {n} ratings"))
            self.agree.say(words, self.tr("Add the history of these cards (Enter)"))
        self.agree.setEnabled(changes > 0)
        self.agree.show()
        (self.agree if changes else self.leave).setFocus()

    def _summary(self, offer: Offer) -> str:
        report = offer.report
        numbers = (
            (self.tr("{n} new"), len(report.added)),
            (self.tr("{n} changed"), len(report.changed)),
            (self.tr("{n} the same"), len(report.unchanged)),
            (self.tr("ratings: {n}"), report.ratings),
            (self.tr("{n} left out"), len(offer.preview.skipped)),
        )
        parts = " · ".join(text.format(n=number) for text, number in numbers if number)
        kept = self.tr("Progress is kept.")
        return " ".join((f"{cards(len(offer.preview.deck.cards))}: {parts}. {kept}", *offer.preview.notes))

    def _show_refusal(self, error: Exception) -> None:
        self._set_busy(False)
        self.leave.setEnabled(True)
        if not isinstance(error, (FileRefused, CollectionError)):
            self.reject()
            raise error
        self._say(self.tr("Nothing was imported"), str(error))
        self.agree.setEnabled(self._offer is not None)
        if self._offer is None:
            self.leave.say(self.tr("Close"), self.tr("Leave everything as it is (Esc)"))
            self.leave.setFocus()

    def _done(self, result: object) -> None:
        assert isinstance(result, Imported)
        self.imported.emit(result)
        self.accept()

    def _say(self, title: str, words: str) -> None:
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _set_busy(self, busy: bool) -> None:
        self.busy.setVisible(busy)

    def _build(self) -> None:
        look = self._look
        self.title, self.words = plain_label(self, wraps=True), plain_label(self, wraps=True)
        ink(self.title, look.palette.text, look.font(17, QFont.Weight.DemiBold))
        ink(self.words, look.palette.muted, look.font(13))
        self.busy = QProgressBar(self)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(look.px(6))
        self.busy.setAccessibleName(self.tr("Working"))
        self.list = self._made_list()
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Leave everything as it is (Esc)"), self)
        self.agree = Button(Kind.PRIMARY, "", "", self)
        for button in (self.leave, self.agree):
            button.set_style(look)
        self.leave.clicked.connect(self.reject)
        self.agree.clicked.connect(self.bring)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.agree)
        layout = QVBoxLayout(self)
        pad = look.gap(18)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(look.gap(10))
        for widget in (self.title, self.words, self.busy):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        layout.addLayout(row)
        self.resize(look.px(560), look.px(190))

    def _made_list(self) -> QListView:
        made = row_list(self._model, ImportDelegate(self._look), self)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.setAccessibleName(self.tr("What the file brings"))
        made.setToolTip(self.tr("Every card of the file, and every line that was left out"))
        return made
