"""Bringing decks in: the file is read and compared off the GUI thread, shown, and only then taken over."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.preview import Preview
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.operations.import_deck import Imported, import_deck
from lstm_gui.store.collection import Collection, ImportReport
from lstm_gui.store.errors import CollectionError
from lstm_gui.strict_json import FileRefused


@dataclass(frozen=True, slots=True)
class Offer:
    """What an import would bring, and what it would do to the collection."""

    path: Path
    preview: Preview
    report: ImportReport


class DeckImports(QObject):
    """Reads a file, offers what it holds, and imports it when the person agrees.

    Signals
    -------
    offered(Offer)
        Show this to the person; nothing has changed yet.
    imported(Imported)
        The deck is in the collection.
    refused(Exception)
        A FileRefused or CollectionError, in words for the person.
    """

    offered = Signal(Offer)
    imported = Signal(Imported)
    refused = Signal(Exception)

    def __init__(self, thread: CollectionThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self._reading, self._writing = thread.job(self), thread.job(self)
        self._reading.succeeded.connect(self._read)
        self._writing.succeeded.connect(self._taken)
        for job in (self._reading, self._writing):
            job.failed.connect(self._failed)

    def read(self, path: Path) -> None:
        """Read a file and see what it would bring."""
        self._thread.run(self._reading, partial(_offer, path))

    def take(self, offer: Offer) -> None:
        """Import what was offered."""
        now = datetime.now().astimezone()
        self._thread.run(self._writing, lambda collection: import_deck(collection, offer.preview.deck, now))

    def _read(self, offer: object) -> None:
        assert isinstance(offer, Offer)
        self.offered.emit(offer)

    def _taken(self, imported: object) -> None:
        assert isinstance(imported, Imported)
        self.imported.emit(imported)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, FileRefused | CollectionError):
            raise error
        self.refused.emit(error)


def _offer(path: Path, collection: Collection) -> Offer:
    preview = preview_file(path)
    return Offer(path, preview, collection.preview_import(preview.deck))
